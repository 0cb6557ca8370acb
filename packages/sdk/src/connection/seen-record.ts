import { rollKey, type Seen, type SeenShare } from '@diceroom/shared/fairness/verdict.ts'
import { hasName, normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import type { Chain } from '@diceroom/shared/room/dealing.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import * as z from 'zod/mini'
import type { Cancel, Environment, Storage } from './environment.ts'

// In the browser's storage: diceroom.seen.<room> = <when it was written> <the record as JSON>

const KEY = /^diceroom\.seen\./

/** What is kept at most: the latest of each. */
const ROLLS_KEPT = 2_000
const SHARES_KEPT = 200
const ROOMS_KEPT = 20
const KEPT_MS = 30 * 24 * 3_600_000
/** A room that has a name begins anew under it when nobody has used it for some days; no server may do it sooner. */
const NAMED_KEPT_MS = 24 * 3_600_000
/** How long what is new may wait for what comes after it. */
const SAVED_AFTER_MS = 1_000

const Share = z.object({
  seat: z.int(),
  seal: z.string(),
  seed: z.exactOptional(z.string()),
  acknowledged: z.exactOptional(z.boolean()),
})

const Kept = z.object({
  commitments: z.array(z.string()),
  lastSeq: z.int(),
  rolls: z.record(z.string(), z.string()),
  mine: z.record(z.string(), Share),
})

type Kept = z.output<typeof Kept>

/**
 * What this browser itself was told of a room, on this visit and earlier ones; `null` if it was never there. What the open
 * rooms of a client have to add is in what the client has `kept`.
 *
 * @param code in any case, with or without separators
 */
export const seenOf = (kept: Pick<Environment, 'storage' | 'clock'>, code: string): Seen | null =>
  read(kept, normalizeCode(code))

/** Keeps what this browser was told of one room, so that a transcript can be compared with it later. */
export class SeenRecord {
  readonly #room: string
  readonly #key: string
  readonly #storage: Storage
  readonly #clock: Environment['clock']
  #commitments: readonly string[] = []
  #lastSeq = 0
  /** When the room was told of last. */
  #toldAt = 0
  readonly #rolls = new Map<string, string>()
  readonly #mine = new Map<number, SeenShare>()
  #saving: Cancel | null = null

  constructor(room: string, { storage, clock }: Pick<Environment, 'storage' | 'clock'>) {
    this.#room = room
    this.#key = keyOf(room)
    this.#storage = storage
    this.#clock = clock
    this.#recall()
  }

  /**
   * What the room's state says that the server has committed itself to. What was said first is kept, unless it may be
   * another room that has its name now: then nothing is known of it yet.
   */
  commits(chains: readonly Chain[]): 'as before' | 'otherwise' | 'another room' {
    const told = chains.map(({ commitment }) => commitment)
    const isOther = told.some((commitment, at) => commitment !== (this.#commitments[at] ?? commitment))
    if (isOther && !mayBeAnother(this.#room, this.#toldAt, this.#clock)) return 'otherwise'
    if (isOther) this.#forget()
    if (told.length > this.#commitments.length) {
      this.#commitments = told
      this.#saveSoon()
    }
    return isOther ? 'another room' : 'as before'
  }

  /** The room was told up to `seq`, and of it these events. */
  told(seq: number, events: readonly LoggedEvent[]): void {
    for (const event of events) {
      const rolls = 'rolls' in event ? (event.rolls ?? []) : []
      for (const roll of rolls) if (roll.faces) this.#keep(rollKey(roll), roll.faces.join(','))
    }
    this.#lastSeq = Math.max(this.#lastSeq, seq)
    this.#toldAt = this.#clock.now()
    this.#saveSoon()
  }

  /** What this browser put into a deal, or more of it. */
  shares(deal: number, share: SeenShare): void {
    this.#mine.set(deal, { ...this.#mine.get(deal), ...share })
    this.#saveSoon()
  }

  /** Writes down what waits for it. */
  save(): void {
    if (!this.#saving) return
    this.#saving()
    this.#saving = null
    // Another tab may have written meanwhile.
    this.#recall()
    const isNew = this.#storage.get(this.#key) === null
    const kept: Kept = {
      commitments: [...this.#commitments],
      lastSeq: this.#lastSeq,
      rolls: Object.fromEntries([...this.#rolls].slice(-ROLLS_KEPT)),
      mine: Object.fromEntries([...this.#mine].toSorted(([a], [b]) => a - b).slice(-SHARES_KEPT)),
    }
    this.#storage.set(this.#key, `${Math.floor(this.#clock.now())} ${JSON.stringify(kept)}`)
    if (isNew) this.#tidy()
  }

  #forget(): void {
    this.#commitments = []
    this.#lastSeq = 0
    this.#rolls.clear()
    this.#mine.clear()
  }

  #keep(key: string, faces: string): void {
    if (this.#rolls.has(key)) return
    this.#rolls.set(key, faces)
    const [oldest] = this.#rolls.keys()
    if (this.#rolls.size > ROLLS_KEPT && oldest !== undefined) this.#rolls.delete(oldest)
  }

  #saveSoon(): void {
    this.#saving ??= this.#clock.after(SAVED_AFTER_MS, () => this.save())
  }

  /** Takes over what is stored: of two stories about one thing the first counts. */
  #recall(): void {
    const kept = read({ storage: this.#storage, clock: this.#clock }, this.#room)
    if (!kept) return
    if (kept.commitments.length >= this.#commitments.length) this.#commitments = kept.commitments
    this.#lastSeq = Math.max(this.#lastSeq, kept.lastSeq)
    const own = [...this.#rolls]
    this.#rolls.clear()
    for (const [key, faces] of [...Object.entries(kept.rolls), ...own]) this.#keep(key, faces)
    for (const [deal, share] of Object.entries(kept.mine)) {
      this.#mine.set(Number(deal), { ...share, ...this.#mine.get(Number(deal)) })
    }
  }

  /** Throws away what is too old or too much, of all rooms. */
  #tidy(): void {
    const keys = this.#storage.keys().filter(key => KEY.test(key))
    const records = keys.map(key => ({ key, at: Number.parseInt(this.#storage.get(key) ?? '', 10) }))
    const latest = records.toSorted((a, b) => b.at - a.at)
    for (const [place, { key, at }] of latest.entries()) {
      if (place >= ROOMS_KEPT || at < this.#clock.now() - KEPT_MS) this.#storage.delete(key)
    }
  }
}

/** Whether the room that was told of at `toldAt` may be gone by now, and another one have its name. */
const mayBeAnother = (room: string, toldAt: number, clock: Environment['clock']): boolean =>
  hasName(room) && toldAt < clock.now() - NAMED_KEPT_MS

const keyOf = (room: string): string => `diceroom.seen.${room}`

function read({ storage, clock }: Pick<Environment, 'storage' | 'clock'>, room: string): Kept | null {
  const [, at, json] = /^(\d+) (.*)$/.exec(storage.get(keyOf(room)) ?? '') ?? []
  if (json === undefined) return null
  if (mayBeAnother(room, Number(at), clock)) return null
  try {
    return Kept.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
