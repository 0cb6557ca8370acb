import type { Odds } from './odds.ts'
import type { PigOptions } from './options.ts'
import { emptyTables, heldWorth, type Tables, topOf } from './tables.ts'
import { gainsWorth, playTurn, turnValues } from './turn-value.ts'

// The value iteration of Neller and Presser ("Optimal play of the dice game Pig", UMAP Journal 25(1), 2004), for two players
// and for every variant: the chance to win from each pair of scores, both players playing as well as can be.

/** Where it is settled: the largest change of any chance in the last round. */
const SETTLED = 1e-10
const ROUNDS_MAX = 500

/** Solves the game for two; takes a few seconds at most. */
export function solve(options: PigOptions): Tables {
  const tables = emptyTables(options)
  const sides = [sideOf(tables), sideOf(tables)] as const
  // Only where a whole score may be lost does a pair of scores lead back to lower ones; else one round settles all.
  let change = tables.odds.some(({ scoreLost }) => scoreLost > 0) ? 1 : SETTLED
  for (let round = 1; round === 1 || (change > SETTLED && round <= ROUNDS_MAX); round += 1) {
    change = settleAll(tables, sides, Math.max(SETTLED, change / 100))
  }
  return tables
}

/** One side of a pair of scores. */
interface Side {
  /** Takes over from the tables what a turn may come to that begins with `mine` against `theirs`. */
  load(mine: number, theirs: number): void
  /** The chance to win from there, by what the tables say now of the other side. */
  value(): number
}

const sideOf = (tables: Tables): Side =>
  tables.options.variant === 'hog' ? hogSide(tables) : turnSide(tables, tables.odds[0])

function turnSide(tables: Tables, odds: Odds): Side {
  const { wins, options } = tables
  const top = topOf(options)
  const held = new Float64Array(top + odds.most + 1)
  const values = turnValues(held.length)
  let [from, other] = [0, 0]
  return {
    load(mine, theirs) {
      from = mine
      other = theirs * options.target
      for (let score = mine; score < held.length; score += 1) held[score] = heldWorth(tables, score, theirs)
    },
    value() {
      const turnLost = 1 - (wins[other + from] ?? 0)
      const scoreLost = 1 - (wins[other] ?? 0)
      return playTurn(odds, { from, held, turnLost, scoreLost, top, isAuto: options.autoWin }, values)
    },
  }
}

function hogSide(tables: Tables): Side {
  const { wins, odds, options } = tables
  const held = new Float64Array(options.target + 6 * odds.length)
  const won = new Float64Array(odds.length)
  let other = 0
  return {
    load(mine, theirs) {
      other = theirs * options.target + mine
      for (let score = mine; score < held.length; score += 1) held[score] = heldWorth(tables, score, theirs)
      for (const [dice, { free }] of odds.entries()) won[dice] = gainsWorth(free, held, mine)
    },
    value() {
      const turnLost = 1 - (wins[other] ?? 0)
      let best = 0
      for (let dice = 0; dice < won.length; dice += 1) {
        best = Math.max(best, (won[dice] ?? 0) + (odds[dice]?.turnLost ?? 0) * turnLost)
      }
      return best
    },
  }
}

/**
 * Goes through all pairs of scores, high ones first. What a score may come to is settled by then, and what is left is the
 * pair itself, seen from both sides, to be settled within `tolerance`. Gives the largest change.
 */
function settleAll(
  { wins, options: { target } }: Tables,
  sides: readonly [Side, Side],
  tolerance: number,
): number {
  const [mine, theirs] = sides
  let change = 0
  for (let sum = 2 * target - 2; sum >= 0; sum -= 1) {
    for (let low = Math.max(0, sum - target + 1); 2 * low <= sum; low += 1) {
      const high = sum - low
      mine.load(low, high)
      theirs.load(high, low)
      const pair = [low * target + high, high * target + low] as const
      change = Math.max(change, settlePair(wins, { pair, sides, tolerance }))
    }
  }
  return change
}

/**
 * Settles the chances at two places of `wins` that hang on each other; gives how far off the first was. As long as nobody
 * decides otherwise they hang on each other in a straight line, so that two steps tell where the steps lead (Steffensen).
 */
function settlePair(
  wins: Float64Array,
  {
    pair: [first, second],
    sides: [mine, theirs],
    tolerance,
  }: {
    readonly pair: readonly [number, number]
    readonly sides: readonly [Side, Side]
    readonly tolerance: number
  },
): number {
  const step = (chance: number): number => {
    wins[first] = chance
    wins[second] = theirs.value()
    return mine.value()
  }
  const before = wins[first] ?? 0
  let chance = before
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const once = step(chance)
    if (Math.abs(once - chance) < tolerance) break
    const twice = step(once)
    const bend = twice - 2 * once + chance
    chance = bend === 0 ? twice : chance - (once - chance) ** 2 / bend
  }
  return Math.abs(chance - before)
}
