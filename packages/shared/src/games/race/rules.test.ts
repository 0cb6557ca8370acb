import { describe, expect, it } from 'vitest'
import { loadedDice } from '../../testing/dice.ts'
import { open } from '../../testing/given.ts'
import { stepsToEnd } from '../../testing/markov.ts'
import { raceChain } from '../../testing/race-chain.ts'
import { pieceMoved, starterRolled } from '../../testing/race-events.ts'
import type { Seat } from '../game.ts'
import { type RaceEvent, type RaceOptions, type RaceState, race } from './rules.ts'

/** A race as it is without a wish. */
const PLAIN = race.options.parse({})

/** A race in which the pieces stand where `squares` says, the first seat to move. */
function given(squares: readonly number[], finish: RaceOptions['finish'] = 'stay'): RaceState {
  const seats = squares.map((_, seat) => seat)
  const events: RaceEvent[] = [
    starterRolled(seats, ...seats.map(seat => (seat === 0 ? 6 : 1))),
    ...squares.map((square, seat) => pieceMoved(seat, 0, 1, { to: square, next: 0 })),
  ]
  return events.reduce(race.evolve, race.setup(seats, race.options.parse({ finish }), null))
}

const roll = (state: RaceState, seat: Seat, ...faces: readonly number[]) =>
  race.decide(state, { type: 'roll' }, { seat, dice: loadedDice(...faces) })

/** What is left of a race after a roll, which has to be legal. */
function afterRoll(state: RaceState, seat: Seat, face: number): RaceState {
  const decided = roll(state, seat, face)
  if (!decided.ok) throw new Error(decided.error.message)
  return decided.value.reduce(race.evolve, state)
}

const LADDERS = [
  [1, 38],
  [4, 14],
  [9, 31],
  [21, 42],
  [28, 84],
  [36, 44],
  [51, 67],
  [71, 91],
  [80, 100],
] as const
const SLIDES = [
  [16, 6],
  [47, 26],
  [49, 11],
  [56, 53],
  [62, 19],
  [64, 60],
  [87, 24],
  [93, 73],
  [95, 75],
  [98, 78],
] as const

describe('the start', () => {
  const begin = (seats: readonly Seat[], ...faces: readonly number[]) =>
    race.begin(race.setup(seats, PLAIN, null), { dice: loadedDice(...faces) })

  it('[RA1] finds every piece off the board, and nobody to act before the start was rolled for', () => {
    const state = race.setup([0, 2], PLAIN, null)
    expect(state).toMatchObject({ seats: [0, 2], squares: [0, 0], turn: null, winner: null })
    expect(race.outcome(state)).toBeNull()
    expect(roll(state, 0, 1)).toMatchObject({ ok: false, error: { code: 'not_playing' } })
  })
  it('[RA2] belongs to the highest die', () => {
    expect(begin([0, 1, 2], 3, 5, 4)).toEqual([starterRolled([0, 1, 2], 3, 5, 4)])
  })
  it('[RA2] is rolled for again by those who share the highest die', () => {
    const [event] = begin([0, 1, 3, 4], 6, 2, 6, 6, 4, 4, 1, 2, 3)
    expect(event).toMatchObject({
      rounds: [
        [0, 1, 3, 4],
        [0, 3, 4],
        [0, 3],
      ],
      starter: 3,
      rolls: [{ faces: [6, 2, 6, 6] }, { faces: [4, 4, 1] }, { faces: [2, 3] }],
    })
  })
  it('[RA2] needs no die where somebody plays alone', () => {
    expect(begin([4])).toEqual([starterRolled([4])])
  })
  it('[RA2] is decided even if the dice never are', () => {
    const dice = {
      roll: (count: number, sides: number) => ({ ...open(sides), count, faces: Array(count).fill(1) }),
    }
    const [event] = race.begin(race.setup([1, 2], PLAIN, null), { dice })
    expect(event).toMatchObject({ starter: 1 })
  })
})

describe('turns', () => {
  it('[RA3] go round in the order of the seats, also where a seat is empty', () => {
    const begun = race.evolve(race.setup([0, 2, 5], PLAIN, null), starterRolled([0, 2, 5], 1, 6, 2))
    expect(race.toAct(begun)).toEqual([2])
    const second = afterRoll(begun, 2, 3)
    expect(race.toAct(second)).toEqual([5])
    const third = afterRoll(second, 5, 3)
    expect(race.toAct(third)).toEqual([0])
    expect(race.toAct(afterRoll(third, 0, 3))).toEqual([2])
  })
  it('[RA3] stay with somebody who plays alone', () => {
    expect(race.toAct(afterRoll(given([10]), 0, 1))).toEqual([0])
  })
  it('[RA3] give no second roll for a six', () => {
    expect(race.toAct(afterRoll(given([10, 10]), 0, 6))).toEqual([1])
  })
  it('[RA4] let nobody else roll', () => {
    expect(roll(given([0, 0]), 1, 3)).toMatchObject({ ok: false, error: { code: 'not_your_turn' } })
    expect(race.legalMoves(given([0, 0]), 1)).toEqual([])
  })
  it('[RA5] of somebody who does not answer are a roll', () => {
    expect(race.timeoutMove(given([0, 0]), 0)).toEqual({ type: 'roll' })
  })
})

describe('a piece', () => {
  it('[RA6] goes as far as the die says', () => {
    expect(roll(given([10, 7]), 0, 2)).toEqual({ ok: true, value: [pieceMoved(0, 10, 2, { next: 1 })] })
    expect(afterRoll(given([10, 7]), 0, 2)).toMatchObject({
      squares: [12, 7],
      last: { seat: 0, face: 2, from: 10, landed: 12, to: 12 },
    })
  })
  it('[RA6] does not mind who else is on its square', () => {
    expect(afterRoll(given([10, 12]), 0, 2).squares).toEqual([12, 12])
  })
  it.each(LADDERS)('[RA7] climbs from %i to %i', (foot, top) => {
    expect(roll(given([foot - 1, 0]), 0, 1)).toEqual({
      ok: true,
      value: [pieceMoved(0, foot - 1, 1, { landed: foot, to: top, next: top === 100 ? null : 1 })],
    })
  })
  it.each(SLIDES)('[RA8] slides from %i to %i', (head, end) => {
    expect(roll(given([head - 1, 0]), 0, 1)).toEqual({
      ok: true,
      value: [pieceMoved(0, head - 1, 1, { landed: head, to: end, next: 1 })],
    })
  })
  it('[RA9] is taken nowhere from any other square', () => {
    const taken = new Set<number>([...LADDERS, ...SLIDES].map(([from]) => from))
    const others = Array.from({ length: 99 }, (_, at) => at + 1).filter(square => !taken.has(square))
    expect(others).toHaveLength(80)
    for (const square of others) expect(afterRoll(given([square - 1, 0]), 0, 1).squares[0]).toBe(square)
  })
})

describe('a roll that is too high for the last square', () => {
  it('[RA10] leaves the piece where it is', () => {
    const state = afterRoll(given([97, 0]), 0, 4)
    expect(state).toMatchObject({ squares: [97, 0], turn: 1, winner: null })
    expect(afterRoll(given([97, 0]), 0, 3).winner).toBe(0)
  })
  it('[RA10] is what happens without a wish', () => {
    expect(race.options.parse({})).toMatchObject({ finish: 'stay' })
  })
  it.each([
    { from: 99, face: 2, landed: 99 },
    { from: 99, face: 4, landed: 97 },
    { from: 97, face: 6, landed: 97 },
    { from: 96, face: 5, landed: 99 },
  ])('[RA11] bounces back from the last square: $from, $face, $landed', ({ from, face, landed }) => {
    expect(afterRoll(given([from, 0], 'bounce'), 0, face)).toMatchObject({
      squares: [landed, 0],
      turn: 1,
      winner: null,
    })
  })
  it.each([
    { from: 97, face: 5, landed: 98, to: 78 },
    { from: 99, face: 3, landed: 98, to: 78 },
    { from: 99, face: 6, landed: 95, to: 75 },
  ])('[RA11] bounces onto a slide, and slides: $from, $face, $landed, $to', ({ from, face, landed, to }) => {
    expect(roll(given([from, 0], 'bounce'), 0, face)).toEqual({
      ok: true,
      value: [pieceMoved(0, from, face, { landed, to, next: 1 })],
    })
  })
  it('[RA12] wins', () => {
    expect(afterRoll(given([97, 0], 'overshoot'), 0, 6)).toMatchObject({ squares: [100, 0], winner: 0 })
  })
  it.each(['stay', 'bounce', 'overshoot'] as const)('[RA13] is not the exact one, which wins: %s', finish => {
    expect(afterRoll(given([97, 0], finish), 0, 3)).toMatchObject({
      squares: [100, 0],
      turn: null,
      winner: 0,
    })
  })
})

describe('the end', () => {
  const won = afterRoll(given([94, 40, 12, 40, 0]), 0, 6)

  it('[RA13] comes with the first piece on the last square', () => {
    expect(race.toAct(won)).toEqual([])
    expect(race.legalMoves(won, 0)).toEqual([])
    expect(roll(won, 1, 3)).toMatchObject({ ok: false, error: { code: 'not_playing' } })
  })
  it('[RA13] comes by a ladder too', () => {
    expect(afterRoll(given([79, 0]), 0, 1)).toMatchObject({ squares: [100, 0], winner: 0 })
  })
  it('[RA15] places everybody by how far they came, and those on one square together', () => {
    expect(race.outcome(won)).toEqual({ places: [[0], [1, 3], [2], [4]] })
  })
})

describe('a race of one', () => {
  it('[RA14] takes as long as the rules make it', () => {
    const { mean, deviation, median, least } = stepsToEnd(raceChain(race, {}), 0)
    expect(mean).toBeCloseTo(39.225122, 6)
    expect(deviation).toBeCloseTo(25.225, 3)
    expect({ median, least }).toEqual({ median: 32, least: 7 })
  })
})

describe('a sentence', () => {
  const told = (event: RaceEvent) => race.sentence(event, seat => ['Ada', 'Bo'][seat] ?? '?')

  it.each([
    ['Bo goes first', starterRolled([0, 1], 2, 3)],
    ['Ada rolled 2 and moves to 12', pieceMoved(0, 10, 2, { next: 1 })],
    ['Ada rolled 1 and climbs from 1 to 38', pieceMoved(0, 0, 1, { to: 38, next: 1 })],
    ['Bo rolled 3 and slides from 98 to 78', pieceMoved(1, 95, 3, { to: 78, next: 0 })],
    ['Bo rolled 5 and stays on 97', pieceMoved(1, 97, 5, { landed: 97, next: 0 })],
    ['Bo rolled 3 and wins', pieceMoved(1, 97, 3, { next: null })],
    ['Ada rolled 1 and wins', pieceMoved(0, 79, 1, { to: 100, next: null })],
    // Two slides are so short that they may lead back to where the piece was.
    ['Ada rolled 3 and slides from 56 to 53', pieceMoved(0, 53, 3, { to: 53, next: 1 })],
    ['Ada rolled 4 and slides from 64 to 60', pieceMoved(0, 60, 4, { to: 60, next: 1 })],
  ])('[RA16] says: %s', (sentence, event) => {
    expect(told(event)).toBe(sentence)
  })
})
