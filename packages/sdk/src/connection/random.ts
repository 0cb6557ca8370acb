import { hexOf } from '../hashes/hex.ts'

export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

/** A new id that nobody else has: 128 random bits in hex. `randomUUID` is missing on plain http, as in a home's LAN. */
export const randomId = (): string => hexOf(randomBytes(16))

/** Evenly from 0 up to 1: only for waits, since dice come from the server. */
export function randomFraction(): number {
  const [bits = 0] = crypto.getRandomValues(new Uint32Array(1))
  return bits / 2 ** 32
}
