import { describe, expect, it } from 'vitest'
import { numbersFrom, seededDice } from '../../testing/dice.ts'
import { given, play, type Wish } from '../../testing/farkle-play.ts'
import { LEVELS, type Level } from '../bot.ts'
import { farkleBot } from './bot.ts'
import { farkle } from './rules.ts'
import type { FarkleState } from './state.ts'
import { meanValue, oddsOf } from './turn-value.ts'

const options = (wish: Wish = {}) => farkle.options.parse(wish)
const always = (value: number) => () => value
const moveOf = (state: FarkleState, level: Level = 'hard') =>
  farkleBot.move(state, farkle.toAct(state)[0] ?? -1, { level, random: always(0.5) })

/** Lets a bot move for whoever is to act until `isDone`. */
function playedOn(
  state: FarkleState,
  levelOf: (seat: number) => Level,
  seed: number,
  isDone: (state: FarkleState) => boolean,
) {
  const dice = seededDice(seed)
  const numbers = numbersFrom(seed)
  const random = () => numbers(2 ** 20) / 2 ** 20
  let so = state
  while (!isDone(so)) {
    const [seat = -1] = farkle.toAct(so)
    const move = farkleBot.move(so, seat, { level: levelOf(seat), random })
    if (!move) throw new Error(`no move for seat ${seat}`)
    const decided = farkle.decide(so, move, { seat, dice })
    if (!decided.ok) throw new Error(decided.error.message)
    so = decided.value.reduce(farkle.evolve, so)
  }
  return so
}

describe('the best turn', () => {
  const odds = oddsOf(options())
  const best = meanValue(odds, options(), { minimum: 0, penalty: 0 })

  it('[FK27] is worth 542.06 points on average by table A, 510.20 where it has to open with 500', () => {
    expect(best.roll(6, 0)).toBeCloseTo(542.06, 2)
    expect(meanValue(odds, options(), { minimum: 500, penalty: 0 }).roll(6, 0)).toBeCloseTo(510.2, 2)
  })
  it.each([
    [1, 250],
    [2, 200],
    [3, 350],
    [4, 900],
    [5, 2750],
    [6, 16750],
  ])('[FK27] rolls %i dice with up to %i points', (dice, most) => {
    expect(best.roll(dice, most)).toBeGreaterThan(most)
    expect(best.roll(dice, most + 50)).toBeLessThan(most + 50)
  })
})

describe('the strongest bot', () => {
  it('[FK28] makes 542 points a turn, give or take one in a hundred', () => {
    const turns = 12_000
    const begun = { ...given([0, 0]), opened: [true, true] }
    let points = 0
    for (let turn = 0; turn < turns; turn += 1) {
      points +=
        playedOn(
          begun,
          () => 'hard',
          turn,
          state => state.turn?.seat !== 0,
        ).scores[0] ?? 0
    }
    expect(points / turns).toBeGreaterThan(542 * 0.99)
    expect(points / turns).toBeLessThan(542 * 1.01)
  })
  it('[FK28] rolls on where that is worth more, and banks where it is not', () => {
    expect(moveOf(play(given([1000, 0]), '264351', '+5'))).toEqual({ type: 'roll' })
    expect(moveOf(play(given([1000, 0]), '111551', '+0,1,2,5', '15', '+0'))).toEqual({ type: 'bank' })
  })
  it('[FK28] gives up points for dice: of 1-5-2-3-6-6 it keeps the 1 alone', () => {
    expect(moveOf(play(given([1000, 0]), '152366'))).toEqual({ type: 'keep', dice: [0] })
  })
  it('[FK29] goes for the points that it needs when the last turn has come', () => {
    const last = {
      ...given([10500, 9000]),
      finalBy: 0,
      turn: { seat: 1, points: 0, aside: [], thrown: null },
    }
    const near = play(last, '111123', '+0,1,2,3')
    expect(near.turn?.points).toBe(1000)
    expect(moveOf(near)).toEqual({ type: 'roll' })
    expect(moveOf(play(last, '222333', '+0,1,2,3,4,5'))).toEqual({ type: 'bank' })
  })
  it('[FK29] reaches the target rather than risk it, and risks more where the other one would win', () => {
    expect(moveOf(play(given([9000, 2000]), '111123', '+0,1,2,3'))).toEqual({ type: 'bank' })
    expect(
      moveOf(play(given([3000, 2000]), '133462', '+0', '53346', '+0', '5334', '+0', '533', '+0')),
    ).toEqual({
      type: 'bank',
    })
    expect(
      moveOf(play(given([3000, 9950]), '133462', '+0', '53346', '+0', '5334', '+0', '533', '+0')),
    ).toEqual({
      type: 'roll',
    })
  })
  it('[FK29] takes over dice and points that are worth more than a turn of its own', () => {
    const offered = (faces: string, keep: string) =>
      play(given([1000, 1000], { piggyback: true }), faces, keep, 'bank')
    expect(moveOf(offered('111123', '+0,1,2,3'))).toEqual({ type: 'piggyback' })
    expect(moveOf(offered('152346', '+0'))).toEqual({ type: 'roll' })
  })
})

describe('bots', () => {
  it.each(LEVELS)('[FK30] play any game to its end by its rules: %s', level => {
    const wishes: readonly Wish[] = [
      { target: 2000 },
      { target: 2000, dice: 5, opening: 350, hotDice: 'must', noFifties: true, table: 'B' },
      { target: 2000, penalty: 'below-zero', mustBeat: true, piggyback: true, ties: 'roll-off', table: 'C' },
    ]
    for (const [at, wish] of wishes.entries()) {
      const begun = farkle.setup([0, 1, 2], options(wish), 1)
      const over = playedOn(
        begun,
        () => level,
        at + 1,
        state => state.isOver,
      )
      expect(farkle.outcome(over)?.places.flat()).toHaveLength(3)
    }
  })
  it('[FK30] of a higher level make more of a turn', () => {
    const begun = given([1000, 1000])
    const [easy = 0, medium = 0, hard = 0] = LEVELS.map(level => {
      let points = 0
      for (let turn = 0; turn < 1500; turn += 1) {
        points +=
          (playedOn(
            begun,
            () => level,
            turn,
            state => state.turn?.seat !== 0,
          ).scores[0] ?? 0) - 1000
      }
      return points / 1500
    })
    expect(easy).toBeGreaterThan(400)
    expect(medium).toBeGreaterThan(easy + 40)
    expect(hard).toBeGreaterThan(medium)
  })
  it('[FK30] do nothing when it is not their turn', () => {
    expect(farkleBot.move(given([0, 0]), 1, { level: 'hard', random: always(0) })).toBeNull()
  })
})
