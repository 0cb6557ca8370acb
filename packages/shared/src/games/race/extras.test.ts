import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadedDice, numbersFrom, seededDice } from '../../testing/dice.ts'
import { stepsToEnd } from '../../testing/markov.ts'
import { raceChain } from '../../testing/race-chain.ts'
import type { Seat } from '../game.ts'
import { raceBot } from './bot.ts'
import { plainRace } from './plain.ts'
import { type RaceEvent, type RaceMoved, type RaceOptions, type RaceState, race } from './rules.ts'

/** A race in which the pieces stand where `squares` says, the first seat to move. */
function given(squares: readonly number[], wish: Partial<RaceOptions>): RaceState {
  const seats = squares.map((_, seat) => seat)
  return { ...race.setup(seats, race.options.parse(wish), 0), squares }
}

function moveOf(state: RaceState, ...faces: readonly number[]): RaceMoved {
  const decided = race.decide(state, { type: 'roll' }, { seat: state.turn ?? 0, dice: loadedDice(...faces) })
  const [event] = decided.ok ? decided.value : []
  if (event?.type !== 'piece_moved') throw new Error('no move')
  return event
}

const after = (state: RaceState, ...faces: readonly number[]): RaceState =>
  race.evolve(state, moveOf(state, ...faces))

const mean = (wish: Partial<RaceOptions>, from = 0): number => stepsToEnd(raceChain(race, wish), from).mean

describe('without a wish', () => {
  it('[RA17] everything is as in the first version of the rules, event by event', () => {
    const options = race.options.parse({})
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 6 }), (seed, count) => {
        const seats = Array.from({ length: count }, (_, seat) => seat)
        const [dice, plainDice] = [seededDice(seed), seededDice(seed)]
        let state = race.setup(seats, options, null)
        let plain = plainRace.setup(seats, { finish: 'stay' }, null)
        for (const event of race.begin(state, { dice })) state = race.evolve(state, event)
        for (const event of plainRace.begin(plain, { dice: plainDice }))
          plain = plainRace.evolve(plain, event)
        for (let seat = state.turn; seat !== null; seat = state.turn) {
          const decided = race.decide(state, { type: 'roll' }, { seat, dice })
          expect(decided).toEqual(plainRace.decide(plain, { type: 'roll' }, { seat, dice: plainDice }))
          if (!decided.ok) throw new Error(decided.error.message)
          for (const event of decided.value) {
            expect(race.sentence(event, String)).toBe(plainRace.sentence(event, String))
            plain = plainRace.evolve(plain, event)
            state = race.evolve(state, event)
          }
          expect({ ...state, options: { finish: 'stay' } }).toEqual(plain)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('two dice', () => {
  it('[RA18] are walked together', () => {
    const state = after(given([10, 0], { twoDice: true }), 3, 4)
    expect(state).toMatchObject({
      squares: [17, 0],
      turn: 1,
      last: { seat: 0, face: 7, faces: [3, 4], from: 10, landed: 17, to: 17 },
    })
  })
  it.each([
    { from: 95, faces: [4, 3], landed: 99, alone: 4 },
    { from: 95, faces: [3, 4], landed: 99, alone: 4 },
    { from: 96, faces: [6, 1], landed: 97, alone: 1 },
    { from: 97, faces: [6, 4], landed: 97, alone: undefined },
    { from: 97, faces: [3, 5], landed: 100, alone: 3 },
    { from: 94, faces: [5, 1], landed: 100, alone: undefined },
  ])(
    '[RA18] count one by one where both are too much: $from, $faces, $landed',
    ({ from, faces, landed, alone }) => {
      expect(moveOf(given([from, 0], { twoDice: true }), ...faces)).toMatchObject({ landed })
      expect(moveOf(given([from, 0], { twoDice: true }), ...faces).alone).toBe(alone)
    },
  )
  it('[RA18] bounce and pass with their sum', () => {
    expect(moveOf(given([97, 0], { twoDice: true, finish: 'bounce' }), 3, 1)).toMatchObject({ landed: 99 })
    expect(moveOf(given([97, 0], { twoDice: true, finish: 'overshoot' }), 3, 1)).toMatchObject({
      landed: 100,
    })
  })
})

describe('another roll for a six', () => {
  it('[RA19] is the same seat’s', () => {
    const six = moveOf(given([10, 10], { sixAgain: true }), 6)
    expect(six).toMatchObject({ landed: 16, to: 6, next: 0, again: true })
    expect(moveOf(given([10, 10], { sixAgain: true }), 5)).not.toHaveProperty('again')
    expect(moveOf(given([97, 10], { sixAgain: true }), 6)).toMatchObject({ to: 97, next: 0, again: true })
  })
  it('[RA19] with two dice comes by one six', () => {
    const wish = { sixAgain: true, twoDice: true } as const
    expect(moveOf(given([10, 10], wish), 2, 6)).toMatchObject({ next: 0, again: true })
    expect(moveOf(given([10, 10], wish), 3, 3)).toMatchObject({ next: 1 })
  })
  it('[RA19] comes to an end with the race', () => {
    const won = moveOf(given([94, 10], { sixAgain: true }), 6)
    expect(won).toMatchObject({ to: 100, next: null })
    expect(won).not.toHaveProperty('again')
  })
  it('[RA19] may come any number of times, and does not change how many rolls one needs alone', () => {
    let state = given([0, 10], { sixAgain: true })
    for (let six = 0; six < 4; six += 1) state = after(state, 6)
    expect(state).toMatchObject({ squares: [24, 10], turn: 0, sixes: 4 })
    expect(mean({ sixAgain: true })).toBeCloseTo(39.225122, 6)
  })
})

describe('the third six', () => {
  const two = (threeSixes: RaceOptions['threeSixes']) =>
    after(after(given([20, 33], { sixAgain: true, threeSixes }), 6), 6)

  it('[RA20] is skipped, and the turn is over', () => {
    expect(moveOf(two('skip'), 6)).toMatchObject({ from: 32, to: 32, third: 'skip', next: 1 })
    expect(after(two('skip'), 6)).toMatchObject({ squares: [32, 33], turn: 1, sixes: 0 })
  })
  it('[RA20] takes the piece back to the start, and the turn is over', () => {
    expect(moveOf(two('back'), 6)).toMatchObject({ from: 32, landed: 0, to: 0, third: 'back', next: 1 })
  })
  it('[RA20] is like any other without a wish', () => {
    expect(moveOf(two('nothing'), 6)).toMatchObject({ from: 32, to: 38, next: 0 })
  })
  it('[RA20] is counted anew in each turn', () => {
    const turn = after(after(two('back'), 3), 2)
    expect(turn).toMatchObject({ turn: 0, sixes: 0 })
    expect(moveOf(turn, 6)).toMatchObject({ next: 0 })
    expect(moveOf(turn, 6)).not.toHaveProperty('third')
  })
  it('[RA20] makes the way longer', () => {
    const plain = mean({ sixAgain: true })
    expect(mean({ sixAgain: true, threeSixes: 'skip' })).not.toBeCloseTo(plain, 2)
    expect(mean({ sixAgain: true, threeSixes: 'back' })).toBeGreaterThan(plain)
  })
})

describe('a six to enter', () => {
  it('[RA21] is waited for at the start', () => {
    const waiting = given([0, 10], { enterOnSix: true })
    expect(moveOf(waiting, 4)).toMatchObject({ from: 0, landed: 0, to: 0, next: 1 })
    expect(moveOf(waiting, 6)).toMatchObject({ from: 0, landed: 6, to: 6, next: 1 })
    expect(moveOf(given([3, 10], { enterOnSix: true }), 1)).toMatchObject({ to: 14 })
  })
  it('[RA21] is one of two dice, and both are walked', () => {
    const waiting = given([0, 10], { enterOnSix: true, twoDice: true })
    expect(moveOf(waiting, 3, 3)).toMatchObject({ to: 0 })
    expect(moveOf(waiting, 6, 2)).toMatchObject({ to: 8 })
  })
  it('[RA21] takes six rolls on average, and then as many as from square 6', () => {
    expect(mean({ enterOnSix: true })).toBeCloseTo(6 + mean({}, 6), 9)
  })
})

describe('a piece that is landed on', () => {
  it('[RA22] goes home', () => {
    const state = given([10, 12, 40], { capture: true })
    expect(moveOf(state, 2)).toMatchObject({ to: 12, captured: [1] })
    expect(after(state, 2)).toMatchObject({ squares: [12, 0, 40], turn: 1 })
  })
  it('[RA22] goes home where a ladder or a slide leads to it, and not where it begins', () => {
    expect(moveOf(given([13, 6, 16], { capture: true }), 3)).toMatchObject({ to: 6, captured: [1] })
  })
  it('[RA22] stays where nothing of it is wished, at the start, and for a piece that does not move', () => {
    expect(moveOf(given([10, 12], {}), 2)).not.toHaveProperty('captured')
    const third = { ...given([6, 0], { capture: true, sixAgain: true, threeSixes: 'back' }), sixes: 2 }
    expect(moveOf(third, 6)).not.toHaveProperty('captured')
    expect(moveOf(given([97, 97], { capture: true }), 6)).not.toHaveProperty('captured')
  })
  it('[RA22] goes home with all the others there', () => {
    const state = given([10, 12, 12], { capture: true })
    expect(after(state, 2).squares).toEqual([12, 0, 0])
  })
})

describe('a race with everything', () => {
  it('[RA23] comes to its end, also among six', () => {
    const wish = {
      twoDice: true,
      sixAgain: true,
      threeSixes: 'back',
      enterOnSix: true,
      capture: true,
    } as const
    for (const finish of ['stay', 'bounce', 'overshoot'] as const) {
      const numbers = numbersFrom(7)
      let state = race.setup([0, 1, 2, 3, 4, 5], race.options.parse({ ...wish, finish }), 0)
      let rolls = 0
      for (let seat = state.turn; seat !== null; seat = state.turn) {
        rolls += 1
        expect(rolls).toBeLessThan(10_000)
        const move = raceBot.move(state, seat, { level: 'hard', random: () => 0 })
        expect(move).toEqual({ type: 'roll' })
        expect(raceBot.move(state, (seat + 1) % 6, { level: 'easy', random: () => 0 })).toBeNull()
        state = after(state, numbers(6) + 1, numbers(6) + 1)
      }
    }
  })
})

describe('a sentence', () => {
  const nameOf = (seat: Seat) => ['Ada', 'Bo', 'Cy'][seat] ?? '?'
  const told = (event: RaceEvent) => race.sentence(event, nameOf)
  const sixes = (threeSixes: RaceOptions['threeSixes']) => ({
    ...given([20, 0], { sixAgain: true, threeSixes }),
    sixes: 2,
  })

  it.each([
    ['Ada rolled 3 4 and moves to 17', moveOf(given([10, 0], { twoDice: true }), 3, 4)],
    ['Ada rolled 4 3, walks 4 and moves to 99', moveOf(given([95, 0], { twoDice: true }), 4, 3)],
    ['Ada rolled 6 and moves to 26, and rolls again', moveOf(given([20, 0], { sixAgain: true }), 6)],
    ['Ada rolled 6, the third six, and stays on 20', moveOf(sixes('skip'), 6)],
    ['Ada rolled 6, the third six, and goes back to the start', moveOf(sixes('back'), 6)],
    ['Ada rolled 4 and stays at the start', moveOf(given([0, 0], { enterOnSix: true }), 4)],
    [
      'Ada rolled 2 and moves to 12, and sends Bo and Cy home',
      moveOf(given([10, 12, 12], { capture: true }), 2),
    ],
  ])('[RA16] says: %s', (sentence, event) => {
    expect(told(event)).toBe(sentence)
  })
})
