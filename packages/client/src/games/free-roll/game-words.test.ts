import { type FreeRollOptions, type FreeRollState, freeRoll } from '@diceroom/shared/games/free-roll/rules.ts'
import { expect, it } from 'vitest'
import { decidedSentence, figureOf, isRounds, optionsSentence } from './game-words.ts'
import { freeRollSentence } from './sentence.ts'
import { freeRollText } from './strings.ts'

const nameOf = (seat: number) => ['Ada', 'Bo'][seat] ?? '?'

/** A game of two in which each seat has thrown these dice. */
function played(
  winner: FreeRollOptions['winner'],
  ada: number[],
  bo: number[],
  rollOff?: number[][],
): FreeRollState {
  const options = freeRoll.options.parse({ winner })
  const state = freeRoll.setup([0, 1], options, 0)
  return state.round
    ? { ...state, round: { ...state.round, hands: [ada, bo], rollOffs: rollOff ? [rollOff] : [] } }
    : state
}

it('[PG190] free roll says by what it was won', () => {
  const decided = (state: FreeRollState, ...places: number[][]) => decidedSentence(state, { places }, nameOf)
  expect(decided(played('highest', [3, 6], [5, 5]), [0], [1])).toEqual(
    freeRollText.said('decided.highest', { name: 'Ada', faces: '6 3' }),
  )
  expect(decided(played('sum', [3, 6], [5, 5]), [1], [0])).toEqual(
    freeRollText.said('decided.sum', { name: 'Bo', sum: 10 }),
  )
  expect(decided(played('lowest', [2], [2], [[4], [1]]), [1], [0])).toEqual(
    freeRollText.said('decided.rollOff', { name: 'Bo', faces: '1' }),
  )
  expect(decided(played('lowest', [2], [2]), [0, 1])).toEqual(
    freeRollText.said('decided.shared', { text: 'Ada, Bo', faces: '2' }),
  )
  expect(decided(played('none', [2], [2]), [0, 1])).toBeNull()
})

it('[PG190] free roll shows beside a seat what counts of its dice', () => {
  expect(figureOf(played('highest', [3, 6], []), 0)).toBe('6')
  expect(figureOf(played('lowest', [3, 6], []), 0)).toBe('3')
  expect(figureOf(played('sum', [3, 6], []), 0)).toBe('9')
  expect(figureOf(played('sum', [3, 6], []), 1)).toBeUndefined()
})

it('[PG190] free roll says what its options come to, also those of a room that began before it had them', () => {
  const old = JSON.parse('{"dice":2,"sides":6}') as FreeRollOptions
  expect(isRounds(old)).toBe(false)
  expect(optionsSentence(old)).toEqual(freeRollText.said('options', { dice: 2, sides: 6 }))
  const options = freeRoll.options.parse({ winner: 'sum', turns: true, rounds: 3 })
  const text = freeRollText.said('way.sum.turns')
  expect(optionsSentence(options)).toEqual(
    freeRollText.said('optionsGame', { dice: 1, sides: 6, count: 3, text }),
  )
})

it('[PG190] free roll tells how a game of rounds goes on', () => {
  expect(freeRollSentence({ type: 'tied', seats: [0, 1] }, nameOf)).toEqual(
    freeRollText.said('tied', { text: 'Ada, Bo' }),
  )
  expect(freeRollSentence({ type: 'decided', winner: 'sum', places: [[1], [0]] }, nameOf)).toEqual(
    freeRollText.said('wins', { name: 'Bo' }),
  )
  expect(freeRollSentence({ type: 'decided', winner: 'none', places: [[1, 0]] }, nameOf)).toEqual(
    freeRollText.said('over'),
  )
})
