import type { Gains, Odds } from './odds.ts'

/** What the ends of a turn are worth to whoever plays it: chances to win the game. */
export interface TurnEnds {
  /** With which score it began. */
  readonly from: number
  /** Held with a score, by that score. */
  readonly held: Float64Array
  readonly turnLost: number
  readonly scoreLost: number
  /** The score from which on everybody holds. */
  readonly top: number
  /** Set where a turn that comes to `top` is held by itself. */
  readonly isAuto: boolean
}

/** What a turn is worth on its way, by the score with what it has come to. */
export interface TurnValues {
  /** Where one may hold or roll, whichever is better. */
  readonly free: Float64Array
  /** Where one rolls. */
  readonly rolled: Float64Array
}

/** Room for the values of turns up to this score. */
export const turnValues = (scores: number): TurnValues => ({
  free: new Float64Array(scores),
  rolled: new Float64Array(scores),
})

function total(chances: Float64Array): number {
  let sum = 0
  for (let at = 0; at < chances.length; at += 1) sum += chances[at] ?? 0
  return sum
}

/** What the points of a roll are worth, by the score that they lead to from `from`. */
export function gainsWorth({ points, chances }: Gains, worth: Float64Array, from: number): number {
  let sum = 0
  for (let at = 0; at < points.length; at += 1) {
    sum += (chances[at] ?? 0) * (worth[from + (points[at] ?? 0)] ?? 0)
  }
  return sum
}

/**
 * Writes into `values` what a turn is worth that is played as well as it can be, from its end to its beginning, where one
 * has to roll; gives that.
 */
export function playTurn(odds: Odds, ends: TurnEnds, { free, rolled }: TurnValues): number {
  const { from, held, top, isAuto } = ends
  const lost = odds.turnLost * ends.turnLost + odds.scoreLost * ends.scoreLost
  const mayHold = total(odds.free.chances)
  const mustRoll = total(odds.forced.chances)
  for (let score = top + odds.most; score >= top; score -= 1) {
    const worth = held[score] ?? 0
    free[score] = worth
    rolled[score] = isAuto ? worth : (lost + mayHold * worth) / (1 - mustRoll)
  }
  for (let score = top - 1; score >= from; score -= 1) {
    const worth = lost + gainsWorth(odds.free, free, score) + gainsWorth(odds.forced, rolled, score)
    rolled[score] = worth
    free[score] = Math.max(worth, held[score] ?? 0)
  }
  return rolled[from] ?? 0
}
