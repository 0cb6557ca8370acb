import { hash } from 'node:crypto'
import type { BySeat } from '@diceroom/shared/room/dealing.ts'
import type { RollRequest } from '@diceroom/shared/room/draft.ts'

const BLOCK_BYTES = 64
const SHA_BYTES = 32
/** So much room takes who rolls, the number of the roll and that of the block. */
const NUMBERS_MAX = 50

/** The dice of one deal: docs/fairness.md, "A roll". */
export class RollStream {
  readonly deal: number
  readonly seeds: BySeat
  /** The two halves of HMAC's key, each with room for what is hashed behind it. */
  private readonly inner: Buffer
  private readonly outer = Buffer.alloc(BLOCK_BYTES + SHA_BYTES, 0x5c)
  private readonly head: string
  private readonly tail: string

  constructor(secret: Uint8Array, { room, deal, seeds }: Pick<RollRequest, 'room' | 'deal' | 'seeds'>) {
    this.deal = deal
    this.seeds = seeds
    this.head = `diceroom/1\n${room}\n${deal}\n`
    this.tail = `\n${entropyOf(seeds)}`
    const textMax = Buffer.byteLength(this.head) + this.tail.length + NUMBERS_MAX
    this.inner = Buffer.alloc(BLOCK_BYTES + textMax, 0x36)
    for (const [at, byte] of secret.entries()) {
      this.inner[at] = byte ^ 0x36
      this.outer[at] = byte ^ 0x5c
    }
  }

  /** `count` faces from 1 to `sides`, every one as likely as the others: bytes that would favour some are skipped. */
  faces({ who, n, count, sides }: Pick<RollRequest, 'who' | 'n' | 'count' | 'sides'>): readonly number[] {
    const limit = 256 - (256 % sides)
    const faces: number[] = []
    for (let number = 0; faces.length < count; number += 1) {
      const block = this.block(`${this.head}${who}\n${n}\n${number}${this.tail}`)
      for (let at = 0; at < block.length && faces.length < count; at += 1) {
        const byte = block.charCodeAt(at)
        if (byte < limit) faces.push((byte % sides) + 1)
      }
    }
    return faces
  }

  /** HMAC-SHA256 by two one-shot hashes over prepared pads, a character for each byte: faster than buffers. */
  private block(text: string): string {
    const length = this.inner.write(text, BLOCK_BYTES)
    const inner = hash('sha256', this.inner.subarray(0, BLOCK_BYTES + length), 'binary')
    this.outer.write(inner, BLOCK_BYTES, 'latin1')
    return hash('sha256', this.outer, 'binary')
  }
}

/** E, in hex: what the players have put in, by ascending seat. */
function entropyOf(seeds: BySeat): string {
  const parts = Object.keys(seeds)
    .map(Number)
    .sort((a, b) => a - b)
    .map(seat => Buffer.concat([Buffer.of(seat), Buffer.from(seeds[seat] ?? '', 'hex')]))
  return hash('sha256', Buffer.concat(parts), 'hex')
}
