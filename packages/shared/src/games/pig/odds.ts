import { HOG_DICE_MAX, type PigOptions } from './options.ts'
import { diceOf, judge } from './throw.ts'

/** Points that a throw may bring, each with its chance. */
export interface Gains {
  readonly points: Int32Array
  readonly chances: Float64Array
}

/** What a throw may come to; all chances together are 1. */
export interface Odds {
  /** Points after which one may hold. */
  readonly free: Gains
  /** Points after which one must roll again. */
  readonly forced: Gains
  readonly turnLost: number
  readonly scoreLost: number
  /** The most points that one throw may bring. */
  readonly most: number
}

const gainsOf = (chances: ReadonlyMap<number, number>): Gains => ({
  points: Int32Array.from(chances.keys()),
  chances: Float64Array.from(chances.values()),
})

/** How many dice are worth the most, by what 1, 2, … dice are worth; as few as are. */
export const bestCount = (worths: readonly number[]): number =>
  worths.findIndex(worth => worth > Math.max(...worths) - 1e-12) + 1

/** Every throw of so many dice. */
function* throws(count: number): Generator<readonly number[], void> {
  if (count === 0) {
    yield []
    return
  }
  for (const rest of throws(count - 1)) for (let face = 1; face <= 6; face += 1) yield [...rest, face]
}

/** The odds of a throw, counted over all throws as the rules judge them; few dice, as there are 6 to their power. */
export function oddsOf(options: PigOptions, dice: number = diceOf(options)): Odds {
  const free = new Map<number, number>()
  const forced = new Map<number, number>()
  const share = 1 / 6 ** dice
  let [turnLost, scoreLost] = [0, 0]
  for (const faces of throws(dice)) {
    const thrown = judge(faces, options)
    if (thrown.fate === 'turn_lost') turnLost += share
    else if (thrown.fate === 'score_lost') scoreLost += share
    else {
      const gains = thrown.mustRoll ? forced : free
      gains.set(thrown.points, (gains.get(thrown.points) ?? 0) + share)
    }
  }
  const most = Math.max(...free.keys(), ...forced.keys())
  return { free: gainsOf(free), forced: gainsOf(forced), turnLost, scoreLost, most }
}

/** The odds of the throws that one may choose from: one, or in Hog those of 1, 2, … dice. */
export const throwsOf = (options: PigOptions): readonly [Odds, ...Odds[]] =>
  options.variant === 'hog' ? hogOdds() : [oddsOf(options)]

/** The sums of one die more, none of them a 1. */
function withDie(sums: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const more = new Map<number, number>()
  for (const [sum, chance] of sums) {
    for (let face = 2; face <= 6; face += 1) more.set(sum + face, (more.get(sum + face) ?? 0) + chance / 6)
  }
  return more
}

/** In Hog, by adding a die at a time: 20 dice fall in too many ways to go through them. */
function hogOdds(): readonly [Odds, ...Odds[]] {
  const none = gainsOf(new Map())
  const odds = (dice: number, sums: ReadonlyMap<number, number>): Odds => ({
    free: gainsOf(sums),
    forced: none,
    turnLost: 1 - (5 / 6) ** dice,
    scoreLost: 0,
    most: 6 * dice,
  })
  let sums = withDie(new Map([[0, 1]]))
  const all: [Odds, ...Odds[]] = [odds(1, sums)]
  for (let dice = 2; dice <= HOG_DICE_MAX; dice += 1) {
    sums = withDie(sums)
    all.push(odds(dice, sums))
  }
  return all
}
