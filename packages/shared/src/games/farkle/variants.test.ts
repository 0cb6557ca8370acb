import { describe, expect, it } from 'vitest'
import { FARKLE, given, happened, mayBank, play, refusal, type Wish } from '../../testing/farkle-play.ts'
import { farkle } from './rules.ts'
import { type FarkleOptions, ROUNDS_MAX } from './state.ts'

describe('three farkles in a row', () => {
  const third = (score: number, penalty: FarkleOptions['penalty']) => ({
    ...given([score, 0], { penalty }),
    farkles: [2, 0],
  })

  it.each([
    ['none', 1500, 0],
    ['to-zero', 1500, 1000],
    ['to-zero', 400, 400],
    ['to-zero', 0, 0],
    ['below-zero', 1500, 1000],
    ['below-zero', 400, 1000],
    ['below-zero', -200, 1000],
  ] as const)('[FK18] cost, by %s, of %i points %i', (penalty, score, cost) => {
    const state = third(score, penalty)
    expect(happened(state, FARKLE)).toMatchObject([{ inARow: 3, penalty: cost, score: score - cost }])
    expect(play(state, FARKLE)).toMatchObject({ scores: [score - cost, 0], farkles: [0, 0] })
  })
  it('[FK18] are counted for each seat, and anew after a bank', () => {
    const state = play(given([1500, 1500], { penalty: 'to-zero' }), FARKLE, FARKLE, FARKLE, FARKLE)
    expect(state.farkles).toEqual([2, 2])
    expect(play(state, '264331', '+5', 'bank', FARKLE)).toMatchObject({
      farkles: [0, 0],
      scores: [1600, 500],
    })
  })
})

describe('other variants', () => {
  it('[FK19] five dice make five rolled and five for hot dice', () => {
    const state = play(given([1000, 0], { dice: 5 }), '11155')
    expect(state.last?.faces).toHaveLength(5)
    expect(happened(state, '+0,1,2,3,4')).toMatchObject([{ points: 400, hot: true, left: 5 }])
    expect(refusal(state, { type: 'keep', dice: [0, 5] })).toBe('illegal_move')
    const rest = play(state, '+0,1,2')
    expect(happened(rest, '15')).toMatchObject([{ rolls: [{ count: 2 }] }])
  })
  it('[FK20] no odd 50 is banked where that is wished', () => {
    const state = play(given([1000, 0], { noFifties: true }), '264351')
    expect(mayBank(play(state, '+4'))).toBe(false)
    expect(mayBank(play(state, '+4,5'))).toBe(false)
    expect(mayBank(play(state, '+5'))).toBe(true)
    expect(mayBank(play(state, '+4,5', '5236', '+0'))).toBe(true)
  })

  describe('piggyback', () => {
    const banked = (wish: Wish = {}) =>
      play(given([1000, 1000, 0], { piggyback: true, ...wish }), '264351', '+4,5', 'bank')

    it('[FK23] offers the dice that were left, and the points, to the next seat', () => {
      const state = banked()
      expect(state).toMatchObject({ scores: [1150, 1000, 0], offer: { points: 150, aside: [5, 1] } })
      expect(farkle.legalMoves(state, 1)).toEqual([{ type: 'roll' }, { type: 'piggyback' }])
      expect(happened(state, 'piggyback 1236')).toMatchObject([
        { type: 'rolled', seat: 1, points: 150, aside: [5, 1], piggyback: true, rolls: [{ count: 4 }] },
      ])
      expect(play(state, 'piggyback 1236', '+0', 'bank').scores).toEqual([1150, 1250, 0])
      expect(happened(state, 'piggyback 2346')).toMatchObject([{ type: 'farkled', lost: 150 }])
    })
    it('[FK23] offers nothing after new dice, a farkle, hot dice, or where it is not wished', () => {
      expect(play(banked(), '264351').offer).toBeNull()
      expect(play(banked(), FARKLE).offer).toBeNull()
      expect(refusal(play(banked(), FARKLE), { type: 'piggyback' }, 2)).toBe('illegal_move')
      const hot = play(given([1000, 0], { piggyback: true }), '123456', '+0,1,2,3,4,5', 'bank')
      expect(hot.offer).toBeNull()
      expect(banked({ piggyback: false }).offer).toBeNull()
    })
    it('[FK23] counts the points taken over for the opening minimum', () => {
      const state = play(given([1000, 0], { piggyback: true }), '444123', '+0,1,2', 'bank')
      expect(mayBank(play(state, 'piggyback 123', '+0'))).toBe(true)
      expect(mayBank(play(state, 'piggyback 523', '+0'))).toBe(false)
    })
  })

  it('[FK24] a game in which nobody reaches the target is over after a hundred rounds', () => {
    const state = { ...given([700, 1200]), turns: 2 * ROUNDS_MAX - 2 }
    const last = play(state, FARKLE)
    expect(last.isOver).toBe(false)
    expect(farkle.outcome(play(last, FARKLE))).toEqual({ places: [[1], [0]] })
    const late = { ...given([700, 9900]), turns: 2 * ROUNDS_MAX - 2 }
    const final = play(late, FARKLE, '264331', '+5', 'bank')
    expect(final).toMatchObject({ finalBy: 1, turn: { seat: 0 } })
  })
})
