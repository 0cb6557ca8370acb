import type { GameId } from '@diceroom/shared/games/registry.ts'
import { NEAR_EVENTS, RECENT_EVENTS } from '@diceroom/shared/protocol/limits.ts'
import type { Refusal } from '@diceroom/shared/protocol/rejections.ts'
import type { CatchUp } from '@diceroom/shared/protocol/server-to-client.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import { createRoom, decide } from '@diceroom/shared/room/decide.ts'
import type { DecideContext } from '@diceroom/shared/room/draft.ts'
import type { LoggedEvent, RoomEvent } from '@diceroom/shared/room/events.ts'
import { begin, evolve } from '@diceroom/shared/room/evolve.ts'
import { type PlayerId, type RoomState, seatOf } from '@diceroom/shared/room/room.ts'
import { project, viewOf } from '@diceroom/shared/room/view.ts'
import { fakeSecrets } from './fake-secrets.ts'

/** What a command did: the events, and the room before them. */
export interface Done {
  readonly ok: true
  readonly seq: number
  readonly events: readonly LoggedEvent[]
  readonly before: RoomState
}

interface Wish {
  readonly room: string
  readonly game: GameId
  readonly options?: unknown
  readonly secrets?: DecideContext
}

/** One room of the server: its log in memory, and what every command did to it. */
export class RoomLog {
  readonly log: readonly LoggedEvent[]
  readonly states: readonly RoomState[]
  /** What a server that cheats logs in place of what was decided. */
  forge: (events: readonly RoomEvent[]) => readonly RoomEvent[] = events => events
  readonly #log: LoggedEvent[] = []
  readonly #states: RoomState[] = []
  readonly #done = new Map<string, Done>()
  readonly #now: () => number
  readonly #context: DecideContext

  constructor(wish: Wish, now: () => number = () => 0) {
    const { room, game, options } = wish
    this.#context = wish.secrets ?? fakeSecrets(room)
    const created = createRoom(room, { game, options, settings: { private: false } }, this.#context)
    if (!created.ok) throw new Error(created.error.message)
    this.#now = now
    this.#log.push(...created.value.map((event, at) => ({ ...event, seq: at + 1, at: now() })))
    const [first, ...rest] = this.#log
    if (!first) throw new Error('a room begins with an event')
    this.#states.push(begin(first))
    for (const event of rest) this.#states.push(evolve(this.state, event))
    this.log = this.#log
    this.states = this.#states
  }

  get state(): RoomState {
    return this.stateAt(this.#states.length)
  }

  /** The room after its event `seq`. */
  stateAt(seq: number): RoomState {
    const state = this.#states[seq - 1]
    if (!state) throw new Error(`there is no event ${seq}`)
    return state
  }

  /** Does what a player asks, once for each id. */
  execute(command: RoomCommand, id: string): Done | Refusal {
    const known = this.#done.get(id)
    if (known) return known
    const before = this.state
    const decided = decide(before, command, this.#context)
    if (!decided.ok) return decided
    const logged = this.forge(decided.value)
    const events = logged.map((event, at) => ({ ...event, seq: before.seq + 1 + at, at: this.#now() }))
    for (const event of events) {
      this.#states.push(evolve(this.state, event))
      this.#log.push(event)
    }
    const done: Done = { ok: true, seq: this.state.seq, events, before }
    if (events.length > 0) this.#done.set(id, done)
    return done
  }

  shownTo(player: PlayerId, events: readonly LoggedEvent[]): readonly LoggedEvent[] {
    const viewer = seatOf(this.state, player) ?? 'spectator'
    return events.map(event => project(this.state, event, viewer))
  }

  /** What a player missed after `since`, or without it how things stand. */
  catchUp(player: PlayerId, since?: number): CatchUp {
    const { seq } = this.state
    if (since !== undefined && since <= seq && seq - since <= NEAR_EVENTS) {
      return { seq, events: this.shownTo(player, this.#log.slice(since)) }
    }
    const state = { ...viewOf(this.state, seatOf(this.state, player) ?? 'spectator'), spectators: 0 }
    return { seq, state, recent: this.shownTo(player, this.#log.slice(-RECENT_EVENTS)) }
  }
}
