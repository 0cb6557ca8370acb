import type { FreeRollEvent } from '@diceroom/shared/games/free-roll/rules.ts'
import type { Rolled } from '@diceroom/shared/games/free-roll/tray.ts'
import { type Seat, visitorOf } from '@diceroom/shared/games/game.ts'
import { type Sentence, visitorName } from '../../words/sentence.ts'
import { starterSentence } from '../../words/starter-sentence.ts'
import { freeRollText } from './strings.ts'

/** More dice than these are not read one by one: their sum comes first. */
const FEW = 6

/** What happened at the tray. */
export function freeRollSentence(event: FreeRollEvent, nameOf: (seat: Seat) => string): Sentence | null {
  if (event.type === 'rolled') return rolledSentence(event, nameOf)
  return event.type === 'starter_rolled' ? starterSentence(event, nameOf) : null
}

/** What was rolled; the sum where there is something to add, and what the player said to it. */
function rolledSentence(event: Rolled, nameOf: (seat: Seat) => string): Sentence {
  const { seat, message, rolls } = event
  // Who came by a wire of its own may have said nothing.
  const text = message === '' ? undefined : message
  const thrown = rolls[0].faces ?? []
  const name = seat === undefined ? visitorName(visitorOf(rolls[0].who) ?? 0) : nameOf(seat)
  const faces = thrown.join(' ')
  const sum = thrown.reduce((all, face) => all + face, 0)
  if (text !== undefined) {
    return thrown.length < 2
      ? freeRollText.said('rolledWith', { name, faces, text })
      : freeRollText.said('rolledSumWith', { name, faces, sum, text })
  }
  if (thrown.length < 2) return freeRollText.said('rolled', { name, faces })
  return freeRollText.said(thrown.length > FEW ? 'rolledMany' : 'rolledSum', { name, faces, sum })
}
