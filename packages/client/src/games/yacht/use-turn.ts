import type { Box } from '@diceroom/shared/games/yacht/boxes.ts'
import type { Offer } from '@diceroom/shared/games/yacht/sheet.ts'
import { offersIn, type YachtState } from '@diceroom/shared/games/yacht/state.ts'
import { useState } from 'react'

/** What the one to act has laid out so far and may still change: nothing of it has been sent. */
export interface TurnPlan {
  /** The places of the dice that are to stay. */
  readonly kept: readonly number[]
  readonly toggleDie: (place: number) => void
  /** The box that is to be filled. */
  readonly chosen: Offer | null
  readonly toggleBox: (box: Box) => void
}

interface Laid {
  /** The roll that it was laid out for. */
  readonly roll: string
  readonly kept: readonly number[]
  readonly box: Box | null
}

/**
 * The viewer's plan for this roll. Dice that were kept before a roll stay kept after it; a box that was chosen is not, as
 * it is worth something else now.
 */
export function useTurn(state: YachtState, game: number): TurnPlan {
  const filled = state.scores.reduce((so, { boxes }) => so + Object.keys(boxes).length, 0)
  const roll = `${game} ${filled} ${state.rollsLeft}`
  const [laid, setLaid] = useState<Laid | null>(null)
  const lying = (state.dice ?? []).map((_, place) => place)
  const now =
    laid?.roll === roll ? laid : { roll, kept: lying.filter(at => !state.thrown.includes(at)), box: null }
  return {
    kept: now.kept,
    toggleDie: place => {
      const kept = now.kept.includes(place) ? now.kept.filter(at => at !== place) : [...now.kept, place]
      setLaid({ ...now, kept })
    },
    chosen: offersIn(state).find(({ box }) => box === now.box) ?? null,
    toggleBox: box => setLaid({ ...now, box: now.box === box ? null : box }),
  }
}
