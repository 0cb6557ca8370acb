import type { GameOptions } from '../games/game.ts'
import { type GameId, gameOf } from '../games/registry.ts'
import { assertNever } from '../result.ts'
import {
  isTableEvent,
  type LoggedEvent,
  type LoggedGameEvent,
  type LoggedTableEvent,
  type RoomState,
  type SeatHolder,
} from './room.ts'

/** The version of the rules and events that new rooms begin with. */
export const RULES_VERSION = 1

/**
 * The state after `event`, which has to be the next one: `event.seq === state.seq + 1`. Pure; never rolls.
 * The same function runs on the server and in the browser.
 */
export function evolve(state: RoomState, event: LoggedEvent): RoomState {
  if (event.seq !== state.seq + 1) throw new Error(`event ${event.seq} does not follow ${state.seq}`)
  const next: RoomState = { ...state, seq: event.seq }
  return isTableEvent(event) ? evolveTable(next, event) : evolveGame(next, event)
}

/** The state after a whole log, or `null` for an empty one. */
export function fold(log: readonly LoggedEvent[]): RoomState | null {
  const [first, ...rest] = log
  return first === undefined ? null : rest.reduce(evolve, begin(first))
}

/** The state after a room's first event. */
export function begin(event: LoggedEvent): RoomState {
  if (!isTableEvent(event) || event.type !== 'room_created' || event.seq !== 1) {
    throw new Error(`a room begins with room_created, not with ${event.type}`)
  }
  const game = gameOf(event.game)
  const base = {
    room: event.room,
    seq: 1,
    game: event.game,
    options: event.options,
    rules: event.rules,
    host: null,
    seats: [],
    settings: event.settings,
    games: game.endless ? 1 : 0,
    gameSeq: 0,
    closed: false,
    outcome: null,
  }
  return game.endless
    ? { ...base, phase: 'playing', view: game.setup([], event.options) }
    : { ...base, phase: 'lobby', view: null }
}

function evolveGame(state: RoomState, event: LoggedGameEvent): RoomState {
  if (state.phase !== 'playing') return state
  return { ...state, gameSeq: event.seq, view: gameOf(state.game).evolve(state.view, event) }
}

function evolveTable(state: RoomState, event: LoggedTableEvent): RoomState {
  switch (event.type) {
    case 'room_created':
    case 'chat':
      return state
    case 'player_joined': {
      const { seat, player, name } = event
      const seats = withSeat(state, { seat, player, name, bot: false })
      return { ...state, seats, host: state.host ?? player }
    }
    case 'player_left':
      return withoutPlayer(state, event)
    case 'host_changed':
      return { ...state, host: event.player }
    case 'options_set':
      return withOptions(state, event)
    case 'settings_set':
      return { ...state, settings: event.settings }
    case 'game_started':
      return {
        ...state,
        phase: 'playing',
        view: gameOf(state.game).setup(event.seats, event.options),
        outcome: null,
        options: event.options,
        seats: trimmed(state.seats.map(holder => (holder?.left ? null : holder))),
        games: event.number,
        gameSeq: event.seq,
      }
    case 'game_over':
      return state.phase === 'playing' ? { ...state, phase: 'over', outcome: event.outcome } : state
    case 'game_aborted':
      return { ...state, phase: 'lobby', view: null, outcome: null, seats: [], gameSeq: event.seq }
    case 'room_closed':
      return { ...state, closed: true }
    default:
      return assertNever(event)
  }
}

/** A game that is always in play begins anew with them; any other takes them with its next start. */
function withOptions(state: RoomState, { options, seq }: { options: GameOptions; seq: number }): RoomState {
  const game = gameOf(state.game)
  if (state.phase !== 'playing' || !game.endless) return { ...state, options }
  return { ...state, options, view: game.setup([], options), gameSeq: seq }
}

/** Whether a seat stays taken for a game that goes on without its player. */
export const keepsSeats = (game: GameId, phase: RoomState['phase']): boolean =>
  phase === 'playing' && !gameOf(game).endless

function withoutPlayer(state: RoomState, event: { player: string; seat: number; reason: 'left' | 'gone' }) {
  const kept = keepsSeats(state.game, state.phase)
  const seats = state.seats.map(holder => {
    if (holder?.seat !== event.seat) return holder
    return kept ? { ...holder, left: event.reason } : null
  })
  const host = state.host === event.player ? null : state.host
  return { ...state, seats: trimmed(seats), host }
}

function withSeat(state: RoomState, holder: SeatHolder): readonly (SeatHolder | null)[] {
  const seats = [...state.seats]
  while (seats.length < holder.seat) seats.push(null)
  seats[holder.seat] = holder
  return seats
}

function trimmed(seats: readonly (SeatHolder | null)[]): readonly (SeatHolder | null)[] {
  return seats.slice(0, seats.findLastIndex(holder => holder !== null) + 1)
}
