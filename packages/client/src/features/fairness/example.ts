import { toHex, utf8 } from '@diceroom/shared/fairness/bytes.ts'
import { digestOf, entropyOf } from '@diceroom/shared/fairness/chain.ts'
import { faceOf, inputText } from '@diceroom/shared/fairness/dice-stream.ts'
import type { Hashes } from '@diceroom/shared/fairness/verdict.ts'

// One roll of the protocol, worked out step by step over words that somebody types.

/** What goes in. The words of the seats are in the order of the seats. */
export interface ExampleInput {
  readonly secret: string
  readonly seeds: readonly string[]
  /** Which roll of the first seat it is, from 0. */
  readonly n: number
}

/** A byte that came out: its remainder by 6, and the face that it gives; `null` where it is skipped. */
export interface ExampleByte {
  readonly byte: number
  readonly rest: number
  readonly face: number | null
}

export interface Example {
  /** SHA-256 of the secret, in hex. */
  readonly fingerprint: string
  /** Of each seed. */
  readonly seals: readonly string[]
  readonly entropy: string
  readonly input: string
  /** As many as are needed for the dice. */
  readonly bytes: readonly ExampleByte[]
  readonly faces: readonly number[]
}

const EXAMPLE_ROOM = 'K7M2QX'
export const EXAMPLE_DICE = 5
const SIDES = 6
const SEED_BYTES = 16

/** Secrets and seeds are what words hash to: in play they are drawn at random. */
export async function exampleOf({ secret, seeds, n }: ExampleInput, hashes: Hashes): Promise<Example> {
  const key = await hashes.sha256(utf8(secret))
  const numbers = await Promise.all(
    seeds.map(async seed => toHex((await hashes.sha256(utf8(seed))).slice(0, SEED_BYTES))),
  )
  const entropy = await entropyOf(hashes, { ...numbers })
  const input = inputText({ room: EXAMPLE_ROOM, deal: 1, who: '0', n, entropy }, 0)
  const bytes: ExampleByte[] = []
  const faces: number[] = []
  // 32 bytes are enough for five dice, save once in so many ages.
  for (const byte of await hashes.hmac(key, utf8(input))) {
    if (faces.length === EXAMPLE_DICE) break
    const face = faceOf(byte, SIDES)
    bytes.push({ byte, rest: byte % SIDES, face })
    if (face !== null) faces.push(face)
  }
  return {
    fingerprint: await digestOf(hashes, toHex(key)),
    seals: await Promise.all(numbers.map(seed => digestOf(hashes, seed))),
    entropy,
    input,
    bytes,
    faces,
  }
}
