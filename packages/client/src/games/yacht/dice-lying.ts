import type { YachtEvent, YachtState } from '@diceroom/shared/games/yacht/state.ts'

/**
 * The five dice on the table, and which of them were thrown last or are in the air. Between two turns those of the one
 * before lie there. `undefined` before anybody has thrown for a box.
 */
export function diceLying({ dice, thrown, last }: YachtState, inAir: YachtEvent | null) {
  if (inAir?.type === 'dice_rolled') return { faces: inAir.dice, thrown: inAir.thrown }
  if (dice) return { faces: dice, thrown }
  return last ? { faces: last.dice, thrown: last.thrown } : undefined
}
