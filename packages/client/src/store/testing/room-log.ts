import type { Dice } from '@diceroom/shared/games/game.ts'
import type { GameId } from '@diceroom/shared/games/registry.ts'
import { NEAR_EVENTS, RECENT_EVENTS } from '@diceroom/shared/protocol/limits.ts'
import type { Refusal } from '@diceroom/shared/protocol/rejections.ts'
import type { CatchUp } from '@diceroom/shared/protocol/server-to-client.ts'
import { createRoom, type DecideContext, decide } from '@diceroom/shared/room/decide.ts'
import { evolve, fold } from '@diceroom/shared/room/evolve.ts'
import {
  type LoggedEvent,
  type PlayerId,
  type RoomCommand,
  type RoomState,
  seatOf,
} from '@diceroom/shared/room/room.ts'
import { project, viewOf } from '@diceroom/shared/room/view.ts'

/** What a command did: the events, and the room before them. */
export interface Done {
  readonly ok: true
  readonly seq: number
  readonly events: readonly LoggedEvent[]
  readonly before: RoomState
}

/** One room of the server: its log in memory, and what every command did to it. */
export class RoomLog {
  readonly log: readonly LoggedEvent[]
  readonly states: readonly RoomState[]
  readonly #log: LoggedEvent[] = []
  readonly #states: RoomState[] = []
  readonly #done = new Map<string, Done>()
  readonly #now: () => number
  readonly #context: DecideContext = { diceFor: () => this.#dice }
  // Any dice will do, as long as every run has the same.
  #thrown = 0
  readonly #dice: Dice = {
    roll: (count, sides) => ({ count, sides, faces: Array.from({ length: count }, () => this.#face(sides)) }),
  }

  constructor(wish: { room: string; game: GameId; options?: unknown }, now: () => number = () => 0) {
    const { room, game, options } = wish
    const created = createRoom(room, { game, options, settings: { private: false } })
    if (!created.ok) throw new Error(created.error.message)
    this.#now = now
    this.#log.push(...created.value.map((event, at) => ({ ...event, seq: at + 1, at: now() })))
    const state = fold(this.#log)
    if (!state) throw new Error('a room begins with an event')
    this.#states.push(state)
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
    const events = decided.value.map((event, at) => ({ ...event, seq: before.seq + 1 + at, at: this.#now() }))
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

  #face(sides: number): number {
    this.#thrown += 7
    return (this.#thrown % sides) + 1
  }
}
