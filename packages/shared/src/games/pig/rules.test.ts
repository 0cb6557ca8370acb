import { describe, expect, it } from 'vitest'
import { loadedDice } from '../../testing/dice.ts'
import { open } from '../../testing/given.ts'
import type { Seat } from '../game.ts'
import { Options, type PigOptions } from './options.ts'
import { type PigEvent, type PigMove, type PigState, pig } from './rules.ts'

const ROLL: PigMove = { type: 'roll' }
const HOLD: PigMove = { type: 'hold' }
const dice = (count: number): PigMove => ({ type: 'roll', count })

/** A game in which seats have these points, the first one to play. */
function given(scores: readonly number[], wish: Partial<PigOptions> = {}): PigState {
  const seats = scores.map((_, seat) => seat)
  return { ...pig.setup(seats, Options.parse(wish), 0), scores }
}

const decided = (state: PigState, move: PigMove, ...faces: readonly number[]) =>
  pig.decide(state, move, { seat: state.turn?.seat ?? 0, dice: loadedDice(...faces) })

/** What a legal move of the seat whose turn it is leads to. */
function events(state: PigState, move: PigMove, ...faces: readonly number[]): readonly PigEvent[] {
  const result = decided(state, move, ...faces)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const after = (state: PigState, move: PigMove, ...faces: readonly number[]): PigState =>
  events(state, move, ...faces).reduce(pig.evolve, state)

/** The state after some rolls, one die or pair each. */
const rolled = (state: PigState, ...throws: readonly (readonly number[])[]): PigState =>
  throws.reduce((so, faces) => after(so, ROLL, ...faces), state)

describe('a turn', () => {
  it('[PI1] is the one of whoever was given the start, else of the highest die', () => {
    const options = Options.parse({})
    expect(pig.toAct(pig.setup([2, 0, 5], options, 5))).toEqual([5])
    expect(pig.begin(pig.setup([2, 0, 5], options, 5), { dice: loadedDice() })).toEqual([])
    const state = pig.setup([2, 0, 5], options, null)
    expect(pig.toAct(state)).toEqual([])
    const begun = pig.begin(state, { dice: loadedDice(3, 6, 4) }).reduce(pig.evolve, state)
    expect(pig.toAct(begun)).toEqual([0])
  })
  it('[PI2] adds up what is rolled, and nothing of it is held yet', () => {
    const state = rolled(given([10, 0]), [4], [6])
    expect(state).toMatchObject({ scores: [10, 0], turn: { seat: 0, total: 10, throws: 2 } })
    expect(events(state, ROLL, 2)).toEqual([
      { type: 'rolled', seat: 0, points: 2, total: 12, rolls: [open(6, 2)] },
    ])
  })
  it('[PI2] shows what happened last', () => {
    const state = rolled(given([10, 0]), [4], [6])
    expect(state.last).toEqual({ seat: 0, did: 'rolled', points: 6, faces: [6] })
    expect(after(state, HOLD).last).toEqual({ seat: 0, did: 'banked', points: 10, faces: [6] })
    expect(after(state, ROLL, 1).last).toEqual({ seat: 0, did: 'lost', points: 10, faces: [1] })
  })
  it('[PI3] loses all its points to a 1, and is over', () => {
    const state = rolled(given([10, 7]), [4], [6])
    expect(events(state, ROLL, 1)).toEqual([
      { type: 'lost', seat: 0, points: 10, next: 1, rolls: [open(6, 1)] },
    ])
    expect(after(state, ROLL, 1)).toMatchObject({ scores: [10, 7], turn: { seat: 1, total: 0, throws: 0 } })
  })
  it('[PI4] puts its points to the score when they are held, and is over', () => {
    const state = rolled(given([10, 7]), [4], [6])
    expect(events(state, HOLD)).toEqual([{ type: 'banked', seat: 0, points: 10, score: 20, next: 1 }])
    expect(after(state, HOLD)).toMatchObject({ scores: [20, 7], turns: [1, 0], turn: { seat: 1, total: 0 } })
  })
  it('[PI5] has one roll at least', () => {
    expect(decided(given([10, 7]), HOLD)).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
    expect(pig.legalMoves(given([10, 7]), 0)).toEqual([ROLL])
    expect(pig.legalMoves(rolled(given([10, 7]), [3]), 0)).toEqual([ROLL, HOLD])
  })
  it('[PI6] goes round in the order that the seats were given in', () => {
    let state = pig.setup([3, 0, 7], Options.parse({}), 0)
    const order: Seat[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      order.push(...pig.toAct(state))
      state = after(state, ROLL, 1)
    }
    expect(order).toEqual([0, 7, 3, 0])
  })
  it('[PI6] is nobody else’s', () => {
    const outOfTurn = pig.decide(given([0, 0]), ROLL, { seat: 1, dice: loadedDice(3) })
    expect(outOfTurn).toMatchObject({ ok: false, error: { code: 'not_your_turn' } })
    expect(pig.legalMoves(given([0, 0]), 1)).toEqual([])
  })
  it('[PI7] of somebody who does not answer is held, or rolled once where there is nothing to hold', () => {
    expect(pig.timeoutMove(given([0, 0]), 0)).toEqual(ROLL)
    expect(pig.timeoutMove(rolled(given([0, 0]), [3]), 0)).toEqual(HOLD)
    expect(pig.timeoutMove(given([0, 0], { variant: 'hog' }), 0)).toEqual(dice(1))
    const double = rolled(given([0, 0], { variant: 'two', rollDoubles: true }), [3, 3])
    expect(pig.timeoutMove(double, 0)).toEqual(ROLL)
  })
})

describe('the end', () => {
  it.each([50, 100, 200] as const)('[PI8] comes when %i points are held, and not before', target => {
    const state = rolled(given([target - 9, 30], { target }), [4])
    expect(after(state, HOLD)).toMatchObject({ turn: { seat: 1 }, isOver: false })
    const reaching = rolled(state, [5])
    expect(pig.outcome(reaching)).toBeNull()
    expect(events(reaching, HOLD)).toEqual([
      { type: 'banked', seat: 0, points: 9, score: target, next: null, reached: 'win' },
    ])
    const won = after(reaching, HOLD)
    expect(pig.outcome(won)).toEqual({ places: [[0], [1]] })
    expect(pig.toAct(won)).toEqual([])
    expect(pig.decide(won, ROLL, { seat: 1, dice: loadedDice(2) })).toMatchObject({
      ok: false,
      error: { code: 'not_playing' },
    })
  })
  it('[PI8] is at 100 points without a wish, with one die and nothing else', () => {
    const plain = { target: 100, variant: 'one', finalRound: false, autoWin: false, rollDoubles: false }
    expect(Options.parse({})).toEqual(plain)
  })
  it('[PI9] may still be lost to a 1 where the target is reached and not held', () => {
    expect(rolled(given([95, 30]), [6], [1])).toMatchObject({ scores: [95, 30], turn: { seat: 1 } })
  })
  it('[PI10] places everybody by points, and those with as many together', () => {
    const won = after(rolled(given([95, 30, 61, 30]), [6]), HOLD)
    expect(pig.outcome(won)).toEqual({ places: [[0], [2], [1, 3]] })
  })
  it('[PI11] comes by itself with autoWin, by the roll that reaches the target', () => {
    const state = rolled(given([90, 30], { autoWin: true }), [4])
    expect(events(state, ROLL, 5)).toEqual([
      { type: 'rolled', seat: 0, points: 5, total: 9, rolls: [open(6, 5)] },
    ])
    expect(events(state, ROLL, 6)).toEqual([
      { type: 'banked', seat: 0, points: 10, score: 100, next: null, reached: 'win', rolls: [open(6, 6)] },
    ])
  })
  it('[PI11] comes by a double too that otherwise had to be rolled on', () => {
    const state = given([90, 30], { variant: 'two', autoWin: true, rollDoubles: true })
    expect(pig.outcome(after(state, ROLL, 5, 5))).toEqual({ places: [[0], [1]] })
    expect(pig.outcome(after(state, ROLL, 4, 4))).toBeNull()
  })
})

describe('a final round', () => {
  const reached = after(rolled(given([95, 30, 90], { finalRound: true }), [6]), HOLD)

  it('[PI12] gives everybody else one more turn', () => {
    expect(reached).toMatchObject({ scores: [101, 30, 90], reachedBy: 0, turn: { seat: 1 }, isOver: false })
    const last = after(reached, ROLL, 1)
    expect(last).toMatchObject({ turn: { seat: 2 }, isOver: false })
    expect(pig.outcome(after(last, ROLL, 1))).toEqual({ places: [[0], [2], [1]] })
  })
  it('[PI12] is won by the most points', () => {
    const last = after(rolled(after(reached, ROLL, 1), [6], [6]), HOLD)
    expect(last.scores).toEqual([101, 30, 102])
    expect(pig.outcome(last)).toEqual({ places: [[2], [0], [1]] })
  })
  it('[PI12] is shared by those who have the most', () => {
    const last = after(rolled(after(reached, ROLL, 1), [5], [6]), HOLD)
    expect(pig.outcome(last)).toEqual({ places: [[0, 2], [1]] })
  })
  it('[PI12] is begun by reaching the target, once', () => {
    const [begins] = events(rolled(given([95, 90], { finalRound: true }), [6]), HOLD)
    expect(begins).toMatchObject({ reached: 'final_round', next: 1 })
    const answer = rolled(after(rolled(given([95, 90], { finalRound: true }), [6]), HOLD), [6], [6])
    expect(events(answer, HOLD)).toEqual([{ type: 'banked', seat: 1, points: 12, score: 102, next: null }])
  })
  it('[PI12] is held by its players themselves, also with autoWin', () => {
    const state = given([95, 90], { finalRound: true, autoWin: true })
    const first = after(state, ROLL, 6)
    expect(first).toMatchObject({ scores: [101, 90], reachedBy: 0, turn: { seat: 1 } })
    expect(rolled(first, [5], [6])).toMatchObject({ turn: { seat: 1, total: 11 }, isOver: false })
  })
})

describe('two dice', () => {
  const two = (scores: readonly number[], wish: Partial<PigOptions> = {}) =>
    given(scores, { variant: 'two', ...wish })

  it('[PI13] count together, doubles as well', () => {
    expect(rolled(two([10, 0]), [2, 5], [4, 4])).toMatchObject({ turn: { total: 15, mustRoll: false } })
  })
  it.each([[1, 4] as const, [6, 1] as const])('[PI13] lose the turn to one 1: %i and %i', (...faces) => {
    expect(rolled(two([10, 0]), [2, 5], faces)).toMatchObject({ scores: [10, 0], turn: { seat: 1 } })
  })
  it('[PI14] lose the whole score to two 1s', () => {
    const state = rolled(two([40, 25]), [2, 5])
    expect(events(state, ROLL, 1, 1)).toEqual([
      { type: 'lost', seat: 0, points: 7, scoreLost: 40, next: 1, rolls: [open(6, 1, 1)] },
    ])
    expect(after(state, ROLL, 1, 1)).toMatchObject({ scores: [0, 25], turn: { seat: 1 } })
  })
  it('[PI15] must be rolled again after a double, where that is wished', () => {
    const state = rolled(two([10, 0], { rollDoubles: true }), [4, 4])
    expect(state.turn).toMatchObject({ total: 8, mustRoll: true })
    expect(pig.legalMoves(state, 0)).toEqual([ROLL])
    expect(decided(state, HOLD)).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
    expect(pig.legalMoves(rolled(state, [2, 3]), 0)).toEqual([ROLL, HOLD])
  })
})

describe('Big Pig', () => {
  it.each([
    { faces: [1, 1], points: 25 },
    { faces: [2, 2], points: 8 },
    { faces: [6, 6], points: 24 },
    { faces: [3, 5], points: 8 },
  ])('[PI16] counts $faces as $points', ({ faces, points }) => {
    expect(rolled(given([10, 0], { variant: 'big' }), faces).turn).toMatchObject({ seat: 0, total: points })
  })
  it('[PI16] loses the turn to one 1', () => {
    const state = rolled(given([10, 0], { variant: 'big' }), [1, 1], [1, 2])
    expect(state).toMatchObject({ scores: [10, 0], turn: { seat: 1 } })
  })
  it('[PI16] knows no roll that must follow a double', () => {
    const state = rolled(given([10, 0], { variant: 'big', rollDoubles: true }), [4, 4])
    expect(pig.legalMoves(state, 0)).toEqual([ROLL, HOLD])
  })
})

describe('Hog', () => {
  const hog = given([10, 0], { variant: 'hog' })

  it('[PI17] has one roll a turn, with 1 to 20 dice', () => {
    expect(pig.legalMoves(hog, 0)).toEqual(Array.from({ length: 20 }, (_, at) => dice(at + 1)))
    expect(events(hog, dice(3), 2, 5, 5)).toEqual([
      { type: 'banked', seat: 0, points: 12, score: 22, next: 1, rolls: [open(6, 2, 5, 5)] },
    ])
  })
  it('[PI17] gives nothing where one of them is a 1', () => {
    expect(after(hog, dice(4), 6, 6, 1, 6)).toMatchObject({ scores: [10, 0], turn: { seat: 1 } })
  })
  it.each([ROLL, HOLD, dice(0), dice(21), { type: 'hold', count: 2 } as const])(
    '[PI17] takes no other move: %j',
    move => {
      const parsed = pig.move.safeParse(move)
      if (parsed.success) expect(decided(hog, parsed.data)).toMatchObject({ error: { code: 'illegal_move' } })
    },
  )
  it('[PI17] alone lets the number of dice be chosen', () => {
    expect(decided(given([0, 0]), dice(1))).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
    const rolledOnce = rolled(given([0, 0]), [3])
    expect(decided(rolledOnce, { type: 'hold', count: 1 })).toMatchObject({ error: { code: 'illegal_move' } })
  })
  it('[PI17] wins by the roll that reaches the target', () => {
    expect(pig.outcome(after(given([90, 0], { variant: 'hog' }), dice(2), 5, 5))).toEqual({
      places: [[0], [1]],
    })
  })
})

describe('a sentence', () => {
  const told = (event: PigEvent | undefined) =>
    event && pig.sentence(event, seat => ['Ada', 'Bo'][seat] ?? '?')
  const two = (wish: Partial<PigOptions> = {}) => rolled(given([40, 0], { variant: 'two', ...wish }), [3, 4])

  it.each([
    ['Ada rolled 4 and has 9 this turn', events(rolled(given([0, 0]), [5]), ROLL, 4)],
    ['Ada rolled 1 and loses 5', events(rolled(given([0, 0]), [5]), ROLL, 1)],
    ['Ada rolled 1 and gets nothing', events(given([0, 0]), ROLL, 1)],
    ['Ada rolled 4 4, must roll again, and has 15 this turn', events(two({ rollDoubles: true }), ROLL, 4, 4)],
    ['Ada rolled 1 1 and loses the whole score', events(two(), ROLL, 1, 1)],
    ['Ada holds 7 and has 47', events(two(), HOLD)],
    ['Ada holds 7 and wins with 103', events(rolled(given([96, 0], { variant: 'two' }), [3, 4]), HOLD)],
    ['Ada rolled 2 5 and has 17', events(given([10, 0], { variant: 'hog' }), dice(2), 2, 5)],
    ['Ada rolled 4 and wins with 100', events(given([96, 0], { autoWin: true }), ROLL, 4)],
    [
      'Ada holds 5 and has 100: everybody else has one more turn',
      events(rolled(given([95, 0], { finalRound: true }), [5]), HOLD),
    ],
  ])('[PI18] says: %s', (sentence, [event]) => {
    expect(told(event)).toBe(sentence)
  })
})
