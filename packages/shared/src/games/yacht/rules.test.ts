import { describe, expect, it } from 'vitest'
import { loadedDice } from '../../testing/dice.ts'
import { open } from '../../testing/given.ts'
import type { Seat } from '../game.ts'
import { type Box, sheets } from './boxes.ts'
import { yacht } from './rules.ts'
import { emptyScore, type Score } from './sheet.ts'
import { totalFor, type YachtMove, type YachtState } from './state.ts'

const usual = yacht.options.parse({})
const dice = (text: string): readonly number[] => [...text].map(Number)
const roll = (...keep: number[]): YachtMove => ({ type: 'roll', keep })
const enter = (box: Box): YachtMove => ({ type: 'score', box })

/** A game of two, the first seat to act, with these dice on the table. */
function given(
  lie: string | null,
  { rollsLeft = 2, scores = [emptyScore, emptyScore], options = usual } = {},
) {
  const state = yacht.setup([0, 1], options, 0)
  return { ...state, scores, rollsLeft: lie === null ? 3 : rollsLeft, dice: lie === null ? null : dice(lie) }
}

/** A sheet with nothing in these boxes, all others filled with 0 but for what is said. */
const openOnly = (boxes: readonly Box[], filled: Score['boxes'] = {}): Score => ({
  boxes: {
    ...Object.fromEntries(sheets.standard.boxes.filter(box => !boxes.includes(box)).map(box => [box, 0])),
    ...filled,
  },
  extras: 0,
})

const decide = (state: YachtState, seat: Seat, move: YachtMove, ...faces: readonly number[]) =>
  yacht.decide(state, move, { seat, dice: loadedDice(...faces) })

function after(state: YachtState, seat: Seat, move: YachtMove, ...faces: readonly number[]): YachtState {
  const decided = decide(state, seat, move, ...faces)
  if (!decided.ok) throw new Error(decided.error.message)
  return decided.value.reduce(yacht.evolve, state)
}

describe('the start', () => {
  it('[YA1] is rolled for: the highest die begins', () => {
    const state = yacht.setup([0, 1, 2], usual, null)
    expect(state).toMatchObject({ turn: null, dice: null, scores: [emptyScore, emptyScore, emptyScore] })
    expect(decide(state, 0, roll(), 1, 1, 1, 1, 1)).toMatchObject({
      ok: false,
      error: { code: 'not_playing' },
    })
    const [event] = yacht.begin(state, { dice: loadedDice(2, 5, 4) })
    expect(event).toMatchObject({ type: 'starter_rolled', starter: 1 })
    expect(event && yacht.evolve(state, event).turn).toBe(1)
  })
  it('[YA1] is not rolled for where it is known, or where somebody plays alone', () => {
    expect(yacht.begin(yacht.setup([2, 0], usual, 0), { dice: loadedDice() })).toEqual([])
    expect(yacht.begin(yacht.setup([3], usual, null), { dice: loadedDice() })).toMatchObject([
      { starter: 3, rolls: [] },
    ])
  })
})

describe('a turn', () => {
  it('[YA2] begins with five dice', () => {
    expect(decide(given(null), 0, roll(), 3, 1, 6, 6, 2)).toEqual({
      ok: true,
      value: [
        {
          type: 'dice_rolled',
          seat: 0,
          thrown: [0, 1, 2, 3, 4],
          dice: [3, 1, 6, 6, 2],
          rollsLeft: 2,
          rolls: [open(6, 3, 1, 6, 6, 2)].map(thrown => ({ ...thrown, count: 5 })),
        },
      ],
    })
  })
  it('[YA2] throws again what is not kept, each die in its own place', () => {
    const state = after(given('31662'), 0, roll(2, 3), 5, 6, 1)
    expect(state).toMatchObject({ dice: [5, 6, 6, 6, 1], thrown: [0, 1, 4], rollsLeft: 1, turn: 0 })
  })
  it('[YA2] may throw dice that were kept before', () => {
    const state = after(after(given('31662'), 0, roll(2, 3), 5, 6, 1), 0, roll(0), 1, 2, 3, 4)
    expect(state).toMatchObject({ dice: [5, 1, 2, 3, 4], thrown: [1, 2, 3, 4], rollsLeft: 0 })
  })
  it('[YA2] may throw all five again', () => {
    expect(after(given('31662'), 0, roll(), 1, 2, 3, 4, 5)).toMatchObject({ dice: [1, 2, 3, 4, 5] })
  })
  it('[YA2] takes places in any order, and each once', () => {
    expect(yacht.move.parse({ type: 'roll', keep: [3, 0, 3] })).toEqual(roll(0, 3))
    expect(yacht.move.parse({ type: 'roll' })).toEqual(roll())
    expect(yacht.move.safeParse({ type: 'roll', keep: [5] }).success).toBe(false)
    expect(yacht.move.safeParse({ type: 'roll', keep: [-1] }).success).toBe(false)
  })
  it.each<[string, YachtState, Seat, YachtMove, string]>([
    ['a roll out of turn', given(null), 1, roll(), 'not_your_turn'],
    ['a box out of turn', given('11111'), 1, enter('ones'), 'not_your_turn'],
    ['a fourth roll', given('31662', { rollsLeft: 0 }), 0, roll(2, 3), 'illegal_move'],
    ['something kept before the first roll', given(null), 0, roll(1), 'illegal_move'],
    ['a roll that keeps all five', given('31662'), 0, roll(0, 1, 2, 3, 4), 'illegal_move'],
    ['a box before the first roll', given(null), 0, enter('chance'), 'illegal_move'],
    [
      'a box that is filled',
      given('31662', { scores: [openOnly(['twos']), emptyScore] }),
      0,
      enter('ones'),
      'illegal_move',
    ],
    ['a box of another sheet', given('31662'), 0, enter('pair'), 'illegal_move'],
  ])('[YA3] refuses %s', (_, state, seat, move, code) => {
    expect(decide(state, seat, move, 1, 1, 1, 1, 1)).toMatchObject({ ok: false, error: { code } })
  })
  it.each<[RegExp, YachtState, Box]>([
    [/is filled/, given('31662', { scores: [openOnly(['twos']), emptyScore] }), 'ones'],
    [/no box pair/, given('31662'), 'pair'],
    [
      /twos is next/,
      given('31662', {
        options: { ...usual, order: 'down' },
        scores: [{ boxes: { ones: 1 }, extras: 0 }, emptyScore],
      }),
      'chance',
    ],
    [
      /joker now.*fours/,
      given('44444', { scores: [{ boxes: { yacht: 0 }, extras: 0 }, emptyScore] }),
      'chance',
    ],
  ])('[YA3] says why a box is refused: %s', (why, state, box) => {
    expect(decide(state, 0, enter(box))).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(why) },
    })
  })
  it('[YA4] ends with a box, at any roll, and the next one begins with no dice', () => {
    for (const rollsLeft of [2, 1, 0]) {
      const state = after(given('31662', { rollsLeft }), 0, enter('sixes'))
      expect(state).toMatchObject({ turn: 1, dice: null, thrown: [], rollsLeft: 3 })
      expect(state.scores).toEqual([{ boxes: { sixes: 12 }, extras: 0 }, emptyScore])
      expect(state.last).toEqual({
        seat: 0,
        box: 'sixes',
        dice: dice('31662'),
        thrown: [],
        points: 12,
        extra: 0,
      })
    }
  })
  it('[YA4] may end with a 0', () => {
    const state = after(given('31662'), 0, enter('yacht'))
    expect(state.scores[0]).toEqual({ boxes: { yacht: 0 }, extras: 0 })
  })
  it('[YA4] tells what a box gave: points, extra, bonus and total', () => {
    const scores = [{ boxes: { yacht: 50, fives: 20, sixes: 24 }, extras: 1 }, emptyScore]
    expect(decide(given('44444', { scores }), 0, enter('fours'))).toMatchObject({
      ok: true,
      value: [{ type: 'box_scored', points: 20, joker: false, extra: 100, bonus: 35, total: 349, next: 1 }],
    })
  })
})

describe('the end', () => {
  const last = (mine: Score['boxes'], theirs: Score['boxes']): YachtState =>
    given('22345', { scores: [openOnly(['chance'], mine), openOnly([], theirs)] })

  it('[YA5] comes when every box of every sheet is filled', () => {
    const state = after(last({}, { chance: 10 }), 0, enter('chance'))
    expect(state.turn).toBeNull()
    expect(yacht.toAct(state)).toEqual([])
    expect(yacht.outcome(state)).toEqual({ places: [[0], [1]] })
    expect(decide(state, 1, roll(), 1, 1, 1, 1, 1)).toMatchObject({
      ok: false,
      error: { code: 'not_playing' },
    })
  })
  it('[YA5] is won by the most points, with bonus and extras; who has as many shares the place', () => {
    const bonus = { fours: 20, fives: 25, sixes: 18 }
    expect(yacht.outcome(after(last({ twos: 2 }, { yacht: 50 }), 0, enter('chance')))).toEqual({
      places: [[1], [0]],
    })
    expect(yacht.outcome(after(last(bonus, { yacht: 50, chance: 30 }), 0, enter('chance')))).toEqual({
      places: [[0], [1]],
    })
    expect(yacht.outcome(after(last({}, { chance: 16 }), 0, enter('chance')))).toEqual({ places: [[0, 1]] })
  })
  it('[YA5] waits for who came later in the turn', () => {
    const state = given('22345', { scores: [openOnly(['chance']), openOnly(['ones'])] })
    expect(after(state, 0, enter('chance'))).toMatchObject({ turn: 1 })
    expect(yacht.outcome(after(state, 0, enter('chance')))).toBeNull()
  })
})

describe('somebody who does not answer', () => {
  it.each<[string, YachtState, YachtMove]>([
    ['rolls once', given(null), roll()],
    ['fills the box that gives most', given('31662'), enter('chance')],
    [
      'fills the first of those that give as much',
      given('12345', { scores: [openOnly(['ones', 'yacht']), emptyScore] }),
      enter('ones'),
    ],
    [
      'gives up the first box where there is nothing to gain',
      given('22346', { scores: [openOnly(['ones', 'yacht']), emptyScore] }),
      enter('ones'),
    ],
    [
      'puts a joker where it has to go',
      given('44444', { scores: [openOnly(['fours', 'chance'], { yacht: 50 }), emptyScore] }),
      enter('fours'),
    ],
  ])('[YA6] %s', (_, state, move) => {
    expect(yacht.timeoutMove(state, 0)).toEqual(move)
  })
})

describe('boxes from the top down', () => {
  const down = yacht.options.parse({ order: 'down' })

  it('[YA16] leave one box to fill', () => {
    const state = given('66666', { options: down, rollsLeft: 0 })
    expect(yacht.legalMoves(state, 0)).toEqual([enter('ones')])
    expect(after(state, 0, enter('ones')).scores[0]?.boxes).toEqual({ ones: 0 })
    expect(decide(state, 0, enter('sixes'))).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
  })
})

describe('what may be done', () => {
  it('[YA7] is one roll before the first, then 31 sets to keep and every open box, then boxes alone', () => {
    expect(yacht.legalMoves(given(null), 0)).toEqual([roll()])
    expect(yacht.legalMoves(given('31662'), 0)).toHaveLength(31 + 13)
    expect(yacht.legalMoves(given('31662', { rollsLeft: 0 }), 0)).toHaveLength(13)
    expect(yacht.legalMoves(given('31662'), 1)).toEqual([])
  })
})

describe('a sentence', () => {
  const named = (seat: Seat) => ['Ada', 'Bo'][seat] ?? '?'
  const told = (state: YachtState, move: YachtMove, ...faces: readonly number[]): string => {
    const decided = decide(state, 0, move, ...faces)
    return decided.ok ? decided.value.map(event => yacht.sentence(event, named)).join('; ') : ''
  }
  const close = [{ boxes: { yacht: 50, fives: 20, sixes: 24 }, extras: 1 }, emptyScore]

  it.each<[string, string]>([
    ['Ada rolled 3 1 6 6 2', told(given(null), roll(), 3, 1, 6, 6, 2)],
    ['Ada rolled 5 6 1 and has 5 6 6 6 1', told(given('31662'), roll(2, 3), 5, 6, 1)],
    ['Ada has 12 in sixes', told(given('31662'), enter('sixes'))],
    ['Ada has 0 in four of a kind', told(given('31662'), enter('four-of-a-kind'))],
    [
      'Ada has 20 in fours and 100 extra and the bonus of 35',
      told(given('44444', { scores: close }), enter('fours')),
    ],
    [
      'Ada has 30 in small straight as a joker and 100 extra',
      told(
        given('44444', { scores: [{ boxes: { yacht: 50, fours: 8 }, extras: 0 }, emptyScore] }),
        enter('small-straight'),
      ),
    ],
  ])('[YA18] says: %s', (sentence, said) => {
    expect(said).toBe(sentence)
  })
})

describe('a total', () => {
  it('[YA9] is what stands beside the seat', () => {
    const scores = [{ boxes: { fours: 20, fives: 25, sixes: 18, yacht: 50 }, extras: 2 }, emptyScore]
    expect(totalFor(given(null, { scores }), 0)).toBe(63 + 35 + 50 + 200)
    expect(totalFor(given(null, { scores }), 1)).toBe(0)
  })
})
