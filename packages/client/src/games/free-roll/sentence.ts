import type { FreeRollEvent } from '@diceroom/shared/games/free-roll/rules.ts'
import type { Rolled } from '@diceroom/shared/games/free-roll/tray.ts'
import { type Seat, visitorOf } from '@diceroom/shared/games/game.ts'
import { type Sentence, visitorName } from '../../words/sentence.ts'
import { starterSentence } from '../../words/starter-sentence.ts'
import { freeRollText } from './strings.ts'

/** More dice than these are not read one by one: their sum comes first. */
const FEW = 6

/** What happened at the tray. */
export function freeRollSentence(event: FreeRollEvent, nameOf: (seat: Seat) => string): Sentence {
  const names = (seats: readonly Seat[]) => seats.map(nameOf).join(', ')
  switch (event.type) {
    case 'rolled':
      return rolledSentence(event, nameOf)
    case 'starter_rolled':
      return starterSentence(event, nameOf)
    case 'skipped':
      return freeRollText.said('skipped', { name: nameOf(event.seat) })
    case 'round_begun':
      return freeRollText.said('roundBegun', { number: event.number })
    case 'tied':
      return freeRollText.said('tied', { text: names(event.seats) })
    case 'decided': {
      const [first = []] = event.places
      if (event.winner === 'none') return freeRollText.said('over')
      return first.length === 1
        ? freeRollText.said('wins', { name: names(first) })
        : freeRollText.said('share', { text: names(first) })
    }
  }
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
