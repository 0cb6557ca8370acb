import { farkleChance, keepsOf, type ScoringTable } from './scoring.ts'

/** All points of Farkle are multiples of this. */
export const STEP = 50

/**
 * What rolls of so many dice may lead to. Rolls after which the same choices are open stand together, one after the other: the
 * chance that it comes to them, and for each choice how many dice it leaves and what it adds, in steps of 50.
 */
export interface RollOdds {
  readonly farkle: number
  readonly outcomes: readonly {
    readonly chance: number
    readonly left: readonly number[]
    readonly steps: readonly number[]
  }[]
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))

/** Every roll of so many dice, sorted, with the number of orders that it comes in. */
function* sortedRolls(count: number, from = 1): Generator<readonly number[], void> {
  if (count === 0) {
    yield []
    return
  }
  for (let face = from; face <= 6; face += 1) {
    for (const rest of sortedRolls(count - 1, face)) yield [face, ...rest]
  }
}

function ordersOf(faces: readonly number[]): number {
  const counts = [1, 2, 3, 4, 5, 6].map(face => faces.filter(one => one === face).length)
  return counts.reduce((orders, count) => orders / factorial(count), factorial(faces.length))
}

/** The odds of a roll of `count` (1–6) dice by a table: of each number of dice left only the best choice is kept. */
export function rollOdds(count: number, table: ScoringTable): RollOdds {
  const chances = new Map<string, number>()
  for (const faces of sortedRolls(count)) {
    const best = new Map<number, number>()
    for (const { dice, points } of keepsOf(faces, table)) {
      const left = count - dice.length
      best.set(left, Math.max(best.get(left) ?? 0, points))
    }
    if (best.size === 0) continue
    const choices = JSON.stringify([...best].sort(([a], [b]) => a - b))
    chances.set(choices, (chances.get(choices) ?? 0) + ordersOf(faces) / 6 ** count)
  }
  const outcomes = [...chances].map(([choices, chance]) => {
    const pairs: readonly (readonly [number, number])[] = JSON.parse(choices)
    return { chance, left: pairs.map(([left]) => left), steps: pairs.map(([, points]) => points / STEP) }
  })
  return { farkle: farkleChance(count), outcomes }
}
