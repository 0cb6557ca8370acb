import type { BySeat, Chain } from '../room/dealing.ts'
import { fromHex, toHex } from './bytes.ts'
import type { Hashes } from './verdict.ts'

// What dice hang on: the chain of the room's secrets, and what the players have put in.

/** SHA-256 of bytes that are written in hex: a seed's seal, and of `s[k]` the `s[k-1]` before it. */
export const digestOf = async ({ sha256 }: Pick<Hashes, 'sha256'>, hex: string): Promise<string> =>
  toHex(await sha256(fromHex(hex)))

/** Where the secret of a deal stands: in which of the room's chains, from 0, and the k of its `s[k]`; `null` beyond them. */
export function linkOf(deal: number, chains: readonly Chain[]): { chain: number; link: number } | null {
  let link = deal
  for (const [chain, { chainLength }] of chains.entries()) {
    if (link <= chainLength) return { chain, link }
    link -= chainLength
  }
  return null
}

/** `E`, in hex: SHA-256 of one byte seat and 16 bytes seed for each seat, by ascending seat. */
export async function entropyOf({ sha256 }: Pick<Hashes, 'sha256'>, seeds: BySeat): Promise<string> {
  const bytes = Object.keys(seeds)
    .map(Number)
    .sort((a, b) => a - b)
    .flatMap(seat => [seat, ...fromHex(seeds[seat] ?? '')])
  return toHex(await sha256(Uint8Array.from(bytes)))
}
