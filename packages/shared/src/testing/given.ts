import { expect } from 'vitest'
import type { Outcome, Roll, Seat } from '../games/game.ts'
import { type GameId, gameOf, isGameId } from '../games/registry.ts'
import type { RejectionCode } from '../protocol/rejections.ts'
import { type Decision, decide } from '../room/decide.ts'
import { fold, RULES_VERSION } from '../room/evolve.ts'
import type {
  AppendMark,
  LeaveReason,
  LoggedEvent,
  PlayerId,
  RoomCommand,
  RoomEvent,
  RoomState,
} from '../room/room.ts'
import { loadedDice } from './dice.ts'

// given(what happened).when(somebody asks for something).gives(what happens then), or .refuses(with a code)

/** A room with this past. */
export const given = (...past: readonly RoomEvent[]): Scenario => new Scenario(past, null)

class Scenario {
  readonly past: readonly RoomEvent[]
  readonly decision: Decision | null

  constructor(past: readonly RoomEvent[], decision: Decision | null) {
    this.past = past
    this.decision = decision
  }

  get state(): RoomState {
    const state = fold(logOf(this.past))
    if (!state) throw new Error('a room begins with an event')
    return state
  }

  /** What the last command led to, as the log holds it. */
  get added(): readonly LoggedEvent[] {
    const count = this.decision?.ok ? this.decision.value.length : 0
    return logOf(this.past).slice(this.past.length - count)
  }

  /** The command is decided, with dice that fall as `faces` say, and becomes part of the past. */
  when(command: RoomCommand, ...faces: readonly number[]): Scenario {
    const dice = loadedDice(...faces)
    const decision = decide(this.state, command, { diceFor: () => dice })
    return new Scenario(decision.ok ? [...this.past, ...decision.value] : this.past, decision)
  }

  gives(...events: readonly RoomEvent[]): Scenario {
    expect(this.decision).toEqual({ ok: true, value: events })
    return this
  }

  refuses(code: RejectionCode, message: RegExp = /^[A-Za-z].+/): Scenario {
    expect(this.decision).toEqual({ ok: false, error: { code, message: expect.stringMatching(message) } })
    return this
  }
}

/** Events as a log holds them, counted from 1. */
export const logOf = (events: readonly RoomEvent[], mark?: AppendMark): readonly LoggedEvent[] =>
  events.map((event, at) => ({ ...event, seq: at + 1, at: 1_000 * (at + 1), ...(mark ? { cmd: mark } : {}) }))

/** Players are called after their ids here. */
export const nameOf = (player: PlayerId): string => player.slice(0, 1).toUpperCase() + player.slice(1)

export const open = (sides: number, ...faces: readonly number[]): Roll => ({
  count: faces.length,
  sides,
  faces,
})

// What happens to rooms

export const created = (game: string, options: unknown = {}): RoomEvent => ({
  type: 'room_created',
  room: 'ABC234',
  game: known(game),
  options: gameOf(known(game)).options.parse(options),
  rules: RULES_VERSION,
  settings: { private: false },
})

export const optionsSet = (game: string, options: unknown): RoomEvent => ({
  type: 'options_set',
  options: gameOf(known(game)).options.parse(options),
})

function known(game: string): GameId {
  if (!isGameId(game)) throw new Error(`no game is called ${game}`)
  return game
}

export const joined = (seat: Seat, player: PlayerId, ...rolls: readonly Roll[]): RoomEvent => ({
  type: 'player_joined',
  seat,
  player,
  name: nameOf(player),
  ...(rolls.length === 0 ? {} : { rolls }),
})

export const left = (seat: Seat, player: PlayerId, reason: LeaveReason = 'left'): RoomEvent => ({
  type: 'player_left',
  seat,
  player,
  name: nameOf(player),
  reason,
})

export const hosted = (player: PlayerId): RoomEvent => ({
  type: 'host_changed',
  player,
  name: nameOf(player),
})

export const over = (...places: Outcome['places']): RoomEvent => ({ type: 'game_over', outcome: { places } })

// What people ask for

export const join = (player: PlayerId, as: 'player' | 'spectator' | 'either' = 'either'): RoomCommand => ({
  type: 'join',
  player,
  name: nameOf(player),
  as,
})

export const leave = (player: PlayerId, reason: LeaveReason = 'left'): RoomCommand => ({
  type: 'leave',
  player,
  reason,
})

export const start = (player: PlayerId, options?: unknown): RoomCommand =>
  options === undefined ? { type: 'start', player } : { type: 'start', player, options }

export const roll = (player: PlayerId, seen?: number): RoomCommand => ({
  type: 'move',
  player,
  move: { type: 'roll' },
  ...(seen === undefined ? {} : { seen }),
})

export const say = (player: PlayerId, text: string): RoomCommand => ({
  type: 'chat',
  player,
  name: nameOf(player),
  text,
})

export const choose = (player: PlayerId, options: unknown): RoomCommand => ({
  type: 'set_options',
  player,
  options,
})
