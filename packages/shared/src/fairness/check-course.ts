import type { Outcome, Roll, Seat } from '../games/game.ts'
import { outcomeByForfeit, outcomeOf, starterAmong } from '../room/course.ts'
import type { LoggedTableEvent } from '../room/events.ts'
import { admitsVisitors, isEndless, type RoomState, rulesOf } from '../room/room.ts'
import { type Reason, reason } from './reasons.ts'
import { isSame } from './same.ts'

// Whether games start and end, and deals open and close, where the rules of the game say so.

type EventOf<Type extends LoggedTableEvent['type']> = Extract<LoggedTableEvent, { type: Type }>

/** A deal that was made ready for a game that has not started yet, and who plays in it. */
export interface DueGame {
  readonly deal: number
  readonly seats: readonly Seat[]
}

/** What is wrong with one of the room's own events after `state`; `null` where nothing is. */
export function checkTableEvent(
  state: RoomState,
  event: LoggedTableEvent,
  due: DueGame | null,
): Reason | null {
  const { seq, type } = event
  switch (event.type) {
    case 'player_joined':
      return isOpeningDie(event.rolls, isEndlessPlay(state) ? 1 : 0)
        ? null
        : reason('opening_die_wrong', { seq, type })
    case 'visitor_joined':
      return checkVisitor(state, event)
    case 'options_set':
      return isOptions(state, event.options) ? null : reason('bad_event', { seq, what: NO_OPTIONS })
    case 'seat_forfeited':
      return isLost(state, event.seat) ? null : reason('bad_event', { seq, what: NOT_LOST })
    case 'deal_opened':
      return checkOpening(state, event)
    case 'deal_closed':
      return isInRound(state) ? reason('closed_early', { seq, deal: event.deal }) : null
    case 'game_started':
      return checkStart(state, event, due)
    case 'game_over':
      return checkEnd(state, event)
    case 'game_aborted':
      return state.phase === 'playing' ? null : reason('not_playing', { seq, type })
    default:
      return null
  }
}

function checkVisitor(
  state: RoomState,
  { seq, type, visitor, rolls }: EventOf<'visitor_joined'>,
): Reason | null {
  if (!admitsVisitors(state) || visitor !== state.visitors + 1) {
    return reason('bad_event', { seq, what: `there is no visitor ${visitor}` })
  }
  return isOpeningDie(rolls, isEndlessPlay(state) ? 1 : 0) ? null : reason('opening_die_wrong', { seq, type })
}

const NOT_LOST = 'who holds this seat has not left the game, or leaving it costs nothing'

/** Whether a seat may be put out of the game. */
const isLost = ({ seats, settings }: RoomState, seat: Seat): boolean =>
  seats[seat]?.left !== undefined && settings.leaving === 'forfeit'

const NO_OPTIONS = 'its options are not those of the game'

/** Whether all options are there, and no others. */
function isOptions(room: Pick<RoomState, 'game' | 'rules'>, options: unknown): boolean {
  const parsed = rulesOf(room).options.safeParse(options)
  return parsed.success && isSame(parsed.data, options)
}

/** What is wrong with the making of a room whose game is known; `null` where nothing is. */
export const checkMaking = (created: EventOf<'room_created'>): Reason | null =>
  isOptions(created, created.options) ? null : reason('bad_event', { seq: 1, what: NO_OPTIONS })

function checkStart(state: RoomState, event: EventOf<'game_started'>, due: DueGame | null): Reason | null {
  const { seq, type, number, seats, options, starter, rolls } = event
  if (!due) return reason('start_out_of_place', { seq })
  if (number !== state.games + 1) return reason('start_wrong', { seq, what: 'number' })
  if (!isSame(seats, due.seats)) return reason('start_wrong', { seq, what: 'choice of seats' })
  if (!isSame(options, state.options)) return reason('start_wrong', { seq, what: 'set of options' })
  if ((starter ?? null) !== starterAmong(state, seats)) return reason('start_wrong', { seq, what: 'starter' })
  return isOpeningDie(rolls, 1) ? null : reason('opening_die_wrong', { seq, type })
}

function checkEnd(state: RoomState, { seq, type, outcome }: EventOf<'game_over'>): Reason | null {
  if (!isInPlay(state)) return reason('not_playing', { seq, type })
  const expected = outcomeOf(state) ?? outcomeByForfeit(state)
  if (!expected) return reason('game_over_early', { seq })
  if (isSame(outcome, expected)) return null
  return reason('outcome_wrong', { seq, found: placesOf(outcome), expected: placesOf(expected) })
}

/** A game that ends takes one deal after the other; only where one may roll at any time the old one goes on. */
function checkOpening(state: RoomState, { seq, deal }: EventOf<'deal_opened'>): Reason | null {
  const { current } = state.dealing
  if (isEndlessPlay(state) || !current) return null
  return reason('deal_overlaps', { seq, deal, open: current.deal })
}

const isEndlessPlay = (state: RoomState): boolean => state.phase === 'playing' && isEndless(state)

const isInPlay = (state: RoomState): boolean => state.phase === 'playing' && !isEndless(state)

/** Whether somebody has to act in a deal, so that it must not be closed. */
const isInRound = (state: RoomState): boolean =>
  state.phase === 'playing' && !isEndless(state) && rulesOf(state).toAct(state.view).length > 0

const isOpeningDie = (rolls: readonly Roll[] | undefined, dice: 0 | 1): boolean => {
  const [die, ...more] = rolls ?? []
  return dice === 0 ? die === undefined : die?.count === 1 && die.sides === 6 && more.length === 0
}

const placesOf = ({ places }: Outcome): string => places.map(seats => seats.join(' and ')).join(', ')
