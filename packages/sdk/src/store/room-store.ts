import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { CatchUp, Messages } from '@diceroom/shared/protocol/server-to-client.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { presenceOf, type Table, tableAfter, tableFrom } from './table.ts'

export type RoomStatus =
  /** Nothing is known yet. */
  | { readonly status: 'joining' }
  | { readonly status: 'live'; readonly table: Table }
  /** Something is missing and has been asked for; `table` is how things were before. */
  | { readonly status: 'catching-up'; readonly table: Table }
  | { readonly status: 'refused'; readonly error: Rejection }
  | { readonly status: 'left' }

export type RoomStoreApi = Pick<StoreApi<RoomStatus>, 'getState' | 'getInitialState' | 'subscribe'>

/** The table, where there is one to show. */
export const tableOf = (status: RoomStatus): Table | null => ('table' in status ? status.table : null)

/** Consecutive events, as a message or an acknowledgement brought them. */
export type Arrived = readonly LoggedEvent[]

/** Who wants to know what a page is told of a room, before the page shows it. */
export interface Watcher {
  /** The room as one comes to it, or comes back to it after having missed much; `recent` are the latest events before. */
  arrived(table: Table, recent: readonly LoggedEvent[]): void
  /** Events follow upon the table `before`: each once, in their order, none left out. */
  happened(before: Table, events: readonly LoggedEvent[], after: Table): void
}

const NOBODY: Watcher = { arrived() {}, happened() {} }

/** More messages than these are not kept during a catch-up; they are asked for again. */
const WAITING_MAX = 256

/**
 * What one page knows of one room. Events are applied once each and in their order, or else asked for: never guessed.
 * `ask` is called with the last `seq` known, and not again before `catchUp` has brought the answer.
 */
export class RoomStore {
  readonly #state = createStore<RoomStatus>(() => ({ status: 'joining' }))
  readonly #ask: (since: number) => void
  readonly #watcher: Watcher
  /** Messages that cannot be applied yet. */
  #waiting: Arrived[] = []
  /** The highest `seq` that the server has told of. */
  #told = 0
  #presence: Messages['presence'] | null = null

  constructor(ask: (since: number) => void, watcher: Watcher = NOBODY) {
    this.#ask = ask
    this.#watcher = watcher
  }

  get api(): RoomStoreApi {
    return this.#state
  }

  get table(): Table | null {
    return tableOf(this.#state.getState())
  }

  /** Applies what is next, drops what is known, keeps what comes too early and asks for what is between. */
  apply(events: Arrived): void {
    const last = events.at(-1)
    if (!last) return
    this.#told = Math.max(this.#told, last.seq)
    const { status } = this.#state.getState()
    if (status === 'refused' || status === 'left') return
    if (this.#waiting.length >= WAITING_MAX) this.#waiting = []
    this.#waiting.push(events)
    this.#settleIfLive()
  }

  /** The room's `seq`, told without events. */
  heard(seq: number): void {
    this.#told = Math.max(this.#told, seq)
    this.#settleIfLive()
  }

  presence(presence: Messages['presence']): void {
    this.#presence = presence
    const state = this.#state.getState()
    if (!('table' in state)) return
    this.#become({ ...state, table: { ...state.table, ...presenceOf(presence) } })
  }

  /** Until `catchUp` nothing is applied: the room is being joined, for the first time or again. */
  expectCatchUp(): void {
    this.#waiting = []
    this.#told = 0
    this.#presence = null
    const { table } = this
    this.#become(table ? { status: 'catching-up', table } : { status: 'joining' })
  }

  /** What was asked for, by `ask` or by joining as the player `me`. */
  catchUp(answer: CatchUp, me: PlayerId): void {
    const state = this.#state.getState()
    if (state.status === 'refused' || state.status === 'left') return
    const { table } = this
    this.#told = Math.max(this.#told, answer.seq)
    // A server that lags behind what it has told already: what is missing will be asked for again.
    const isBehind =
      table !== null && table.me === me && answer.seq < table.room.seq && !isOfAnother(table, answer)
    const liveFrom = Math.min(...this.#waiting.map(([first]) => first?.seq ?? Number.POSITIVE_INFINITY))
    if ('state' in answer && !isBehind) {
      const online = this.#presence?.online ?? table?.online ?? null
      const arrived = tableFrom({ me, state: answer.state, recent: answer.recent, online, liveFrom })
      const watching = table?.watching ?? []
      this.#watcher.arrived(arrived, answer.recent)
      this.#settle({ ...arrived, watching, ...(this.#presence && presenceOf(this.#presence)) }, liveFrom)
    } else if (table) {
      if ('events' in answer && answer.events.length > 0) this.#waiting.push(answer.events)
      this.#settle(table, liveFrom)
    } else {
      throw new Error(`events up to ${answer.seq} came without a state to apply them to`)
    }
  }

  refuse(error: Rejection): void {
    this.#become({ status: 'refused', error })
  }

  leave(): void {
    this.#become({ status: 'left' })
  }

  #settleIfLive(): void {
    const state = this.#state.getState()
    if (state.status === 'live') this.#settle(state.table, state.table.room.seq + 1)
  }

  /** Applies of what waits all that fits; events from `liveFrom` on count as happening now. */
  #settle(before: Table, liveFrom: number): void {
    let table = before
    const early: Arrived[] = []
    for (const events of this.#waiting.toSorted(byFirst)) {
      const fresh = events.filter(event => event.seq > table.room.seq)
      const [next] = fresh
      if (!next) continue
      if (next.seq === table.room.seq + 1) {
        const after = tableAfter(table, fresh, liveFrom)
        this.#watcher.happened(table, fresh, after)
        table = after
      } else early.push(fresh)
    }
    this.#waiting = early
    const complete = table.room.seq >= this.#told
    if (!complete || table !== this.table || this.#state.getState().status !== 'live') {
      this.#become({ status: complete ? 'live' : 'catching-up', table })
    }
    if (!complete) this.#ask(table.room.seq)
  }

  #become(status: RoomStatus): void {
    this.#state.setState(status, true)
  }
}

/** Whether a state is of another room, which was begun under the same name. */
const isOfAnother = ({ room }: Table, answer: CatchUp): boolean =>
  'state' in answer && answer.state.dealing.chains[0]?.commitment !== room.dealing.chains[0]?.commitment

const byFirst = (a: Arrived, b: Arrived): number => (a[0]?.seq ?? 0) - (b[0]?.seq ?? 0)
