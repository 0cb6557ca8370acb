import { type Bot, sealBot } from '../bot.ts'
import { bestMove } from './hard.ts'
import { bestCount, type Odds, throwsOf } from './odds.ts'
import type { PigOptions } from './options.ts'
import { type PigMove, type PigState, type PigTurn, scoreOf } from './rules.ts'
import { solve } from './solve.ts'
import type { Tables } from './tables.ts'

// Three levels. `hard` plays what was solved before (`solve.ts`); the others count points, and look no further than their turn.

/** What those who only count points know of the place they are in. */
interface Place {
  readonly turn: PigTurn
  /** The seat's own points, without those of the turn. */
  readonly score: number
  /** The score that wins at once, or in the final round the least that is more than anybody has. */
  readonly goal: number
  readonly isLast: boolean
}

function placeOf(state: PigState, turn: PigTurn): Place {
  const isLast = state.reachedBy !== null
  const goal = isLast ? Math.max(...state.scores) + 1 : state.options.target
  return { turn, score: scoreOf(state, turn.seat), goal, isLast }
}

/**
 * The total at which a roll loses as much as it brings, by the variant's odds: with one die 20. A roll that may cost the whole
 * score is the less worth the more there is to lose.
 */
export function fairTotal(odds: Odds, score: number): number {
  const gain = [odds.free, odds.forced].reduce(
    (sum, { points, chances }) =>
      sum + chances.reduce((all, chance, at) => all + chance * (points[at] ?? 0), 0),
    0,
  )
  return (gain - odds.scoreLost * score) / (odds.turnLost + odds.scoreLost)
}

/** Holds with so much, and with what reaches the goal; in the final round with nothing less. */
function holdAt(total: number, { turn, score, goal, isLast }: Place): PigMove {
  const isEnough = score + turn.total >= goal || (!isLast && turn.total >= total)
  return { type: turn.throws > 0 && !turn.mustRoll && isEnough ? 'hold' : 'roll' }
}

/** The number of dice that brings the most points, none counted beyond the goal; as few as do. */
export function countForPoints(odds: readonly Odds[], needed: number): number {
  const means = odds.map(({ free: { points, chances } }) =>
    chances.reduce((sum, chance, at) => sum + chance * Math.min(points[at] ?? 0, needed), 0),
  )
  return bestCount(means)
}

/** Where a beginner gets cold feet: somewhere between a third and two thirds of what a good player dares. */
const beginnersShare = (random: () => number): number => 1 / 3 + random() / 3

/** How many dice a beginner of Hog takes. */
const beginnersDice = (random: () => number): number => 2 + Math.floor(random() * 2)

/** The move of a level that counts points. */
function pointsMove(
  place: Place,
  odds: readonly [Odds, ...Odds[]],
  { isHog, isBeginner, random }: { isHog: boolean; isBeginner: boolean; random: () => number },
): PigMove {
  if (isHog) {
    const count = isBeginner ? beginnersDice(random) : countForPoints(odds, place.goal - place.score)
    return { type: 'roll', count }
  }
  const total = fairTotal(odds[0], place.score)
  return holdAt(isBeginner ? total * beginnersShare(random) : total, place)
}

/** What is computed once for each way to play. */
interface Known {
  readonly odds: readonly [Odds, ...Odds[]]
  /** Made when they are needed first: only `hard` does. */
  tables: Tables | null
}

/** A bot of Pig, which keeps what it has solved. */
export function pigBot(): Bot<PigState, PigMove, PigOptions> {
  const known = new Map<string, Known>()

  function knownOf(options: PigOptions): Known {
    const key = JSON.stringify(options)
    const found = known.get(key) ?? { odds: throwsOf(options), tables: null }
    known.set(key, found)
    return found
  }
  function tablesOf(options: PigOptions): Tables {
    const one = knownOf(options)
    one.tables ??= solve(options)
    return one.tables
  }

  return {
    prepare(options) {
      tablesOf(options)
    },
    move(view, seat, { level, random }) {
      const { turn, options } = view
      if (turn?.seat !== seat) return null
      if (level === 'hard') return bestMove(tablesOf(options), view, turn)
      const how = { isHog: options.variant === 'hog', isBeginner: level === 'easy', random }
      return pointsMove(placeOf(view, turn), knownOf(options).odds, how)
    },
  }
}

export const bot = sealBot(pigBot())
