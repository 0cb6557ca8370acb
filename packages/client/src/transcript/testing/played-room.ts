import type { GameId } from '@diceroom/shared/games/registry.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import { createRoom, decide } from '@diceroom/shared/room/decide.ts'
import type { DecideContext } from '@diceroom/shared/room/draft.ts'
import type { LoggedEvent, RoomEvent } from '@diceroom/shared/room/events.ts'
import { evolve, fold } from '@diceroom/shared/room/evolve.ts'
import { type RoomState, rulesOf } from '@diceroom/shared/room/room.ts'
import { projectPast } from '@diceroom/shared/room/view.ts'
import { numbersFrom, openSecrets, seededDice } from '@diceroom/shared/testing/dice.ts'
import type { PastEvent, Transcript } from '../transcript.ts'

const ROOM = 'DESK22'
/** When the first event happened. */
const BEGAN = Date.UTC(2026, 10, 21, 12)

/** A room in which the real rules are played, with dice that follow from a seed; a second goes by with every command. */
export class PlayedRoom {
  readonly log: LoggedEvent[] = []
  state: RoomState
  readonly #context: DecideContext
  readonly #numbers: (below: number) => number

  constructor(game: GameId, { seed = 1, options = {} }: { seed?: number; options?: unknown } = {}) {
    this.#context = openSecrets(seededDice(seed))
    this.#numbers = numbersFrom(seed)
    const made = createRoom(ROOM, { game, options, settings: { private: false } }, this.#context)
    if (!made.ok) throw new Error(made.error.message)
    this.#append(made.value)
    const state = fold(this.log)
    if (!state) throw new Error('a room begins with an event')
    this.state = state
  }

  does(command: RoomCommand): this {
    const decided = decide(this.state, command, this.#context)
    if (!decided.ok) throw new Error(decided.error.message)
    for (const event of this.#append(decided.value)) this.state = evolve(this.state, event)
    return this
  }

  /** They sit down in this order, and are called as they are known. */
  joins(...players: readonly string[]): this {
    for (const player of players) this.does({ type: 'join', player, name: player, as: 'player' })
    return this
  }

  leaves(player: string): this {
    return this.does({ type: 'leave', player, reason: 'left' })
  }

  starts(): this {
    return this.does({ type: 'start', player: this.state.host ?? '' })
  }

  says(player: string, text: string): this {
    return this.does({ type: 'chat', player, name: player, text })
  }

  /** Makes any legal move for whoever is to act, once or so many times. */
  moves(times = 1): this {
    for (let time = 0; time < times; time += 1) this.#move()
    return this
  }

  /** Plays until the game is decided. */
  finishes(): this {
    while (this.state.phase === 'playing') this.#move()
    return this
  }

  /** As the server gives it out now. */
  get transcript(): Transcript {
    const events = this.log
      .map(event => projectPast(this.state, event))
      .map((event): PastEvent => {
        const { seq, at } = event
        return event.type === 'chat' ? { seq, at, type: 'chat' } : event
      })
    return { version: 1, room: ROOM, lastSeq: this.log.length, complete: true, events }
  }

  #move(): void {
    const { state } = this
    if (state.phase !== 'playing') throw new Error('no game is in play')
    const rules = rulesOf(state)
    const seat = rules.toAct(state.view)[0] ?? state.seats.find(holder => holder !== null)?.seat ?? 0
    const legal = rules.legalMoves(state.view, seat)
    const move = legal[this.#numbers(legal.length)]
    this.does({ type: 'move', player: state.seats[seat]?.player ?? '', move })
  }

  #append(events: readonly RoomEvent[]): readonly LoggedEvent[] {
    const first = this.log.length + 1
    const last = first + events.length - 1
    const cmd = { player: 'somebody', id: `${last}`, hash: 'hash', last }
    const stamped = events.map((event, index) => ({
      ...event,
      seq: first + index,
      at: BEGAN + 1_000 * last,
      ...(index === 0 ? { cmd } : {}),
    }))
    this.log.push(...stamped)
    return stamped
  }
}
