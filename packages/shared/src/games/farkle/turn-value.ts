import { type RollOdds, rollOdds, STEP } from './roll-odds.ts'
import type { FarkleOptions } from './state.ts'

/** What a turn is worth in every state that it can be in, played for the most of something. */
export interface TurnValue {
  /** Of rolling so many dice (1–6) with so many points aside. */
  roll(dice: number, points: number): number
  /** Of having set dice aside, so that `left` are left (0: all have scored) and the turn is worth `points`. */
  kept(left: number, points: number): number
}

interface TurnGoal {
  /** What it is worth to bank so many points, in steps of 50 from 0; `-1` where that is not allowed. */
  readonly bank: ArrayLike<number>
  /** What it is worth to have lost the turn. */
  readonly farkle: number
  /** Points below which nobody asks for a value. */
  readonly from?: number
}

/** What rolls of one die up to all of them may lead to, at the index of their number. */
export type Odds = readonly RollOdds[]

export const oddsOf = ({ table, dice }: Pick<FarkleOptions, 'table' | 'dice'>): Odds => [
  { farkle: 1, outcomes: [] },
  ...Array.from({ length: dice }, (_, at) => rollOdds(at + 1, table)),
]

/**
 * Solves a turn by going back from the most points that `goal` has a value for: whoever has that much banks. Exact, as every
 * roll that does not lose adds points.
 */
export function turnValue(odds: Odds, goal: TurnGoal, hotDice: FarkleOptions['hotDice']): TurnValue {
  const dice = odds.length - 1
  const top = goal.bank.length - 1
  const most = goal.bank[top] ?? 0
  const lowest = (goal.from ?? 0) / STEP
  const rolled = odds.map(() => new Float64Array(top + 1).fill(most))
  const kept = odds.map(() => new Float64Array(top + 1).fill(most))
  for (let level = top - 1; level >= lowest; level -= 1) {
    const banked = goal.bank[level] ?? -1
    for (let count = dice; count > 0; count -= 1) {
      const value = valueOfRoll(odds[count], kept, level, goal.farkle)
      const after = kept[count % dice]
      const before = rolled[count]
      if (before) before[level] = value
      if (after) after[level] = count === dice && hotDice === 'must' ? value : Math.max(value, banked)
    }
  }
  const at = (values: Float64Array | undefined, points: number) => values?.[Math.min(points / STEP, top)] ?? 0
  return {
    roll: (dice, points) => at(rolled[dice], points),
    kept: (left, points) => at(kept[left], points),
  }
}

function valueOfRoll(
  odds: RollOdds | undefined,
  kept: readonly Float64Array[],
  level: number,
  farkle: number,
): number {
  if (!odds) return 0
  let value = odds.farkle * farkle
  for (const { chance, left, steps } of odds.outcomes) {
    let best = -1
    for (let at = 0; at < left.length; at += 1) {
      const values = kept[left[at] ?? 0]
      if (!values) continue
      const reached = level + (steps[at] ?? 0)
      const worth = values[reached < values.length ? reached : values.length - 1] ?? 0
      if (worth > best) best = worth
    }
    value += chance * best
  }
  return value
}

/** Whether the options let a turn of so many points be banked, as far as its last digits go. */
export const mayEndIn = (points: number, { noFifties }: FarkleOptions): boolean =>
  !noFifties || points % 100 === 0

/** Somebody with so many points aside banks, whatever the dice. */
const POINTS_MAX = 24_000

/** Lifts all values of a turn so that none is below zero, where a farkle costs so much. */
interface MeanGoal {
  /** Less than this may not be banked. */
  readonly minimum: number
  /** What a farkle costs; all values are higher by as much. */
  readonly penalty: number
}

/** The turn that is worth the most points on average. */
export function meanValue(odds: Odds, options: FarkleOptions, { minimum, penalty }: MeanGoal): TurnValue {
  const bank = Array.from({ length: POINTS_MAX / STEP + 1 }, (_, level) =>
    level * STEP < minimum || !mayEndIn(level * STEP, options) ? -1 : level * STEP + penalty,
  )
  return turnValue(odds, { bank, farkle: 0 }, options.hotDice)
}

/**
 * The best chance to bank so many points in a turn, from its first roll. Where an odd 50 is not banked, more than what is asked
 * for counts even if it ends in one.
 */
export function reachChance(odds: Odds, { hotDice }: FarkleOptions): (points: number) => number {
  const bank = Array.from({ length: POINTS_MAX / STEP + 1 }, (_, level) =>
    level === POINTS_MAX / STEP ? 1 : -1,
  )
  const value = turnValue(odds, { bank, farkle: 0 }, hotDice)
  const dice = odds.length - 1
  return points => {
    if (points <= 0) return 1
    return points > POINTS_MAX ? 0 : value.roll(dice, POINTS_MAX - points)
  }
}
