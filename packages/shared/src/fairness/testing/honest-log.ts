import type { Dice, GameEvent, KnownRoll } from '../../games/game.ts'
import { honestChain, honestFaces, sealOf, seedFrom } from './honest-dice.ts'

// Writes logs as an honest server does, event by event, from the words of docs/fairness.md alone: with code of its own,
// so that checkers are not checked by themselves.

/** An event as it stands in a transcript, to be read and tampered with. */
export interface LogEvent {
  seq: number
  at: number
  type: string
  seat?: number
  deal?: number
  rolls?: LogRoll[]
  [field: string]: unknown
}

export interface LogRoll {
  deal: number
  who: string
  n: number
  count: number
  sides: number
  faces: number[] | null
  secretTo?: number
}

export interface LogTranscript {
  version: number
  room: string
  lastSeq: number
  complete: boolean
  events: LogEvent[]
}

interface DealInHand {
  readonly deal: number
  readonly seals: Readonly<Record<number, string>>
  readonly seeds: Record<number, string>
  readonly next: Record<string, number>
}

export class HonestLog {
  readonly events: LogEvent[] = []
  readonly room: string
  private readonly chainLength: number
  /** `s[1]`, `s[2]`, … of all chains, one after the other. */
  private readonly secrets: string[] = []
  /** The seeds whose seals wait, by seat. */
  private readonly kept = new Map<number, string>()
  /** The seeds whose seals are in the deal that opens. */
  private sealed: Record<number, string> = {}
  private opened = 0
  private opening: DealInHand | null = null
  private ready: DealInHand | null = null

  constructor(about: { room: string; game: string; options: unknown; chainLength?: number }) {
    const { room, game, options } = about
    this.room = room
    this.chainLength = about.chainLength ?? 8
    this.add('room_created', {
      ...this.drawChain(),
      room,
      game,
      options,
      rules: 1,
      settings: { private: false },
    })
  }

  add(type: string, fields: Readonly<Record<string, unknown>> = {}): void {
    const seq = this.events.length + 1
    this.events.push({ ...fields, seq, at: 1_700_000_000_000 + 1000 * seq, type })
  }

  addAll(events: readonly GameEvent[], beside: { auto?: true } = {}): void {
    for (const { type, ...fields } of events) this.add(type, { ...fields, ...beside })
  }

  /** Draws a seed for a seat, keeps it, and gives its seal. */
  seal(seat: number): string {
    const seed = seedFrom(`${this.room} ${seat} ${this.events.length}`)
    this.kept.set(seat, seed)
    return sealOf(seed)
  }

  join(seat: number, fields: Readonly<Record<string, unknown>> = {}): void {
    this.add('player_joined', { seat, player: `player-${seat}`, name: `Player ${seat}`, ...fields })
  }

  leave(seat: number, reason: 'left' | 'gone'): void {
    this.kept.delete(seat)
    this.add('player_left', { seat, player: `player-${seat}`, name: `Player ${seat}`, reason })
  }

  open(): void {
    this.opened += 1
    const deal = this.opened
    this.sealed = Object.fromEntries(this.kept)
    this.kept.clear()
    const seals = Object.fromEntries(Object.entries(this.sealed).map(([seat, seed]) => [seat, sealOf(seed)]))
    this.opening = { deal, seals, seeds: {}, next: {} }
    const next = deal === this.secrets.length ? { next: this.drawChain() } : {}
    this.add('deal_opened', { deal, seals, ...next })
  }

  /** A seat opens its seal, and hands in the next one. */
  openSeal(seat: number): void {
    const { opening, sealed } = this
    const seed = sealed[seat] ?? ''
    if (!opening) throw new Error('no deal is opening')
    opening.seeds[seat] = seed
    this.add('seed_opened', { deal: opening.deal, seat, seed, nextSeal: this.seal(seat) })
  }

  makeReady(): void {
    const { opening } = this
    if (!opening) throw new Error('no deal is opening')
    const { deal, seeds, seals } = opening
    const missing = Object.keys(seals)
      .map(Number)
      .filter(seat => seeds[seat] === undefined)
    this.add('deal_ready', { deal, seeds: { ...seeds }, missing })
    this.ready = opening
    this.opening = null
  }

  close(): void {
    const deal = this.ready?.deal ?? 0
    this.add('deal_closed', { deal, secret: this.secrets[deal - 1] })
    this.ready = null
  }

  dice(who: string): Dice {
    return {
      roll: (count, sides, secretTo): KnownRoll => {
        const { ready, room } = this
        if (!ready) throw new Error('no deal is ready')
        const { deal, seeds, next } = ready
        const n = next[who] ?? 0
        next[who] = n + 1
        const secret = this.secrets[deal - 1] ?? ''
        const faces = honestFaces(secret, { room, deal, who, n, seeds }, { count, sides })
        return { deal, who, n, count, sides, faces, ...(secretTo === undefined ? {} : { secretTo }) }
      },
    }
  }

  /** As anybody may have it now: hidden dice of a deal that is not closed are not in it. */
  transcript(): LogTranscript {
    const open = this.ready?.deal
    const events: LogEvent[] = cloneOf(this.events)
    for (const roll of events.flatMap(({ rolls }) => rolls ?? [])) {
      if (roll.deal === open && roll.secretTo !== undefined) roll.faces = null
    }
    return { version: 1, room: this.room, lastSeq: events.length, complete: true, events }
  }

  private drawChain(): { commitment: string; chainLength: number } {
    const { chainLength, secrets, room } = this
    const { commitment, chain } = honestChain(`${secrets.length} of ${room}`, chainLength)
    secrets.push(...chain)
    return { commitment, chainLength }
  }
}

/** As JSON gives it back. */
export const cloneOf = <T>(value: T): T => JSON.parse(JSON.stringify(value))
