import { describe, expect, it } from 'vitest'
import { loadedDice } from '../../testing/dice.ts'
import {
  FARKLE,
  given,
  happened,
  mayBank,
  options,
  play,
  refusal,
  type Wish,
} from '../../testing/farkle-play.ts'
import { farkle } from './rules.ts'

describe('the start', () => {
  it('[FK1] is rolled for, and nobody moves before', () => {
    const state = farkle.setup([0, 2, 5], options({}), null)
    expect(farkle.toAct(state)).toEqual([])
    expect(refusal(state, { type: 'roll' })).toBe('not_playing')
    const [event] = farkle.begin(state, { dice: loadedDice(2, 6, 3) })
    expect(event).toMatchObject({ type: 'starter_rolled', starter: 2 })
    expect(event && farkle.toAct(farkle.evolve(state, event))).toEqual([2])
  })
  it('[FK1] belongs to whoever is said to start', () => {
    const state = farkle.setup([2, 0, 5], options({}), 5)
    expect(farkle.begin(state, { dice: loadedDice() })).toEqual([])
    expect(farkle.toAct(state)).toEqual([5])
  })
  it('[FK1] has everybody at zero, by table A to 10000 with 500 to open, and nothing else', () => {
    expect(farkle.options.parse({})).toEqual({
      target: 10000,
      table: 'A',
      opening: 500,
      hotDice: 'may',
      penalty: 'none',
      ties: 'shared',
      dice: 6,
      noFifties: false,
      mustBeat: false,
      piggyback: false,
    })
    expect(farkle.setup([0, 1], options({}), 0)).toMatchObject({ scores: [0, 0], opened: [false, false] })
  })
})

describe('a turn', () => {
  it('[FK2] goes round in turn order, whatever the numbers of the seats', () => {
    const order = [3, 0, 2]
    let state = farkle.setup(order, options({}), 0)
    const acted = [0, 1, 2, 3].map(() => {
      const [seat] = farkle.toAct(state)
      state = play(state, FARKLE)
      return seat
    })
    expect(acted).toEqual([0, 2, 3, 0])
  })
  it('[FK2] lets nobody else move', () => {
    expect(refusal(given([0, 0]), { type: 'roll' }, 1)).toBe('not_your_turn')
    expect(farkle.legalMoves(given([0, 0]), 1)).toEqual([])
  })
  it('[FK3] begins with all dice', () => {
    expect(farkle.legalMoves(given([1000, 0]), 0)).toEqual([{ type: 'roll' }])
    expect(refusal(given([1000, 0]), { type: 'bank' })).toBe('illegal_move')
    expect(refusal(given([1000, 0]), { type: 'keep', dice: [0] })).toBe('illegal_move')
    expect(happened(given([1000, 0]), '264351')).toMatchObject([
      { type: 'rolled', seat: 0, points: 0, aside: [], rolls: [{ count: 6, sides: 6 }] },
    ])
  })
  it('[FK3] has something set aside after each roll', () => {
    const state = play(given([1000, 0]), '264331')
    expect(refusal(state, { type: 'roll' })).toBe('illegal_move')
    expect(refusal(state, { type: 'bank' })).toBe('illegal_move')
    expect(farkle.legalMoves(state, 0)).toEqual([{ type: 'keep', dice: [5] }])
  })
  it('[FK4] goes on with the dice that are left', () => {
    const state = play(given([1000, 0]), '264351', '+4,5')
    expect(state.turn).toEqual({ seat: 0, points: 150, aside: [5, 1], thrown: null })
    expect(farkle.legalMoves(state, 0)).toEqual([{ type: 'roll' }, { type: 'bank' }])
    expect(happened(state, '2613')).toMatchObject([{ points: 150, aside: [5, 1], rolls: [{ count: 4 }] }])
  })
  it('[FK4] makes no combination of dice from two rolls', () => {
    const state = play(given([1000, 0]), '112346', '+0,1', '1234')
    expect(farkle.legalMoves(state, 0)).toEqual([{ type: 'keep', dice: [0] }])
    expect(play(state, '+0').turn).toMatchObject({ points: 300, aside: [1, 1, 1] })
  })
  it('[FK5] takes any dice that all score', () => {
    const state = play(given([1000, 0]), '152223')
    expect(farkle.legalMoves(state, 0).map(move => ('dice' in move ? move.dice : move.type))).toEqual([
      [0],
      [1],
      [0, 1],
      [2, 3, 4],
      [0, 2, 3, 4],
      [1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ])
    expect(happened(state, '+0,2,3,4')).toEqual([
      {
        type: 'set_aside',
        seat: 0,
        dice: [0, 2, 3, 4],
        faces: [1, 2, 2, 2],
        points: 300,
        total: 300,
        aside: [1, 2, 2, 2],
        left: 2,
      },
    ])
  })
  it.each([
    ['none', []],
    ['one that does not score', [5]],
    ['one that does not score beside one that does', [0, 5]],
    ['two of three alike', [2, 3]],
    ['one twice', [0, 0]],
    ['another order', [1, 0]],
    ['one that there is not', [0, 6]],
    ['one below the first', [-1, 0]],
  ])('[FK5] takes no dice as these: %s', (_, dice) => {
    expect(refusal(play(given([1000, 0]), '152223'), { type: 'keep', dice })).toBe('illegal_move')
  })
  it('[FK6] puts what it is worth to the score when it is banked', () => {
    const state = play(given([1000, 700]), '264351', '+4,5', '1236', '+0')
    expect(happened(state, 'bank')).toEqual([{ type: 'banked', seat: 0, points: 250, score: 1250, next: 1 }])
    expect(play(state, 'bank')).toMatchObject({
      scores: [1250, 700],
      turn: { seat: 1, points: 0, aside: [] },
    })
  })
  it('[FK7] is lost by a roll in which nothing scores', () => {
    const state = play(given([1000, 0]), '264351', '+4,5')
    expect(happened(state, '2346')).toMatchObject([
      { type: 'farkled', seat: 0, lost: 150, inARow: 1, penalty: 0, score: 1000, next: 1 },
    ])
    expect(play(state, '2346')).toMatchObject({ scores: [1000, 0], farkles: [1, 0], turn: { seat: 1 } })
  })
  it('[FK7] may be lost by its first roll', () => {
    expect(happened(given([1000, 0]), FARKLE)).toMatchObject([{ type: 'farkled', lost: 0, next: 1 }])
  })
})

describe('hot dice', () => {
  const hot = (wish: Wish = {}) => play(given([1000, 0], wish), '123456', '+0,1,2,3,4,5')

  it('[FK13] may be rolled again, all of them, and the points stay', () => {
    expect(happened(play(given([1000, 0]), '123456'), '+0,1,2,3,4,5')).toMatchObject([{ hot: true, left: 6 }])
    expect(hot().turn).toMatchObject({ points: 1500, aside: [1, 2, 3, 4, 5, 6] })
    expect(farkle.legalMoves(hot(), 0)).toEqual([{ type: 'roll' }, { type: 'bank' }])
    const again = play(hot(), '112346')
    expect(again.turn).toMatchObject({ points: 1500, aside: [] })
    expect(play(again, '+0').turn).toMatchObject({ points: 1600, aside: [1] })
    expect(play(hot(), FARKLE).scores).toEqual([1000, 0])
  })
  it('[FK13] come from several rolls as well', () => {
    const state = play(given([1000, 0]), '112346', '+0,1', '1346', '+0', '515', '+0,1,2')
    expect(state.turn).toMatchObject({ points: 500, aside: [1, 1, 1, 5, 1, 5] })
    expect(happened(state, '123456')).toMatchObject([{ aside: [], rolls: [{ count: 6 }] }])
  })
  it('[FK13] by wish must be rolled again', () => {
    expect(farkle.legalMoves(hot({ hotDice: 'must' }), 0)).toEqual([{ type: 'roll' }])
    expect(refusal(hot({ hotDice: 'must' }), { type: 'bank' })).toBe('illegal_move')
    expect(mayBank(play(hot({ hotDice: 'must' }), '112346', '+0'))).toBe(true)
  })
})

describe('the opening minimum', () => {
  it.each([0, 350, 500, 600, 750, 1000] as const)('[FK14] of %i keeps less from being banked', opening => {
    const state = play(given([0, 0], { opening }), '111346', '+0,1,2')
    expect(mayBank(state)).toBe(opening <= 300)
    expect(mayBank(play(state, '115', '+0,1'))).toBe(opening <= 500)
    expect(mayBank(play(state, '115', '+0,1,2'))).toBe(opening <= 550)
    expect(mayBank(play(state, '444', '+0,1,2'))).toBe(opening <= 700)
    expect(mayBank(play(state, '666', '+0,1,2', '123456', '+0'))).toBe(true)
  })
  it('[FK14] holds until a seat has banked once, also where a farkle came between', () => {
    const opened = play(given([0, 0]), '111346', '+0,1,2', '115', '+0,1', 'bank', FARKLE)
    expect(opened.opened).toEqual([true, false])
    expect(mayBank(play(opened, '264331', '+5'))).toBe(true)
    expect(mayBank(play(opened, FARKLE, '264331', '+5'))).toBe(false)
  })
  it('[FK14] does not hold again for who has lost all points', () => {
    const state = { ...given([300, 0], { penalty: 'to-zero' }), farkles: [2, 0] }
    const after = play(state, FARKLE, FARKLE)
    expect(after.scores).toEqual([0, 0])
    expect(mayBank(play(after, '264331', '+5'))).toBe(true)
  })
})
