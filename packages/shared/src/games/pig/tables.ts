import { type Odds, throwsOf } from './odds.ts'
import type { PigOptions } from './options.ts'
import { gainsWorth, playTurn, turnValues } from './turn-value.ts'

/** How far beyond the target it may pay to roll on, where others may still come past. */
const BEYOND = 60

/** What is known about a game for two with certain options. */
export interface Tables {
  readonly options: PigOptions
  /** The odds of the throws that one may choose from: one, or in Hog those of 1, 2, … dice. */
  readonly odds: readonly [Odds, ...Odds[]]
  /** Chances to win at the beginning of one's turn, with score `mine` against `theirs`, at `mine * target + theirs`. */
  readonly wins: Float64Array
  /** Chances of a last turn, by how far it is behind: more points win, as many win half. */
  readonly chase: Float64Array
}

/** Tables in which everything before the last turn is even yet. */
export function emptyTables(options: PigOptions): Tables {
  const { target, variant } = options
  const odds = throwsOf(options)
  const most = Math.max(...odds.map(throwing => throwing.most))
  return {
    options,
    odds,
    wins: new Float64Array(target * target).fill(0.5),
    chase: chaseOf(odds, variant === 'hog', target + 2 * (BEYOND + most)),
  }
}

/** What it is worth to end a turn with `score` against somebody with `theirs`, who plays next. */
export function heldWorth({ options, wins, chase }: Tables, score: number, theirs: number): number {
  const { target, finalRound } = options
  if (score < target) return 1 - (wins[theirs * target + score] ?? 0)
  return finalRound ? 1 - (chase[score - theirs] ?? 0) : 1
}

/** What it is worth to end the game so many points ahead. */
export const lastWorth = (ahead: number): number => (ahead > 0 ? 1 : ahead === 0 ? 0.5 : 0)

/** The score from which on nobody rolls who may hold, where `best` or the target has to be reached. */
export const topOf = ({ target, finalRound, autoWin }: PigOptions, best = 0): number => {
  if (best > 0) return best + BEYOND
  return finalRound && !autoWin ? target + BEYOND : target
}

/** The chances of a last turn that is `0, 1, …` points behind. */
function chaseOf(odds: readonly Odds[], isHog: boolean, length: number): Float64Array {
  const chase = new Float64Array(length)
  for (const throwing of odds) {
    // A turn that begins at 0 and has to come past `length` goes by each distance on its way.
    const held = Float64Array.from({ length: length + throwing.most + 2 }, (_, score) =>
      lastWorth(score - length),
    )
    const values = turnValues(held.length)
    const ends = { from: 0, held, turnLost: 0, scoreLost: 0, top: length + 1, isAuto: false }
    if (!isHog) playTurn(throwing, ends, values)
    for (let behind = 0; behind < length; behind += 1) {
      const from = length - behind
      const worth = isHog ? gainsWorth(throwing.free, held, from) : (values.rolled[from] ?? 0)
      chase[behind] = Math.max(chase[behind] ?? 0, worth)
    }
  }
  return chase
}
