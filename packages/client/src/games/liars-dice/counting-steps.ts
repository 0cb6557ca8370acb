import { BONUS } from '@diceroom/shared/games/liars-dice/counting.ts'
import type { Reveal } from '@diceroom/shared/games/liars-dice/state.ts'

// How dice are counted in sight: one after the other, hand by hand.

/** `die`: that die of that hand counts. `bonus`: the hand counts so many more as a whole. */
export type CountingStep =
  | { readonly kind: 'die'; readonly hand: number; readonly die: number; readonly count: number }
  | { readonly kind: 'bonus'; readonly hand: number; readonly count: number }

/** The steps of a count, each with the count that it leads to; `hand` is an index into the hands that were shown. */
export function countingSteps({
  counted,
  kinds,
}: Pick<Reveal, 'counted' | 'kinds'>): readonly CountingStep[] {
  const steps: CountingStep[] = []
  let count = 0
  for (const [hand, dice] of counted.entries()) {
    for (const die of dice) {
      count += 1
      steps.push({ kind: 'die', hand, die, count })
    }
    const bonus = BONUS[kinds[hand] ?? 'plain']
    if (bonus > 0) {
      count += bonus
      steps.push({ kind: 'bonus', hand, count })
    }
  }
  return steps
}

/** All of a count is seen within about this time, and no die is shorter or longer in the light than these. */
const COUNT_MS = 2_800
const STEP_MS = { least: 110, most: 420 } as const

/** How long each step takes. */
export const stepMs = (steps: number): number =>
  Math.min(STEP_MS.most, Math.max(STEP_MS.least, COUNT_MS / Math.max(1, steps)))
