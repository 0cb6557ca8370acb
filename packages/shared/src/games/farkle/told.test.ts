import { describe, expect, it } from 'vitest'
import { loadedDice } from '../../testing/dice.ts'
import { FARKLE, given, happened, options, play, type Wish } from '../../testing/farkle-play.ts'
import type { Seat } from '../game.ts'
import { farkle } from './rules.ts'
import type { FarkleState } from './state.ts'

describe('for a player who does not answer', () => {
  it('[FK22] a roll is made, the most points are set aside, and banked', () => {
    let state = given([1000, 0])
    expect(farkle.timeoutMove(state, 0)).toEqual({ type: 'roll' })
    state = play(state, '152223')
    expect(farkle.timeoutMove(state, 0)).toEqual({ type: 'keep', dice: [0, 1, 2, 3, 4] })
    state = play(state, '+0,1,2,3,4')
    expect(farkle.timeoutMove(state, 0)).toEqual({ type: 'bank' })
  })
  it('[FK22] the rest is rolled where banking is not allowed', () => {
    expect(farkle.timeoutMove(play(given([0, 0]), '152223', '+0,1,2,3,4'), 0)).toEqual({ type: 'roll' })
  })
})

describe('what lies on the table', () => {
  it('[FK25] is the last roll, what was set aside of it, and what lay aside', () => {
    const state = play(given([1000, 0]), '264351', '+4,5')
    expect(state.last).toEqual({
      did: 'set_aside',
      seat: 0,
      faces: [2, 6, 4, 3, 5, 1],
      kept: [4, 5],
      aside: [5, 1],
      points: 150,
    })
    expect(play(state, 'bank').last).toMatchObject({ did: 'banked', points: 150, aside: [5, 1] })
    expect(play(state, '2346').last).toMatchObject({
      did: 'farkled',
      points: 150,
      faces: [2, 3, 4, 6],
      aside: [5, 1],
    })
  })
})

describe('a sentence', () => {
  const name = (seat: Seat) => ['Ada', 'Bo', 'Cy'][seat] ?? '?'
  const told = (state: FarkleState, text: string) =>
    happened(state, text).map(event => farkle.sentence(event, name))
  const rolled = (score = 1000, wish: Wish = {}) => play(given([score, 1000], wish), '264351')

  it.each([
    [['Ada rolled 2 6 4 3 5 1'], given([0, 0]), '264351'],
    [['Ada rolled 2 2 3 4 4 6 and farkled'], given([0, 0]), FARKLE],
    [['Ada rolled 2 3 4 6 and farkled: 150 lost'], play(rolled(), '+4,5'), '2346'],
    [
      ['Ada rolled 2 2 3 4 4 6 and farkled, and 1000 more for the third in a row'],
      { ...given([1500, 0], { penalty: 'to-zero' }), farkles: [2, 0] },
      FARKLE,
    ],
    [['Ada set aside 5 1: 150 this turn, 4 dice left'], rolled(), '+4,5'],
    [
      ['Ada set aside 1 5: 550 this turn, 1 die left'],
      play(given([0, 0]), '444152', '+0,1,2', '152'),
      '+0,1',
    ],
    [['Ada set aside 1 2 3 4 5 6: 1500 this turn, hot dice'], play(given([0, 0]), '123456'), '+0,1,2,3,4,5'],
    [['Ada banked 150 and has 1150'], play(rolled(), '+4,5'), 'bank'],
    [['Ada banked 150 and has 10050: everybody else has one more turn'], play(rolled(9900), '+4,5'), 'bank'],
    [
      ['Bo goes on with 150 and rolled 1 2 3 6'],
      play(rolled(1000, { piggyback: true }), '+4,5', 'bank'),
      'piggyback 1236',
    ],
    [
      ['Bo rolled 2 2 3 4 4 6 and farkled', 'Bo wins the roll for the first place'],
      {
        ...given([10000, 10000], { ties: 'roll-off' }),
        finalBy: 0,
        turn: { seat: 1, points: 0, aside: [], thrown: null },
      },
      `${FARKLE}13`,
    ],
  ])('[FK26] says: %s', (sentences, state, text) => {
    expect(told(state, text)).toEqual(sentences)
  })
  it('[FK26] says who goes first', () => {
    const [event] = farkle.begin(farkle.setup([0, 1], options({}), null), { dice: loadedDice(2, 6) })
    expect(event && farkle.sentence(event, name)).toBe('Bo goes first')
  })
})
