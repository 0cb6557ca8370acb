import { createHmac, hash } from 'node:crypto'
import type { Roll } from './transcript-shape.ts'

// How dice follow from secrets, once more and from docs/fairness.md alone: for tests, not for rolling.

/** SHA-256 of bytes in hex: of s[k] the s[k-1] before it, of a seed its seal. */
export const hashOf = (text: string): string => hash('sha256', Buffer.from(text, 'hex'), 'hex')

export function entropyOf(seeds: Readonly<Record<string, string>>): string {
  const seats = Object.entries(seeds).sort(([one], [other]) => Number(one) - Number(other))
  return hashOf(seats.map(([seat, seed]) => Number(seat).toString(16).padStart(2, '0') + seed).join(''))
}

interface RollPlace {
  readonly room: string
  readonly deal: number
  readonly who: string
  readonly n: number
  readonly entropy: string
}

export const textOf = ({ room, deal, who, n, entropy }: RollPlace, block: number): string =>
  `diceroom/1\n${room}\n${deal}\n${who}\n${n}\n${block}\n${entropy}`

export const blockOf = (secret: string, text: string): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(text, 'utf8').digest()

export function facesOf(
  secret: string,
  at: RollPlace,
  { count, sides }: Pick<Roll, 'count' | 'sides'>,
): number[] {
  const most = Math.floor(256 / sides) * sides
  const faces: number[] = []
  for (let index = 0; faces.length < count; index += 1) {
    const byte = blockOf(secret, textOf(at, index >> 5)).readUInt8(index & 31)
    if (byte < most) faces.push(1 + (byte % sides))
  }
  return faces
}
