import { refuse } from '../protocol/rejections.ts'
import { ok } from '../result.ts'
import type { CommandOf } from './command.ts'
import { goOn, makeDefaultMove, outcomeOf } from './course.ts'
import type { Decision } from './decide.ts'
import { type DecideContext, Draft } from './draft.ts'
import { nameAt, type RoomState, rulesOf, seatOf } from './room.ts'

// No turn lasts for ever.

/** After so many turns in a row that ran out a bot holds the seat. */
const MISSED_MAX = 2
/** How long a turn without a clock lasts before anybody may end it, in ms. */
const PATIENCE_MS = 120_000

/** Makes the default moves of whoever is waited for; does nothing where that was another turn. */
export function timeOut(state: RoomState, { turn }: CommandOf<'time_out'>, context: DecideContext): Decision {
  if (state.turn?.seq !== turn || state.settings.clock === 0) return ok([])
  const draft = new Draft(state, context)
  const { seats } = state.turn
  draft.add({ type: 'timed_out', seats })
  makeDefaultMoves(draft, seats)
  for (const seat of seats) {
    const holder = draft.state.seats[seat]
    const isMissing = holder && !holder.bot && !holder.held && (holder.missed ?? 0) >= MISSED_MAX
    if (isMissing && draft.state.phase === 'playing' && outcomeOf(draft.state) === null)
      draft.add({ type: 'seat_held', seat })
  }
  goOn(draft)
  return ok(draft.events)
}

/** Refuses with `forbidden` where a clock sees to it, or who has to be patient. */
export function askDefault(
  state: RoomState,
  { player, now }: CommandOf<'ask_default'>,
  context: DecideContext,
): Decision {
  const seat = seatOf(state, player)
  if (seat === null) return refuse('not_in_room', 'You have no seat in this room.')
  const { turn } = state
  if (!turn) return refuse('not_playing', 'Nobody is waited for.')
  if (state.settings.clock !== 0) return refuse('forbidden', 'The clock sees to that.')
  if (state.host !== player && now - turn.at < PATIENCE_MS) {
    return refuse('forbidden', `Only the host may ask before ${PATIENCE_MS / 60_000} minutes are over.`)
  }
  const draft = new Draft(state, context)
  draft.add({ type: 'default_asked', player, name: nameAt(state, seat) })
  makeDefaultMoves(draft, turn.seats)
  goOn(draft)
  return ok(draft.events)
}

function makeDefaultMoves(draft: Draft, seats: readonly number[]): void {
  for (const seat of seats) {
    const { state } = draft
    if (state.phase === 'playing' && rulesOf(state).toAct(state.view).includes(seat))
      makeDefaultMove(draft, seat)
  }
}

/** Time in which the server was not there does not count. */
export function credit(state: RoomState, { turn, ms }: CommandOf<'credit'>): Decision {
  if (state.turn?.seq !== turn || state.settings.clock === 0) return ok([])
  return ok([{ type: 'clock_credited', ms }])
}

export function takeBackSeat(
  state: RoomState,
  { player }: CommandOf<'take_back_seat'>,
  context: DecideContext,
): Decision {
  const seat = seatOf(state, player)
  if (seat === null) return refuse('not_in_room', 'You have no seat in this room.')
  const draft = new Draft(state, context)
  if (state.seats[seat]?.held) draft.add({ type: 'seat_taken_back', seat })
  return ok(draft.events)
}
