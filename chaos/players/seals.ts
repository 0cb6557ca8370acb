import { hash, randomBytes } from 'node:crypto'

/** The seeds of one player, by their seals, as a browser keeps them. */
export class Seals {
  private readonly seeds = new Map<string, string>()

  /** A seal for the next deal. */
  draw(): string {
    const seed = randomBytes(16)
    const seal = hash('sha256', seed, 'hex')
    this.seeds.set(seal, seed.toString('hex'))
    return seal
  }

  /** What a seal was made of, if it is one of ours. */
  seedOf(seal: string): string | null {
    return this.seeds.get(seal) ?? null
  }
}
