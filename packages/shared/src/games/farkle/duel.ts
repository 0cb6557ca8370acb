import { STEP } from './roll-odds.ts'
import type { FarkleOptions } from './state.ts'
import { mayEndIn, type Odds, reachChance, turnValue } from './turn-value.ts'

// Two seats, both opened: what a score is worth against another one. Solved backwards over a grid of scores, each turn exactly
// by its dice; between the grid's points it is interpolated.

export interface Duel {
  /** The chance to win of who has just banked and stands at `own`, when the other one with `other` is to move. */
  afterBank(own: number, other: number): number
  /** The chance to come past a lead of so many points in the one turn that is left; a tie counts half. */
  overtake(lead: number): number
}

/** So many points of the grid up to the target. */
const GRID = 20
/** How far past the target a turn is looked at. */
const PAST_TARGET = 2500
/** A farkle leaves both where they are: each solves its turn so often upon the other's. */
const ROUNDS = 2

export function solveDuel(odds: Odds, options: FarkleOptions): Duel {
  const { target } = options
  const width = Math.max(STEP, target / GRID)
  const scores = [...Array.from({ length: Math.ceil(target / width) }, (_, at) => at * width), target - STEP]
  const size = scores.length
  // of who is to move, by the places of both scores in the grid
  const wins = scores.map(() => new Float64Array(size).fill(0.5))
  const reach = reachChance(odds, options)
  const overtake = (lead: number) =>
    options.mustBeat ? reach(lead + STEP) : (reach(lead) + reach(lead + STEP)) / 2

  /** Where between which points of the grid a score lies. */
  const placeOf = (score: number) => {
    const at = Math.min(Math.max(Math.floor(score / width), 0), size - 2)
    const [from = 0, to = 0] = [scores[at], scores[at + 1]]
    const share = to > from ? Math.min(Math.max((score - from) / (to - from), 0), 1) : 0
    return { at, share }
  }
  const between = (one = 0, other = 0, share: number) => one + (other - one) * share
  const winsOf = (mover: number, other: number) => {
    const [row, column] = [placeOf(mover), placeOf(other)]
    const inRow = (values: Float64Array | undefined) =>
      between(values?.[column.at], values?.[column.at + 1], column.share)
    return between(inRow(wins[row.at]), inRow(wins[row.at + 1]), row.share)
  }
  const afterBank = (own: number, other: number) =>
    own >= target ? 1 - overtake(own - other) : 1 - winsOf(other, own)

  const solve = (mover: number, other: number) => {
    const [own = 0, rival = 0] = [scores[mover], scores[other]]
    const levels = Math.floor((target + PAST_TARGET - own) / STEP)
    const bank = Array.from({ length: levels + 1 }, (_, level) =>
      level > 0 && mayEndIn(level * STEP, options) ? afterBank(own + level * STEP, rival) : -1,
    )
    const farkle = 1 - (wins[other]?.[mover] ?? 0)
    const value = turnValue(odds, { bank, farkle }, options.hotDice).roll(odds.length - 1, 0)
    const row = wins[mover]
    if (row) row[other] = value
  }
  /** A first guess: what it is one point of the grid further on. */
  const guess = (low: number, high: number) => {
    const near = Math.min(high + 1, size - 1)
    for (const [mover, other, row, column] of [
      [low, high, low, near],
      [high, low, near, low],
    ] as const) {
      const values = wins[mover]
      if (values) values[other] = wins[row]?.[column] ?? 0
    }
  }
  for (let sum = 2 * (size - 1); sum >= 0; sum -= 1) {
    for (let low = Math.max(0, sum - size + 1); 2 * low <= sum; low += 1) {
      guess(low, sum - low)
      for (let round = 0; round < ROUNDS; round += 1) {
        solve(low, sum - low)
        if (2 * low !== sum) solve(sum - low, low)
      }
    }
  }
  return { afterBank, overtake }
}
