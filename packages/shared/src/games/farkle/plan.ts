import type { Seat } from '../game.ts'
import { type Duel, solveDuel } from './duel.ts'
import { STEP } from './roll-odds.ts'
import { bestOther, type FarkleOptions, type FarkleState, hasOpened, scoreOf } from './state.ts'
import { mayEndIn, meanValue, type Odds, oddsOf, type TurnValue, turnValue } from './turn-value.ts'

// How the strongest bot goes about a turn: for the most points as long as everybody is far from the target, then for the best
// chance to win.

/** What a turn is played for. */
interface Plan {
  /** Of rolling on, and of what is left after dice were set aside: by `TurnValue`, in the same unit as `bank`. */
  readonly value: TurnValue
  /** What it is worth to bank so many points now. */
  bank(points: number): number
}

/** All that plans need of a game with certain options. */
export interface Tables {
  readonly odds: Odds
  readonly duel: Duel
  /** The best turn on average: for who has opened or has not, and where a farkle is the third or is not. */
  readonly mean: readonly { readonly minimum: number; readonly penalty: number; readonly value: TurnValue }[]
}

const PENALTY = 1000

export function makeTables(options: FarkleOptions): Tables {
  const odds = oddsOf(options)
  const goals = [0, options.opening].flatMap(minimum =>
    [0, PENALTY].map(penalty => ({
      minimum,
      penalty,
      value: meanValue(odds, options, { minimum, penalty }),
    })),
  )
  return { odds, duel: solveDuel(odds, options), mean: goals }
}

/** From this share of the target on, a turn is played for the chance to win. */
const CLOSE = 0.5
/** So much more than it has a turn is thought to come to at most. */
const AHEAD = 4000

export function planOf(tables: Tables, state: FarkleState, seat: Seat): Plan {
  const leading = Math.max(...state.scores)
  const soFar = Math.max(state.turn?.points ?? 0, state.offer?.points ?? 0)
  const isClose = Math.max(leading, scoreOf(state, seat) + soFar) >= CLOSE * state.options.target
  return isClose ? planToWin(tables, state, seat) : planForPoints(tables, state, seat)
}

function planForPoints({ mean }: Tables, state: FarkleState, seat: Seat): Plan {
  const { options } = state
  const score = scoreOf(state, seat)
  const isThird = (state.farkles[state.seats.indexOf(seat)] ?? 0) === 2
  const isCostly = options.penalty === 'below-zero' || (options.penalty === 'to-zero' && 2 * score >= PENALTY)
  const penalty = isThird && isCostly ? PENALTY : 0
  const minimum = hasOpened(state, seat) ? 0 : options.opening
  const found = mean.find(goal => goal.minimum === minimum && goal.penalty === penalty)
  if (!found) throw new Error(`no table was made for ${JSON.stringify({ minimum, penalty })}`)
  return { value: found.value, bank: points => points + penalty }
}

/** The turn solved exactly, by its dice, for the chance to win: against each of the others by itself, as if that were all. */
function planToWin({ odds, duel }: Tables, state: FarkleState, seat: Seat): Plan {
  const { options } = state
  const from = state.turn?.points ?? 0
  const own = scoreOf(state, seat)
  const chance = state.finalBy === null ? chanceBefore(duel, state, seat) : chanceInFinal(duel, state, seat)
  const minimum = hasOpened(state, seat) ? 0 : options.opening
  const best = options.mustBeat && state.finalBy !== null ? bestOther(state, seat) : Number.NEGATIVE_INFINITY
  const mayBank = (points: number) =>
    points > 0 && points >= minimum && mayEndIn(points, options) && own + points > best
  const top = (from + AHEAD) / STEP
  const bank = Array.from({ length: top + 1 }, (_, level) =>
    level * STEP >= from && (mayBank(level * STEP) || level === top) ? chance(own + level * STEP) : -1,
  )
  const value = turnValue(odds, { bank, farkle: chance(own), from }, options.hotDice)
  return { value, bank: points => chance(own + points) }
}

/** The chance to win of who ends a turn with so much, while nobody has reached the target. */
function chanceBefore(duel: Duel, state: FarkleState, seat: Seat): (score: number) => number {
  const others = state.scores.filter((_, at) => state.seats[at] !== seat)
  return score => others.reduce((chance, other) => chance * duel.afterBank(score, other), 1)
}

/** The same in the final round: who comes later has one turn, all others have what they have. */
function chanceInFinal(duel: Duel, state: FarkleState, seat: Seat): (score: number) => number {
  const later = new Set<Seat>()
  const { seats, finalBy } = state
  for (let at = seats.indexOf(seat) + 1; seats[at % seats.length] !== finalBy; at += 1) {
    later.add(seats[at % seats.length] ?? seat)
  }
  const scores = seats.map((other, at) => ({ other, has: state.scores[at] ?? 0 }))
  return score =>
    scores.reduce((chance, { other, has }) => {
      if (other === seat) return chance
      if (later.has(other) && score >= has) return chance * (1 - duel.overtake(score - has))
      return has > score ? 0 : has === score ? chance / 2 : chance
    }, 1)
}
