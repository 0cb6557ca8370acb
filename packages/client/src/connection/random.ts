/** A new id that nobody else has: 128 random bits in hex. `randomUUID` is missing on plain http, as in a home's LAN. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Evenly from 0 up to 1: only for waits, since dice come from the server. */
export function randomFraction(): number {
  const [bits = 0] = crypto.getRandomValues(new Uint32Array(1))
  return bits / 2 ** 32
}
