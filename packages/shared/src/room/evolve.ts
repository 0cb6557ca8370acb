import type { GameOptions } from '../games/game.ts'
import { assertNever } from '../result.ts'
import { counted, dealingFrom, dealOpened, dealReady, sealed, seedOpened, unbenched } from './dealing.ts'
import { isTableEvent, type LoggedEvent, type LoggedGameEvent, type LoggedTableEvent } from './events.ts'
import { inOrder, isEndless, type Named, type RoomState, rulesOf } from './room.ts'
import {
  countMissed,
  lineUpOf,
  NAMED_MAX,
  renewsTurn,
  seatsOfGame,
  takenBack,
  trimmed,
  unmissed,
  withHolder,
  withHost,
  without,
  withoutPlayer,
  withoutRemoved,
  withPlayer,
  withSeatMoved,
} from './seats.ts'
import { settingsFrom } from './settings.ts'

/**
 * The state after `event`, which has to be the next one: `event.seq === state.seq + 1`. Pure; never rolls.
 * The same function runs on the server and in the browser.
 */
export function evolve(state: RoomState, event: LoggedEvent): RoomState {
  if (event.seq !== state.seq + 1) throw new Error(`event ${event.seq} does not follow ${state.seq}`)
  const rolls = 'rolls' in event ? event.rolls : undefined
  const dealing = rolls ? counted(state.dealing, rolls) : state.dealing
  const next: RoomState = { ...state, seq: event.seq, dealing }
  const after = isTableEvent(event) ? evolveTable(next, event) : evolveGame(next, event)
  return withTurn(state, after, event)
}

/** Who is waited for now, and since when. */
function withTurn(before: RoomState, after: RoomState, event: LoggedEvent): RoomState {
  if (after.phase !== 'playing' || isEndless(after)) return after.turn ? { ...after, turn: null } : after
  if (after.gameSeq === before.gameSeq) {
    const { turn } = after
    return turn && renewsTurn(after, event)
      ? { ...after, turn: { ...turn, seq: event.seq, at: event.at, credit: 0 } }
      : after
  }
  const seats = rulesOf(after).toAct(after.view)
  const [first = null] = seats
  const turn = first === null ? null : { seq: event.seq, at: event.at, credit: 0, seats }
  return { ...after, turn, starter: after.starter ?? first }
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
    settings: settingsFrom(event.settings),
    games: isInPlay ? 1 : 0,
    gameSeq: 0,
    dealing: dealingFrom({ commitment: event.commitment, chainLength: event.chainLength }),
    visitors: 0,
    order: null,
    turn: null,
    starter: null,
    lineUp: {},
    steppedOut: [],
    removed: [],
    muted: [],
    queue: [],
    hostAsked: null,
    bots: 0,
    seatMoves: 0,
    passwordDigest: null,
    closed: false,
    outcome: null,
  }
  return isInPlay
    ? { ...base, phase: 'playing', view: rulesOf(event).setup([], event.options, null) }
    : { ...base, phase: 'lobby', view: null }
}

function evolveGame(state: RoomState, event: LoggedGameEvent): RoomState {
  if (state.phase !== 'playing') return state
  const view = rulesOf(state).evolve(state.view, event)
  return unmissed({ ...state, gameSeq: event.seq, view }, event)
}

function evolveTable(state: RoomState, event: LoggedTableEvent): RoomState {
  switch (event.type) {
    case 'room_created':
    case 'chat':
    case 'reacted':
    case 'default_asked':
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
      return { ...state, dealing: dealOpened(state.dealing, event, inOrder(state)) }
    case 'seed_opened':
      return { ...state, dealing: seedOpened(state.dealing, event) }
    case 'deal_ready':
      return { ...state, dealing: dealReady(state.dealing, event, state.seats) }
    case 'deal_closed':
      return { ...state, dealing: { ...state.dealing, current: null } }
    case 'host_changed':
      return withHost(state, event.player)
    case 'host_asked':
      return { ...state, hostAsked: named(event) }
    case 'options_set':
      return withOptions(state, event)
    case 'settings_set':
      return withSettings(state, event)
    case 'order_set':
      return { ...state, order: event.seats }
    case 'player_removed':
      return withoutRemoved(state, event)
    case 'removal_undone':
      return { ...state, removed: without(state.removed, event.player) }
    case 'muted':
      return { ...state, muted: [...state.muted, named(event)].slice(-NAMED_MAX) }
    case 'unmuted':
      return { ...state, muted: without(state.muted, event.player) }
    case 'queued':
      return { ...state, queue: [...state.queue, named(event)] }
    case 'unqueued':
      return { ...state, queue: without(state.queue, event.player) }
    case 'timed_out':
      return event.seats.reduce((so, seat) => withHolder(so, seat, countMissed), state)
    case 'clock_credited':
      return withCredit(state, event.ms)
    case 'seat_held':
      return withHolder(state, event.seat, holder => ({ ...holder, held: true }))
    case 'seat_taken_back':
      return withHolder(state, event.seat, takenBack)
    case 'seat_forfeited':
      return withHolder(state, event.seat, holder => ({ ...holder, forfeit: true }))
    case 'seat_moved':
      return withSeatMoved(state, event)
    case 'game_started':
      return {
        ...state,
        phase: 'playing',
        view: rulesOf(state).setup(event.seats, event.options, event.starter ?? null),
        outcome: null,
        options: event.options,
        seats: seatsOfGame(state, event),
        starter: event.starter ?? null,
        lineUp: lineUpOf(state, event),
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

/** Of a password that was changed only the server knows the digest. */
function withSettings(
  state: RoomState,
  { settings, digest }: Extract<LoggedTableEvent, { type: 'settings_set' }>,
): RoomState {
  const passwordDigest = settings.password === undefined ? state.passwordDigest : (digest ?? null)
  const steppedOut = settings.locked === false ? [] : state.steppedOut
  return { ...state, settings: { ...state.settings, ...settings }, passwordDigest, steppedOut }
}

const withCredit = (state: RoomState, ms: number): RoomState =>
  state.turn ? { ...state, turn: { ...state.turn, credit: state.turn.credit + ms } } : state

const named = ({ player, name }: Named): Named => ({ player, name })
