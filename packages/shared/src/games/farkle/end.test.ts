import { describe, expect, it } from 'vitest'
import { FARKLE, given, happened, mayBank, play, refusal, type Wish } from '../../testing/farkle-play.ts'
import { open } from '../../testing/given.ts'
import { farkle } from './rules.ts'

describe('the final round', () => {
  const nearly = (...scores: number[]) => given(scores)

  it('[FK15] begins with the first bank that reaches the target, and gives everybody else one more turn', () => {
    const state = play(nearly(9900, 5000, 8000), '264331', '+5')
    expect(happened(state, 'bank')).toEqual([
      { type: 'banked', seat: 0, points: 100, score: 10000, next: 1, final: true },
    ])
    const final = play(state, 'bank')
    expect(final).toMatchObject({ finalBy: 0, isOver: false })
    expect(farkle.outcome(final)).toBeNull()
    const last = play(final, FARKLE)
    expect(farkle.toAct(last)).toEqual([2])
    const over = play(last, '264331', '+5', 'bank')
    expect(over).toMatchObject({ isOver: true, turn: null, scores: [10000, 5000, 8100] })
    expect(farkle.outcome(over)).toEqual({ places: [[0], [2], [1]] })
    expect(refusal(over, { type: 'roll' })).toBe('not_playing')
  })
  it('[FK15] is not begun by points that are not banked', () => {
    expect(play(nearly(9900, 5000), '123456', '+0,1,2,3,4,5').finalBy).toBeNull()
    expect(play(nearly(9900, 5000), '123456', '+0,1,2,3,4,5', FARKLE)).toMatchObject({
      finalBy: null,
      turn: { seat: 1 },
    })
  })
  it('[FK15] ends before whoever began it, in the middle of the order too', () => {
    const state = { ...nearly(4000, 9900, 8000), turn: { seat: 1, points: 0, aside: [], thrown: null } }
    const final = play(state, '264331', '+5', 'bank')
    expect(farkle.toAct(final)).toEqual([2])
    expect(farkle.toAct(play(final, FARKLE))).toEqual([0])
    expect(farkle.outcome(play(final, FARKLE, FARKLE))).toEqual({ places: [[1], [2], [0]] })
  })
  it('[FK15] is won by whoever has most, and not begun again by who comes past the target in it', () => {
    const final = play(nearly(9900, 9000, 8000), '264331', '+5', 'bank')
    const past = play(final, '123456', '+0,1,2,3,4,5', 'bank')
    expect(past).toMatchObject({ finalBy: 0, scores: [10000, 10500, 8000] })
    expect(farkle.outcome(play(past, FARKLE))).toEqual({ places: [[1], [0], [2]] })
  })
  it('[FK15] asks the opening minimum of who has not opened', () => {
    const final = play(nearly(9900, 0), '264331', '+5', 'bank')
    expect(mayBank(play(final, '264331', '+5'))).toBe(false)
  })
  it.each([2000, 5000, 10000] as const)('[FK15] begins at the target: %i', target => {
    expect(play(given([target - 100, 0], { target }), '264331', '+5', 'bank').finalBy).toBe(0)
    expect(play(given([target - 150, 0], { target }), '264331', '+5', 'bank').finalBy).toBeNull()
  })
  it('[FK21] by wish lets only those bank who come past the leader', () => {
    const final = play(given([9900, 9000, 9950], { mustBeat: true }), '264331', '+5', 'bank')
    const thousand = play(final, '444423', '+0,1,2,3')
    expect(thousand.turn).toMatchObject({ seat: 1, points: 1000 })
    expect(mayBank(thousand)).toBe(false)
    expect(mayBank(play(thousand, '51', '+0'))).toBe(true)
    expect(mayBank(play(given([9900, 9000], { mustBeat: true }), '264331', '+5'))).toBe(true)
  })
})

describe('a tie', () => {
  const tied = (wish: Wish = {}) =>
    play(given([9900, 9000, 9000], wish), '264331', '+5', 'bank', '444423', '+0,1,2,3')

  it('[FK16] is shared', () => {
    const over = play(tied(), 'bank', FARKLE)
    expect(farkle.outcome(over)).toEqual({ places: [[0, 1], [2]] })
  })
  it('[FK16] by wish is rolled for by those who share the highest score, and again where the highest die is shared', () => {
    const two = tied({ ties: 'roll-off' })
    const three = play(two, 'bank', '444423', '+0,1,2,3')
    expect(happened(three, 'bank 55124')).toEqual([
      { type: 'banked', seat: 2, points: 1000, score: 10000, next: null },
      {
        type: 'rolled_off',
        rounds: [
          [0, 1, 2],
          [0, 1],
        ],
        winner: 1,
        rolls: [open(6, 5, 5, 1), { ...open(6, 2, 4), n: 1 }],
      },
    ])
    expect(farkle.outcome(play(three, 'bank 55124'))).toEqual({ places: [[1], [0, 2]] })
  })
  it('[FK16] is rolled for after a farkle too, and not below the highest score', () => {
    const two = play(tied({ ties: 'roll-off' }), 'bank')
    const [farkled, rolledOff] = happened(two, `${FARKLE}13`)
    expect(farkled).toMatchObject({ type: 'farkled', next: null })
    expect(rolledOff).toMatchObject({ type: 'rolled_off', rounds: [[0, 1]], winner: 1 })
    const losers = play(
      given([9900, 9000, 9000], { ties: 'roll-off' }),
      '264331',
      '+5',
      'bank',
      FARKLE,
      FARKLE,
    )
    expect(farkle.outcome(losers)).toEqual({ places: [[0], [1, 2]] })
  })
  it('[FK17] places the others by their scores', () => {
    const over = play(given([9900, 500, 700, 500]), '264331', '+5', 'bank', FARKLE, FARKLE, FARKLE)
    expect(farkle.outcome(over)).toEqual({ places: [[0], [2], [1, 3]] })
  })
})
