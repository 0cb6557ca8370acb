import { sheets } from './boxes.ts'
import { bestKeptInto, expectIn, type Grid, gridOf } from './hands.ts'
import type { Scoring } from './sheet.ts'
import {
  type Ahead,
  enterInto,
  type Jokers,
  jokersOf,
  openAt,
  type Position,
  scoreAt,
  UPPER_MAX,
  type Worths,
  worthsOf,
} from './worths.ts'

// The best play of one sheet alone, solved backwards from the full sheet over all that a sheet can hold.

/** What a sheet that is played alone, as well as can be, earns on average. */
export interface Solitaire {
  readonly worths: Worths
  /** For positions that play can come to. */
  readonly ahead: Ahead
  /** From the empty sheet on. */
  readonly mean: number
}

/** Positions that are solved side by side. */
const WIDTH = 64

/** Solves a sheet; the usual one, with its 360,000 positions, in a few seconds. */
export function solve(rules: Scoring): Solitaire {
  const worths = worthsOf(rules)
  const { bonus } = sheets[rules.sheet]
  const size = 1 << worths.boxes.length
  const table = new Float64Array(indexOf(size, 0, 0))
  if (bonus) table.fill(bonus.points, indexOf(size - 1, UPPER_MAX, 0))
  const levelOf = levelsOf(worths)
  const pays = paysExtras(rules)
  const ahead: Ahead = (filled, upper, extras) =>
    table[indexOf(filled, levelOf(filled, upper), pays ? extras : 0)] ?? 0
  const jokersAt = lastJokers(worths)
  const grid = gridOf(WIDTH)
  const spare = gridOf(WIDTH)
  for (const indices of positionsOf(worths)) {
    for (let from = 0; from < indices.length; from += WIDTH) {
      const some = indices.slice(from, from + WIDTH)
      for (const [column, index] of some.entries()) {
        const position = positionAt(index)
        enterInto(grid, column, { position, worths, jokers: jokersAt(position), ahead })
      }
      playTurn(grid, spare)
      for (const [column, index] of some.entries()) table[index] = grid.values[column] ?? 0
    }
  }
  return { worths, ahead, mean: ahead(0, 0, 0) }
}

/** What a turn of three rolls is worth, in the row of no dice, from what the sets of five are worth when entered. */
function playTurn(grid: Grid, spare: Grid): void {
  expectIn(grid)
  bestKeptInto(spare, grid)
  expectIn(spare)
  bestKeptInto(grid, spare)
  expectIn(grid)
}

/** Where a position stands in the table. */
const indexOf = (filled: number, level: number, extras: number): number =>
  (filled << 7) | (level << 1) | extras

const positionAt = (index: number): Position => ({
  filled: index >> 7,
  upper: (index >> 1) & 63,
  extras: index & 1,
})

/** Whether a further five alike may earn extra under these rules. */
const paysExtras = ({ sheet, joker }: Scoring): boolean => sheet === 'standard' && joker !== 'none'

/** Positions with the same boxes come one after the other: what their jokers are is found once for all of them. */
function lastJokers(worths: Worths): (position: Position) => Jokers {
  let last = -1
  let jokers: readonly Jokers[] = []
  return ({ filled, extras }) => {
    if (filled !== last)
      jokers = [0, 1].map(held => jokersOf(scoreAt({ filled, extras: held }, worths), worths))
    last = filled
    return jokers[extras] ?? []
  }
}

/**
 * One number for all upper sums that are worth the same: 63 where the bonus is reached, 0 where it cannot be reached any
 * more.
 */
function levelsOf({ faces, rules }: Worths): (filled: number, upper: number) => number {
  const { bonus } = sheets[rules.sheet]
  // What the open boxes of the upper half may still bring.
  const room = Int16Array.from({ length: 64 }, (_, filled) =>
    faces.slice(0, 6).reduce((so, face, at) => (filled & (1 << at) ? so : so + 5 * face), 0),
  )
  return (filled, upper) => {
    if (!bonus || upper + (room[filled & 63] ?? 0) < bonus.at) return 0
    return Math.min(upper, UPPER_MAX)
  }
}

/** The places in the table of all positions that play can come to, by how many boxes are open: one first, all last. */
function positionsOf(worths: Worths): readonly Int32Array[] {
  const { boxes, faces, rules } = worths
  const levelOf = levelsOf(worths)
  const yacht = 1 << boxes.indexOf('yacht')
  const seen = new Uint8Array(indexOf(1 << boxes.length, 0, 0))
  const byFilled: number[][] = boxes.map(() => [])
  seen[0] = 1
  // A position with more boxes filled has a higher number, so all that lead to one are seen before it.
  for (let index = 0; index < indexOf((1 << boxes.length) - 1, 0, 0); index += 1) {
    if (!seen[index]) continue
    const { filled, upper, extras } = positionAt(index)
    byFilled[bitsOf(filled)]?.push(index)
    for (const at of openAt(worths, filled)) {
      const then = filled | (1 << at)
      for (let count = 0; count <= 5; count += 1)
        seen[indexOf(then, levelOf(then, upper + count * (faces[at] ?? 0)), extras)] = 1
      if (1 << at === yacht && paysExtras(rules)) seen[indexOf(then, levelOf(then, upper), 1)] = 1
    }
  }
  return byFilled.map(indices => Int32Array.from(indices)).reverse()
}

const bitsOf = (set: number): number => set.toString(2).replaceAll('0', '').length
