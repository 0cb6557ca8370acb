import type { Seat } from '@diceroom/shared/games/game.ts'
import { isTableEvent, type LoggedEvent, type LoggedTableEvent } from '@diceroom/shared/room/events.ts'
import { evolve } from '@diceroom/shared/room/evolve.ts'
import { type PlayerId, type RoomState, seatOf } from '@diceroom/shared/room/room.ts'
import { createStore } from 'zustand/vanilla'
import type { Watched } from './connection.ts'
import type { SeedBox } from './seed-box.ts'
import type { SeenRecord } from './seen-record.ts'

/** What a player is to be warned of: the server has not done what it had said. */
export type DealWarning =
  /** A deal was opened without the seal that I had handed in, or with one that I had not. */
  | { readonly kind: 'seal_left_out' | 'seal_not_handed_in'; readonly deal: number }
  /** The server had my seed in time, and its deal goes without it. */
  | { readonly kind: 'seed_left_out'; readonly deal: number }
  /** The server is committed to something else than when this browser came here first. */
  | { readonly kind: 'commitment_changed' }

/** What I put into a deal. */
interface Opened {
  readonly deal: number
  readonly seat: Seat
  readonly seed: string
}

type EventOf<Type extends LoggedTableEvent['type']> = Extract<LoggedTableEvent, { type: Type }>

/** Holds the server to what it has said about my part in its deals. */
export class DealWitness {
  readonly #box: SeedBox
  readonly #record: SeenRecord
  readonly #warnings = createStore<readonly DealWarning[]>(() => [])
  /** The seal that the server says to have taken, since when no deal was opened. */
  #taken: string | null = null
  /** What the server says to have, or has logged. */
  #opened: Opened | null = null

  constructor(box: SeedBox, record: SeenRecord) {
    this.#box = box
    this.#record = record
  }

  /** In the order in which they came up, each once. */
  get warnings(): Watched<readonly DealWarning[]> {
    return this.#warnings
  }

  /** The server has answered that it took this seal, which no deal has had, for a seat that is not benched. */
  sealTaken(seal: string): void {
    this.#taken = seal
  }

  /** The server has answered that it has this seed; `room` is what is known then. */
  seedTaken(opened: Opened, room: RoomState | undefined): void {
    this.#opened = opened
    if (room) this.#checkSeed(room)
  }

  /** The room as it is when one comes, or after much that one has missed: nothing is said of what was between. */
  arrived(room: RoomState): 'as before' | 'otherwise' | 'another room' {
    const commits = this.#checkChains(room)
    this.#taken = null
    if (commits === 'another room') this.#opened = null
    this.#checkSeed(room)
    return commits
  }

  /** `events` happened to the room `before`; I am the player `me`. */
  happened(before: RoomState, events: readonly LoggedEvent[], me: PlayerId): void {
    if (!events.some(({ type }) => WATCHED.has(type))) return
    let room = before
    for (const event of events) {
      const after = evolve(room, event)
      if (isTableEvent(event)) this.#look({ room, event, after, me })
      room = after
    }
  }

  #look({ room, event, after, me }: Moment): void {
    if (event.type === 'player_left' && event.player === me) this.#taken = null
    if (event.type === 'seed_opened' && room.dealing.opening?.players[event.seat] === me) {
      const { deal, seat, seed } = event
      this.#opened = { deal, seat, seed }
    }
    if (event.type === 'deal_opened') {
      this.#checkSeal(room, event, me)
      this.#checkChains(after)
    }
    if (event.type === 'deal_ready') this.#checkSeed(after)
  }

  #checkSeal(room: RoomState, { deal, seals }: EventOf<'deal_opened'>, me: PlayerId): void {
    const taken = this.#taken
    this.#taken = null
    const seat = seatOf(room, me)
    if (seat === null) return
    const due = room.dealing.seals[seat]?.seal ?? taken
    const found = seals[seat] ?? null
    if (due !== null && this.#box.holds(due)) this.#record.shares(deal, { seat, seal: due })
    if (found !== due) this.#warn({ kind: found === null ? 'seal_left_out' : 'seal_not_handed_in', deal })
    else if (due !== null) this.#box.use(due, deal)
  }

  #checkSeed({ dealing: { current } }: RoomState): void {
    const opened = this.#opened
    if (!opened || current?.deal !== opened.deal || current.seeds[opened.seat] === opened.seed) return
    this.#warn({ kind: 'seed_left_out', deal: opened.deal })
  }

  #checkChains({ dealing: { chains } }: RoomState): 'as before' | 'otherwise' | 'another room' {
    const commits = this.#record.commits(chains)
    if (commits === 'otherwise') this.#warn({ kind: 'commitment_changed' })
    return commits
  }

  #warn(warning: DealWarning): void {
    const known = this.#warnings.getState()
    const isSame = (other: DealWarning) => other.kind === warning.kind && dealOf(other) === dealOf(warning)
    if (!known.some(isSame)) this.#warnings.setState([...known, warning], true)
  }
}

interface Moment {
  /** before the event */
  readonly room: RoomState
  readonly event: LoggedTableEvent
  readonly after: RoomState
  readonly me: PlayerId
}

const WATCHED: ReadonlySet<string> = new Set(['player_left', 'deal_opened', 'seed_opened', 'deal_ready'])

const dealOf = (warning: DealWarning): number | null => ('deal' in warning ? warning.deal : null)
