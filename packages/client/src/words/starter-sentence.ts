import type { Seat } from '@diceroom/shared/games/game.ts'
import type { StarterRolled } from '@diceroom/shared/games/roll-off.ts'
import { eachThrew, type Sentence, sentence } from './sentence.ts'

/** Who starts, and by which throws; who plays alone starts without one. */
export function starterSentence(
  { starter, rounds, rolls }: StarterRolled,
  nameOf: (seat: Seat) => string,
): Sentence {
  const name = nameOf(starter)
  if (rounds.length === 0) return sentence('said.starter', { name })
  const thrown = rounds.map((seats, at) => eachThrew(seats, rolls[at]?.faces ?? [], nameOf))
  return sentence('said.starterThrew', { name, text: thrown.join(' → ') })
}
