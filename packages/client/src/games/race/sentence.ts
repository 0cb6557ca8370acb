import type { Seat } from '@diceroom/shared/games/game.ts'
import { LAST_SQUARE } from '@diceroom/shared/games/race/board.ts'
import type { RaceEvent } from '@diceroom/shared/games/race/rules.ts'
import { eachThrew, type Sentence, sentence } from '../../words/sentence.ts'

/** What happened in a race. */
export function raceSentence(event: RaceEvent, nameOf: (seat: Seat) => string): Sentence {
  if (event.type === 'starter_rolled') return starterSentence(event, nameOf)
  const { from, landed, to } = event
  const thrown = { name: nameOf(event.seat), face: event.rolls[0].faces?.[0] ?? 0 }
  if (to === LAST_SQUARE) return sentence('said.wins', thrown)
  if (landed === from) return sentence('said.stays', { ...thrown, square: from })
  if (to === landed && from + thrown.face > LAST_SQUARE) return sentence('said.bounces', { ...thrown, to })
  if (to > landed) return sentence('said.climbs', { ...thrown, from: landed, to })
  return to < landed
    ? sentence('said.slides', { ...thrown, from: landed, to })
    : sentence('said.moves', { ...thrown, to })
}

/** Who starts, and by which throws; who plays alone starts without one. */
function starterSentence(
  { starter, rounds, rolls }: Extract<RaceEvent, { type: 'starter_rolled' }>,
  nameOf: (seat: Seat) => string,
): Sentence {
  const name = nameOf(starter)
  if (rounds.length === 0) return sentence('said.starter', { name })
  const thrown = rounds.map((seats, at) => eachThrew(seats, rolls[at]?.faces ?? [], nameOf))
  return sentence('said.starterThrew', { name, text: thrown.join(' → ') })
}
