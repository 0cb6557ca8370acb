import { utf8 } from './bytes.ts'
import type { Hashes } from './verdict.ts'

// How a roll follows from a deal's secret: its bytes are HMACs of a text, and bytes become faces.

/** Which roll, apart from the secret. `entropy` is `E`, in hex. */
export interface RollInput {
  readonly room: string
  readonly deal: number
  readonly who: string
  readonly n: number
  readonly entropy: string
}

/** The text whose HMAC is the block-th 32 bytes of a roll. */
export const inputText = ({ room, deal, who, n, entropy }: RollInput, block: number): string =>
  ['diceroom/1', room, deal, who, n, block, entropy].join('\n')

/** The face that a byte gives, from 1 to `sides` (2–256); `null` for the last bytes, which would favour some faces. */
export const faceOf = (byte: number, sides: number): number | null =>
  byte >= 256 - (256 % sides) ? null : (byte % sides) + 1

/** What `count` dice of `sides` show, and the texts that were needed for it. */
export async function facesOf(
  { hmac }: Pick<Hashes, 'hmac'>,
  secret: Uint8Array,
  roll: RollInput & { readonly count: number; readonly sides: number },
): Promise<{ faces: readonly number[]; inputs: readonly string[] }> {
  const faces: number[] = []
  const inputs: string[] = []
  while (faces.length < roll.count) {
    const text = inputText(roll, inputs.length)
    inputs.push(text)
    for (const byte of await hmac(secret, utf8(text))) {
      const face = faceOf(byte, roll.sides)
      if (face !== null && faces.length < roll.count) faces.push(face)
    }
  }
  return { faces, inputs }
}
