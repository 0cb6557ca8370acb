import { describe, expect, it } from 'vitest'
import { loadedDice, seededDice } from '../../testing/dice.ts'
import { choose, created, given, join, joined, roll, start } from '../../testing/given.ts'
import type { Seat } from '../game.ts'
import { freeRollBot } from './bot.ts'
import { type FreeRollMove, type FreeRollState, freeRoll } from './rules.ts'

// Free roll with turn order or a winner: rounds in which each seat throws once.

/** A game of these seats that was begun; `faces` are those of the roll for the start. */
function begun(wish: object, seats: readonly Seat[], starter: Seat | null = null, ...faces: number[]) {
  const state = freeRoll.setup(seats, freeRoll.options.parse(wish), starter)
  return freeRoll.begin(state, { dice: loadedDice(...faces) }).reduce(freeRoll.evolve, state)
}

function made(state: FreeRollState, seat: Seat, move: FreeRollMove, ...faces: number[]): FreeRollState {
  const decided = freeRoll.decide(state, move, { seat, dice: loadedDice(...faces) })
  if (!decided.ok) throw new Error(decided.error.message)
  return decided.value.reduce(freeRoll.evolve, state)
}

/** The state after these throws, of one seat after the other. */
const after = (state: FreeRollState, ...throws: readonly (readonly [Seat, ...number[]])[]): FreeRollState =>
  throws.reduce((so, [seat, ...faces]) => made(so, seat, { type: 'roll' }, ...faces), state)

const skip = (state: FreeRollState, ...seats: readonly Seat[]): FreeRollState =>
  seats.reduce((so, seat) => made(so, seat, freeRoll.timeoutMove(so, seat)), state)

const refusal = (state: FreeRollState, seat: Seat): string | null => {
  const decided = freeRoll.decide(state, { type: 'roll' }, { seat, dice: loadedDice(1) })
  return decided.ok ? null : decided.error.code
}
const placesOf = (state: FreeRollState) => freeRoll.outcome(state)?.places

describe('a table with turn order or a winner', () => {
  it.each([{ turns: true }, { winner: 'highest' }])('[FR10] waits for its start: %o', options => {
    const lobby = given(created('free-roll', options)).when(join('ada')).when(join('bo'))
    expect(lobby.state.phase).toBe('lobby')
    lobby.when(roll('ada')).refuses('not_playing')
    expect(lobby.when(start('ada'), 1, 4, 2).state).toMatchObject({ phase: 'playing' })
  })
  it('[FR10] is one only with them', () => {
    const wish = (options: object) => freeRoll.endless?.(freeRoll.options.parse(options))
    expect(wish({ ties: 'roll-off', rounds: 3, dice: 5 })).toBe(true)
    expect(wish({ turns: true })).toBe(false)
    expect(wish({ winner: 'sum' })).toBe(false)
  })
  it('[FR10] has no visitors', () => {
    const admits = (options: object) => freeRoll.visitors?.admits(begun(options, [0], 0))
    expect([admits({}), admits({ turns: true }), admits({ winner: 'lowest' })]).toEqual([true, false, false])
  })
  it('[FR10] takes whole options only', () => {
    given(created('free-roll', { winner: 'sum' }), joined(0, 'ada'))
      .when(choose('ada', { winner: 'sum', rounds: 11 }))
      .refuses('bad_options')
  })
})

describe('turn order', () => {
  it('[FR11] begins with the highest die, and goes round from there', () => {
    const state = begun({ turns: true, winner: 'highest' }, [4, 0, 2], null, 3, 5, 5, 1, 6)
    expect(freeRoll.toAct(state)).toEqual([2])
    const next = after(state, [2, 4])
    expect(freeRoll.toAct(next)).toEqual([4])
    expect(freeRoll.toAct(after(next, [4, 1]))).toEqual([0])
  })
  it('[FR11] begins with whom the room says, without a die', () => {
    expect(freeRoll.toAct(begun({ turns: true }, [0, 1, 2], 1))).toEqual([1])
  })
  it('[FR11] refuses a throw out of turn, and one when all is over', () => {
    const state = begun({ turns: true, winner: 'sum' }, [0, 1], 0)
    expect(refusal(state, 1)).toBe('not_your_turn')
    expect(refusal(after(state, [0, 3]), 0)).toBe('not_your_turn')
    expect(refusal(after(state, [0, 3], [1, 2]), 0)).toBe('not_playing')
  })
  it('[FR11] begins with the first seat where more sit than can throw together', () => {
    const seats = Array.from({ length: 200 }, (_, seat) => seat)
    expect(freeRoll.toAct(begun({ turns: true }, seats))).toEqual([0])
  })
  it('[FR11] ends after its rounds, without a winner if none was wished for', () => {
    const state = begun({ turns: true, rounds: 2 }, [0, 1], 1)
    const over = after(state, [1, 6], [0, 1], [1, 6], [0, 1])
    expect(placesOf(over)).toEqual([[1, 0]])
  })
})

describe('a round without turn order', () => {
  const state = begun({ winner: 'highest' }, [0, 1, 2])
  it('[FR12] waits for each seat once, whoever comes first', () => {
    expect(freeRoll.toAct(state)).toEqual([0, 1, 2])
    const next = after(state, [1, 4])
    expect(freeRoll.toAct(next)).toEqual([0, 2])
    expect(refusal(next, 1)).toBe('not_your_turn')
    expect(refusal(next, 2)).toBeNull()
  })
  it('[FR12] begins anew for everybody as often as was wished', () => {
    const two = begun({ winner: 'sum', rounds: 2 }, [0, 1])
    const second = after(two, [1, 4], [0, 3])
    expect(freeRoll.toAct(second)).toEqual([0, 1])
    expect(placesOf(after(second, [0, 3], [1, 1]))).toEqual([[0], [1]])
  })
})

describe('the winner', () => {
  it.each([
    // The highest die of each, and then the next one.
    ['highest', [6, 1, 1], [5, 5, 5], [6, 2, 1], [[2], [0], [1]]],
    // The lowest die of each, and then the next one.
    ['lowest', [6, 1, 1], [5, 5, 5], [6, 2, 1], [[0], [2], [1]]],
    ['sum', [6, 1, 1], [5, 5, 5], [6, 2, 1], [[1], [2], [0]]],
    ['highest', [1, 2, 6], [6, 2, 1], [6, 1, 1], [[0, 1], [2]]],
    ['sum', [1, 2, 6], [3, 3, 3], [6, 2, 1], [[0, 1, 2]]],
  ] as const)('[FR13] by the %s of %o, %o and %o', (winner, ada, bo, cy, places) => {
    const state = begun({ dice: 3, winner }, [0, 1, 2])
    expect(placesOf(after(state, [0, ...ada], [1, ...bo], [2, ...cy]))).toEqual(places)
  })
  it.each([
    ['highest', [[0], [1]]],
    ['lowest', [[1], [0]]],
    ['sum', [[1], [0]]],
  ] as const)('[FR13] by the %s of all rounds', (winner, places) => {
    const state = begun({ winner, rounds: 2 }, [0, 1])
    expect(placesOf(after(state, [0, 6], [1, 5], [0, 2], [1, winner === 'lowest' ? 1 : 4]))).toEqual(places)
  })
})

describe('a shared first place', () => {
  const shared = begun({ winner: 'highest', ties: 'roll-off' }, [0, 1, 2, 3])
  const tie = after(shared, [0, 5], [1, 2], [2, 5], [3, 5])

  it('[FR14] stays shared by default', () => {
    const state = begun({ winner: 'highest' }, [0, 1, 2])
    expect(placesOf(after(state, [0, 5], [1, 2], [2, 5]))).toEqual([[0, 2], [1]])
  })
  it('[FR14] is thrown for by those who share it, until one is ahead', () => {
    expect(freeRoll.toAct(tie)).toEqual([0, 2, 3])
    const again = after(tie, [3, 4], [0, 1], [2, 4])
    expect(freeRoll.toAct(again)).toEqual([2, 3])
    expect(placesOf(after(again, [2, 1], [3, 2]))).toEqual([[3], [2], [0], [1]])
  })
  it('[FR14] is shared by those who could throw for it and did not', () => {
    expect(placesOf(skip(tie, 0, 2, 3))).toEqual([[0, 2, 3], [1]])
    expect(placesOf(skip(after(tie, [2, 1]), 0, 3))).toEqual([[2], [0, 3], [1]])
  })
})

describe('a seat that does not answer', () => {
  it('[FR15] skips its throw, and is behind all who threw', () => {
    const state = begun({ winner: 'lowest', ties: 'roll-off' }, [0, 1, 2])
    expect(placesOf(skip(after(state, [1, 6]), 0, 2))).toEqual([[1], [0, 2]])
  })
  it('[FR15] shares the place of all others if they skip as well', () => {
    const state = begun({ winner: 'lowest', ties: 'roll-off', turns: true }, [0, 1], 0)
    expect(placesOf(skip(state, 0, 1))).toEqual([[0, 1]])
  })
  it('[FR15] is not waited for where anybody may throw at any time', () => {
    const state = begun({}, [])
    expect(freeRoll.timeoutMove(state, 0)).toEqual({ type: 'roll' })
    const decided = freeRoll.decide(state, { type: 'skip' }, { seat: 0, dice: loadedDice() })
    expect(decided).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
  })
})

describe('a bot', () => {
  const context = { level: 'hard', random: () => 0.5 } as const
  it('[FR16] throws when it is to act, and else does nothing', () => {
    const state = begun({ turns: true }, [0, 1], 1)
    expect(freeRollBot.move(state, 1, context)).toEqual({ type: 'roll' })
    expect(freeRollBot.move(state, 0, context)).toBeNull()
    const anyOrder = after(begun({ winner: 'sum' }, [0, 1]), [0, 3])
    expect(freeRollBot.move(anyOrder, 1, context)).toEqual({ type: 'roll' })
    expect(freeRollBot.move(anyOrder, 0, context)).toBeNull()
    expect(freeRollBot.move(begun({}, []), 0, context)).toBeNull()
  })
})

describe('the dice', () => {
  /** Every throw of so many dice, as the rules give it, each as likely as any other. */
  const throws = (dice: number): readonly (readonly number[])[] => {
    const faces = [1, 2, 3, 4, 5, 6]
    const all = dice === 1 ? faces.map(face => [face]) : faces.flatMap(a => faces.map(b => [a, b]))
    return all.map(told => after(begun({ dice }, []), [0, ...told]).last?.faces ?? [])
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

  it('[FR17] of six sides have a mean of 3.5 and a variance of 35/12', () => {
    const faces = throws(1).flat()
    expect(mean(faces)).toBe(3.5)
    expect(mean(faces.map(face => (face - 3.5) ** 2))).toBeCloseTo(35 / 12, 12)
  })
  it('[FR17] sum up to seven in 6 of 36 throws of two', () => {
    const sums = throws(2).map(([a = 0, b = 0]) => a + b)
    expect(sums).toHaveLength(36)
    expect(sums.filter(sum => sum === 7)).toHaveLength(6)
  })
})

it('[FR13] sentences say who was best', () => {
  const say = (state: FreeRollState, seat: Seat, ...faces: number[]) => {
    const decided = freeRoll.decide(state, { type: 'roll' }, { seat, dice: loadedDice(...faces) })
    return decided.ok ? decided.value.map(event => freeRoll.sentence(event, at => `S${at}`)) : []
  }
  const state = begun({ winner: 'sum', ties: 'roll-off' }, [0, 1])
  expect(say(after(state, [0, 3]), 1, 3)).toEqual([
    'S1 rolled 3',
    'S0, S1 share the best throw and throw again',
  ])
  expect(say(after(state, [0, 3]), 1, 4)).toEqual(['S1 rolled 4', 'S1 wins'])
  expect(freeRoll.begin(begun({}, []), { dice: seededDice(1) })).toEqual([])
})
