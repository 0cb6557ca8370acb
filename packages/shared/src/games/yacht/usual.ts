import { sheets } from './boxes.ts'
import { bestKeptInto, expectIn, gridOf } from './hands.ts'
import type { Scoring } from './sheet.ts'
import type { Outlook } from './turn.ts'
import { enterInto, type Worths, worthsOf } from './worths.ts'

// How a good player looks at a sheet who has not solved the game: by what its open boxes usually bring.

/** What a turn brings on average that is played for one box and nothing else. */
export function usualOf(worths: Worths, at: number): number {
  const grid = gridOf(1)
  const spare = gridOf(1)
  const alone = { ...worths, rules: { ...worths.rules, order: 'free' } as const }
  const position = { filled: ((1 << worths.boxes.length) - 1) & ~(1 << at), upper: 0, extras: 0 }
  enterInto(grid, 0, { position, worths: alone, jokers: [], ahead: () => 0 })
  expectIn(grid)
  bestKeptInto(spare, grid)
  expectIn(spare)
  bestKeptInto(grid, spare)
  expectIn(grid)
  return grid.values[0] ?? 0
}

/** Three of each face are the bonus. So many points behind that, or more, and it is given up. */
const GIVEN_UP = 12

/** An outlook that adds up what the open boxes usually bring, and a bonus as likely as the upper half stands. */
export function usualOutlook(rules: Scoring): Outlook {
  const worths = worthsOf(rules)
  const usual = worths.boxes.map((_, at) => usualOf(worths, at))
  const { bonus } = sheets[rules.sheet]
  return {
    worths,
    ahead(filled, upper) {
      let points = 0
      let expected = upper
      for (let at = 0; at < usual.length; at += 1) {
        if (filled & (1 << at)) continue
        points += usual[at] ?? 0
        expected += 3 * (worths.faces[at] ?? 0)
      }
      if (!bonus) return points
      const chance = Math.min(1, Math.max(0, 0.5 + (expected - bonus.at) / (2 * GIVEN_UP)))
      return points + chance * bonus.points
    },
  }
}
