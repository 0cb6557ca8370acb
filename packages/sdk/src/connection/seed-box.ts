import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { hexOf } from '../hashes/hex.ts'
import type { Environment } from './environment.ts'
import { randomBytes } from './random.ts'

// What stands in the browser's storage, which all its tabs share:
//   diceroom.seed.<room>.<seal> = <seed> <when it was drawn> [<the deal that it is for>]
//   diceroom.seal.<room> = <the seal to be handed in> <by which player>

const SEED_KEY = /^diceroom\.seed\.(.+)\.([0-9a-f]{64})$/
const SEAL_KEY = /^diceroom\.seal\.(.+)$/

const SEED_BYTES = 16
/** So many seeds of a room are kept, the latest, and none for longer than so. */
const SEEDS_KEPT = 8
const KEPT_MS = 30 * 24 * 3_600_000

interface Seed {
  readonly seed: string
  /** When it was drawn, in ms. */
  readonly at: number
  /** The deal that its seal is part of; `null` while it waits for one. */
  readonly deal: number | null
}

/** The seeds that this browser has drawn for one room, and their seals. */
export class SeedBox {
  readonly #room: string
  readonly #environment: Pick<Environment, 'storage' | 'clock' | 'hashes'>
  #drawing: Promise<string> | null = null

  constructor(room: string, environment: Pick<Environment, 'storage' | 'clock' | 'hashes'>) {
    this.#room = room
    this.#environment = environment
  }

  /** Whether this browser has drawn the seed of a seal. */
  holds(seal: string): boolean {
    return this.#read(this.#room, seal) !== null
  }

  /** Whether this browser has drawn the seed of a seal, and no deal was opened with it. */
  isUnused(seal: string): boolean {
    return this.#read(this.#room, seal)?.deal === null
  }

  /** Whether a deal was opened with a seal of this browser. */
  isUsed(seal: string): boolean {
    return (this.#read(this.#room, seal)?.deal ?? null) !== null
  }

  /** The seed to open a seal with in a deal, in hex; `null` if it is not here, or was drawn for another deal. */
  seedFor(deal: number, seal: string): string | null {
    const known = this.#read(this.#room, seal)
    return known && (known.deal ?? deal) === deal ? known.seed : null
  }

  /** The seal that the player is to hand in: the one that waits for a deal, or else a new one. */
  async next(player: PlayerId): Promise<string> {
    const waiting = this.#waiting(player)
    if (waiting !== null) return waiting
    this.#drawing ??= this.#draw(player).finally(() => {
      this.#drawing = null
    })
    return await this.#drawing
  }

  /** The log says that this seal of the player waits for a deal: it is the one to be handed in again. */
  waits(player: PlayerId, seal: string): void {
    if (this.#waiting(player) === seal || !this.isUnused(seal)) return
    this.#environment.storage.set(this.#sealKey, `${seal} ${player}`)
  }

  /** A deal was opened with this seal, which therefore is never handed in again. */
  use(seal: string, deal: number): void {
    const { storage } = this.#environment
    if (storage.get(this.#sealKey)?.startsWith(seal)) storage.delete(this.#sealKey)
    const known = this.#read(this.#room, seal)
    if (known?.deal === null) storage.set(this.#seedKey(seal), `${known.seed} ${known.at} ${deal}`)
  }

  async #draw(player: PlayerId): Promise<string> {
    const { storage, clock, hashes } = this.#environment
    const seed = randomBytes(SEED_BYTES)
    const seal = hexOf(await hashes.sha256(seed))
    // Another tab may have been quicker.
    const waiting = this.#waiting(player)
    if (waiting !== null) return waiting
    storage.set(this.#seedKey(seal), `${hexOf(seed)} ${Math.floor(clock.now())}`)
    storage.set(this.#sealKey, `${seal} ${player}`)
    this.#tidy()
    return seal
  }

  #waiting(player: PlayerId): string | null {
    const [seal = '', owner] = this.#environment.storage.get(this.#sealKey)?.split(' ') ?? []
    return owner === player && this.isUnused(seal) ? seal : null
  }

  /** Throws away what is too old, and of this room what is too much. */
  #tidy(): void {
    const { storage, clock } = this.#environment
    const own: { key: string; at: number }[] = []
    for (const key of storage.keys()) {
      const [, room, seal = ''] = SEED_KEY.exec(key) ?? []
      if (room === undefined) continue
      const at = this.#read(room, seal)?.at ?? 0
      if (at < clock.now() - KEPT_MS) storage.delete(key)
      else if (room === this.#room) own.push({ key, at })
    }
    for (const { key } of own.toSorted((a, b) => b.at - a.at).slice(SEEDS_KEPT)) storage.delete(key)
    for (const key of storage.keys()) {
      const [, room] = SEAL_KEY.exec(key) ?? []
      const [seal = ''] = storage.get(key)?.split(' ') ?? []
      if (room !== undefined && this.#read(room, seal) === null) storage.delete(key)
    }
  }

  #read(room: string, seal: string): Seed | null {
    const text = this.#environment.storage.get(`diceroom.seed.${room}.${seal}`)
    const [, seed, at, deal] = /^([0-9a-f]{32}) (\d+)(?: (\d+))?$/.exec(text ?? '') ?? []
    if (seed === undefined) return null
    return { seed, at: Number(at), deal: deal === undefined ? null : Number(deal) }
  }

  #seedKey(seal: string): string {
    return `diceroom.seed.${this.#room}.${seal}`
  }

  get #sealKey(): string {
    return `diceroom.seal.${this.#room}`
  }
}
