import type { Seat } from '@diceroom/shared/games/game.ts'
import { LAST_SQUARE } from '@diceroom/shared/games/race/board.ts'
import type { RaceEvent } from '@diceroom/shared/games/race/rules.ts'
import type { Sentence } from '../../words/sentence.ts'
import { starterSentence } from '../../words/starter-sentence.ts'
import { raceText } from './strings.ts'

/** What happened in a race. */
export function raceSentence(event: RaceEvent, nameOf: (seat: Seat) => string): Sentence {
  if (event.type === 'starter_rolled') return starterSentence(event, nameOf)
  const { from, landed, to } = event
  const thrown = { name: nameOf(event.seat), face: event.rolls[0].faces?.[0] ?? 0 }
  if (to === LAST_SQUARE) return raceText.said('wins', thrown)
  if (landed === from) return raceText.said('stays', { ...thrown, square: from })
  if (to === landed && from + thrown.face > LAST_SQUARE) return raceText.said('bounces', { ...thrown, to })
  if (to > landed) return raceText.said('climbs', { ...thrown, from: landed, to })
  return to < landed
    ? raceText.said('slides', { ...thrown, from: landed, to })
    : raceText.said('moves', { ...thrown, to })
}
