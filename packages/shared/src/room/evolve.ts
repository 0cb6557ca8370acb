import type { GameOptions } from '../games/game.ts'
import { assertNever } from '../result.ts'
import {
  counted,
  dealingFrom,
  dealOpened,
  dealReady,
  sealed,
  seedOpened,
  unbenched,
  unsealed,
} from './dealing.ts'
import {
  isEndless,
  isTableEvent,
  keepsSeats,
  type LoggedEvent,
  type LoggedGameEvent,
  type LoggedTableEvent,
  present,
  type RoomState,
  rulesOf,
  type SeatHolder,
} from './room.ts'

/**
 * The state after `event`, which has to be the next one: `event.seq === state.seq + 1`. Pure; never rolls.
 * The same function runs on the server and in the browser.
 */
export function evolve(state: RoomState, event: LoggedEvent): RoomState {
  if (event.seq !== state.seq + 1) throw new Error(`event ${event.seq} does not follow ${state.seq}`)
  const rolls = 'rolls' in event ? event.rolls : undefined
  const dealing = rolls ? counted(state.dealing, rolls) : state.dealing
  const next: RoomState = { ...state, seq: event.seq, dealing }
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
  const isInPlay = isEndless(event)
  const base = {
    room: event.room,
    seq: 1,
    game: event.game,
    options: event.options,
    rules: event.rules,
    host: null,
    seats: [],
    settings: event.settings,
    games: isInPlay ? 1 : 0,
    gameSeq: 0,
    dealing: dealingFrom({ commitment: event.commitment, chainLength: event.chainLength }),
    visitors: 0,
    closed: false,
    outcome: null,
  }
  return isInPlay
    ? { ...base, phase: 'playing', view: rulesOf(event).setup([], event.options, null) }
    : { ...base, phase: 'lobby', view: null }
}

function evolveGame(state: RoomState, event: LoggedGameEvent): RoomState {
  if (state.phase !== 'playing') return state
  return { ...state, gameSeq: event.seq, view: rulesOf(state).evolve(state.view, event) }
}

function evolveTable(state: RoomState, event: LoggedTableEvent): RoomState {
  switch (event.type) {
    case 'room_created':
    case 'chat':
      return state
    case 'player_joined':
      return withPlayer(state, event)
    case 'visitor_joined':
      return { ...state, visitors: event.visitor }
    case 'player_left':
      return withoutPlayer(state, event)
    case 'seal_given': {
      const { seat, seal } = event
      return { ...state, dealing: sealed(state.dealing, seat, { seal, isNew: true }) }
    }
    case 'deal_opened':
      return { ...state, dealing: dealOpened(state.dealing, event, present(state)) }
    case 'seed_opened':
      return { ...state, dealing: seedOpened(state.dealing, event) }
    case 'deal_ready':
      return { ...state, dealing: dealReady(state.dealing, event, state.seats) }
    case 'deal_closed':
      return { ...state, dealing: { ...state.dealing, current: null } }
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
        view: rulesOf(state).setup(event.seats, event.options, null),
        outcome: null,
        options: event.options,
        // Who has left while the seeds were awaited plays along: the seat is played for.
        seats: trimmed(state.seats.map(holder => (isIn(event, holder) ? holder : null))),
        games: event.number,
        gameSeq: event.seq,
      }
    case 'game_over':
      return state.phase === 'playing'
        ? { ...state, phase: 'over', outcome: event.outcome, dealing: unbenched(state.dealing) }
        : state
    case 'game_aborted': {
      const seats = trimmed(state.seats.map(holder => (holder?.left ? null : holder)))
      const dealing = unbenched(state.dealing)
      return { ...state, phase: 'lobby', view: null, outcome: null, seats, dealing, gameSeq: event.seq }
    }
    case 'room_closed':
      return { ...state, closed: true }
    default:
      return assertNever(event)
  }
}

/** A game that is always in play begins anew with them; any other takes them with its next start. */
function withOptions(state: RoomState, { options, seq }: { options: GameOptions; seq: number }): RoomState {
  if (state.phase !== 'playing' || !isEndless(state)) return { ...state, options }
  return { ...state, options, view: rulesOf(state).setup([], options, null), gameSeq: seq }
}

type EventOf<Type extends LoggedTableEvent['type']> = Extract<LoggedTableEvent, { type: Type }>

function withPlayer(state: RoomState, { seat, player, name, seal }: EventOf<'player_joined'>): RoomState {
  const seats = withSeat(state, { seat, player, name, bot: false })
  const dealing = seal === undefined ? state.dealing : sealed(state.dealing, seat, { seal, isNew: true })
  return { ...state, seats, dealing, host: state.host ?? player }
}

function withoutPlayer(state: RoomState, { player, seat, reason }: EventOf<'player_left'>): RoomState {
  const isKept = keepsSeats(state)
  const seats = state.seats.map(holder => {
    if (holder?.seat !== seat) return holder
    return isKept ? { ...holder, left: reason } : null
  })
  const dealing = unsealed(state.dealing, seat)
  return {
    ...state,
    seats: trimmed(seats),
    dealing: isKept ? dealing : unbenched(dealing, seat),
    host: state.host === player ? null : state.host,
  }
}

const isIn = ({ seats }: EventOf<'game_started'>, holder: SeatHolder | null): boolean =>
  holder !== null && (!holder.left || seats.includes(holder.seat))

function withSeat(state: RoomState, holder: SeatHolder): readonly (SeatHolder | null)[] {
  const seats = [...state.seats]
  while (seats.length < holder.seat) seats.push(null)
  seats[holder.seat] = holder
  return seats
}

function trimmed(seats: readonly (SeatHolder | null)[]): readonly (SeatHolder | null)[] {
  return seats.slice(0, seats.findLastIndex(holder => holder !== null) + 1)
}
