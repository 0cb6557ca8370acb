import type { Seat } from '../game.ts'
import { bestCount } from './odds.ts'
import { type PigMove, type PigState, type PigTurn, scoreOf } from './rules.ts'
import { heldWorth, lastWorth, type Tables, topOf } from './tables.ts'
import { gainsWorth, playTurn, type TurnEnds, turnValues } from './turn-value.ts'

// The best play for two, exactly: what each end of the turn is worth is in the tables, and what the turn is worth on its way
// follows from that. Among more the chances against each of them alone are multiplied, as if they hung on nothing in common.

/** What the seat whose turn it is does for the best. */
export function bestMove(tables: Tables, state: PigState, turn: PigTurn): PigMove {
  const ends = endsOf(tables, state, turn.seat)
  if (state.options.variant === 'hog') return { type: 'roll', count: countToWin(tables, ends) }
  if (turn.throws === 0 || turn.mustRoll) return { type: 'roll' }
  const score = ends.from + turn.total
  const values = turnValues(ends.held.length)
  playTurn(tables.odds[0], ends, values)
  const isBetter = score < ends.top && (values.rolled[score] ?? 0) > (ends.held[score] ?? 0)
  return { type: isBetter ? 'roll' : 'hold' }
}

/** How many dice win most often in Hog. */
const countToWin = ({ odds }: Tables, { held, turnLost, from }: TurnEnds): number =>
  bestCount(odds.map(each => gainsWorth(each.free, held, from) + each.turnLost * turnLost))

/** What the ends of the turn of `seat` are worth. */
function endsOf(tables: Tables, state: PigState, seat: Seat): TurnEnds {
  const others = state.seats.filter(other => other !== seat)
  const most = Math.max(...tables.odds.map(each => each.most))
  const from = scoreOf(state, seat)
  const isLast = state.reachedBy !== null
  const best = Math.max(...others.map(other => scoreOf(state, other)))
  const top = isLast ? topOf(state.options, best) : topOf(state.options)
  const worth = isLast ? lastTurnWorth(tables, state, { seat, best }) : openWorth(tables, state, others)
  const held = new Float64Array(top + most + 1)
  for (let score = from; score < held.length; score += 1) held[score] = worth(score)
  return {
    from,
    held,
    turnLost: worth(from),
    scoreLost: worth(0),
    top,
    isAuto: state.options.autoWin && !isLast,
  }
}

/** What a score is worth that a turn ends with, as long as everybody has turns to come. */
function openWorth(tables: Tables, state: PigState, others: readonly Seat[]): (score: number) => number {
  const scores = others.map(other => scoreOf(state, other))
  return score => scores.reduce((worth, theirs) => worth * heldWorth(tables, score, theirs), 1)
}

/** The same in the final round, where who comes after `seat` has one turn more, and the others none. */
function lastTurnWorth(
  { chase }: Tables,
  state: PigState,
  { seat, best }: { readonly seat: Seat; readonly best: number },
): (score: number) => number {
  const { seats } = state
  const at = seats.indexOf(seat)
  const inTurn = [...seats.slice(at + 1), ...seats.slice(0, at)]
  const later = inTurn.slice(0, inTurn.indexOf(state.reachedBy ?? seat))
  const scores = later.map(other => scoreOf(state, other))
  return score =>
    scores.reduce((worth, theirs) => worth * (1 - (chase[score - theirs] ?? 0)), lastWorth(score - best))
}
