import type { Roll } from '../games/game.ts'
import { refuse } from '../protocol/rejections.ts'
import { ok } from '../result.ts'
import type { RoomCommand } from './command.ts'
import { goOn, openDeal } from './course.ts'
import type { Decision } from './decide.ts'
import { type DecideContext, Draft } from './draft.ts'
import { admitsVisitors, isEndless, type RoomState, rulesOf } from './room.ts'

// Visitors play along without a seat: they come by a wire that knows no seats.

/** The opening die of who comes into a game that is always in play. */
export const openingDie = (draft: Draft): { rolls?: readonly Roll[] } =>
  draft.state.phase === 'playing' && isEndless(draft.state) ? { rolls: [draft.dice('room').roll(1, 6)] } : {}

/** Somebody without a seat comes, and has the next number; where the game was ended, a new one begins with that. */
export function visit(state: RoomState, context: DecideContext): Decision {
  if (!admitsVisitors(state)) return refuse('forbidden', 'Nobody can play at this table without a seat.')
  const draft = new Draft(state, context)
  draft.add({ type: 'visitor_joined', visitor: state.visitors + 1, ...openingDie(draft) })
  if (state.phase === 'playing') goOn(draft)
  else if (!state.dealing.opening) openDeal(draft)
  return ok(draft.events)
}

/** A visitor says something, and rolls with it. */
export function visitorMessage(
  state: RoomState,
  { visitor, message }: Extract<RoomCommand, { type: 'visitor_message' }>,
  context: DecideContext,
): Decision {
  const { visitors } = rulesOf(state)
  if (!visitors || !admitsVisitors(state) || visitor > state.visitors) {
    return refuse('forbidden', 'Nobody can play at this table without a seat.')
  }
  if (state.phase !== 'playing') return refuse('not_playing', 'No game is in play.')
  const draft = new Draft(state, context)
  const decided = visitors.decide(state.view, message, { dice: draft.dice({ visitor }) })
  if (!decided.ok) return decided
  draft.addAll(decided.value)
  goOn(draft)
  return ok(draft.events)
}
