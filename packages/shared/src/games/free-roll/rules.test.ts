import { describe, expect, it } from 'vitest'
import { loadedDice, seededDice } from '../../testing/dice.ts'
import { created, given, join, joined, leave, left, open, roll, say } from '../../testing/given.ts'
import type { Seat } from '../game.ts'
import { gameOf } from '../registry.ts'
import { type FreeRollEvent, type FreeRollOptions, freeRoll, SIDES } from './rules.ts'

const thrown = (seat: Seat, faces: readonly number[], message?: string): FreeRollEvent => ({
  type: 'rolled',
  seat,
  ...(message === undefined ? {} : { message }),
  rolls: [open(6, ...faces)],
})

const withOptions = (wish: object): FreeRollOptions => freeRoll.options.parse(wish)

const table = given(created('free-roll'), joined(0, 'ada', open(6, 3)), joined(1, 'bo', open(6, 4)))
const pair = given(created('free-roll', { dice: 2, sides: 20 }), joined(0, 'ada', open(6, 3)))

describe('a tray of dice', () => {
  it('[FR1] is there for everybody who sits, at any time', () => {
    table
      .when(roll('bo'), 5)
      .gives(thrown(1, [5]))
      .when(roll('bo'), 2)
      .gives(thrown(1, [2]))
      .when(roll('ada'), 6)
      .gives(thrown(0, [6]))
  })
  it('[FR1] is not there for spectators', () => {
    table.when(join('cy', 'spectator')).gives().when(roll('cy'), 1).refuses('not_in_room')
  })
  it('[FR2] holds one die of six sides without a wish', () => {
    expect(freeRoll.options.parse({})).toMatchObject({ dice: 1, sides: 6 })
  })
  it.each(SIDES)('[FR2] rolls 1 to 20 dice of %i sides', sides => {
    for (let dice = 1; dice <= 20; dice += 1) {
      const state = freeRoll.setup([], withOptions({ dice, sides }), null)
      const decided = freeRoll.decide(state, { type: 'roll' }, { seat: 3, dice: seededDice(dice) })
      const faces = decided.ok ? (decided.value[0]?.rolls?.[0]?.faces ?? []) : []
      expect(faces).toHaveLength(dice)
      expect(Math.min(...faces)).toBeGreaterThanOrEqual(1)
      expect(Math.max(...faces)).toBeLessThanOrEqual(sides)
    }
  })
  it.each([
    { dice: 0 },
    { dice: 21 },
    { dice: 1.5 },
    { dice: '2' },
    { sides: 7 },
    { sides: 2 },
    { dice: null },
  ])('[FR2] does not hold %o', options => {
    expect(freeRoll.options.safeParse(options).success).toBe(false)
  })
  it('[FR3] shows the last throw and who threw it, and counts the throws', () => {
    expect(table.state.view).toMatchObject({ throws: 0, last: null })
    const { view } = pair.when(roll('ada'), 20, 1).when(roll('ada'), 7, 12).state
    expect(view).toMatchObject({ throws: 2, last: { seat: 0, faces: [7, 12] } })
  })
})

describe('a room of the first version', () => {
  const first = {
    ...created('free-roll'),
    options: gameOf('free-roll', 1).options.parse({}),
    rules: 1,
  } as ReturnType<typeof created>

  it('[FR9] plays on as it did', () => {
    const { state } = given(first, joined(0, 'ada', open(6, 3)))
      .when(roll('ada'), 4)
      .gives(thrown(0, [4]))
    expect(state.view).toEqual({
      options: { dice: 1, sides: 6 },
      throws: 1,
      last: { seat: 0, faces: [4] },
    })
  })
  it('[FR9] has its own options, and no others', () => {
    const { options } = gameOf('free-roll', 1)
    expect(options.parse({})).toEqual({ dice: 1, sides: 6 })
    expect(options.safeParse({ winner: 'sum' }).success).toBe(false)
  })
})

describe('a message', () => {
  const withWords = (message: unknown) =>
    ({ type: 'move', player: 'ada', move: { type: 'roll', message } }) as const

  it('[FR4] goes along with a throw', () => {
    table.when(withWords('once more 🎲'), 5).gives(thrown(0, [5], 'once more 🎲'))
  })
  it('[FR4] is one line of text that can be read', () => {
    for (const message of ['', '   ', 'a\nb', '\u202eevil', 'x'.repeat(501), 7, null, {}]) {
      table.when(withWords(message), 5).refuses('illegal_move')
    }
  })
  it('[FR4] is told instead of a sentence', () => {
    expect(freeRoll.sentence(thrown(0, [5, 2]), () => 'Ada')).toBe('Ada rolled 5 2')
    expect(freeRoll.sentence(thrown(0, [5, 2], 'Hi'), () => 'Ada')).toBe('Hi')
  })
})

describe('people', () => {
  it('[FR5] who come get an opening die', () => {
    table.when(join('cy'), 2).gives(joined(2, 'cy', open(6, 2)))
  })
  it('[FR5] who come back get another one', () => {
    table
      .when(leave('ada'))
      .when(join('ada'), 6)
      .gives(joined(0, 'ada', open(6, 6)))
  })
  it('[FR6] come and go, and the tray goes on', () => {
    const { state } = table.when(roll('ada'), 5).when(leave('ada')).when(leave('bo')).gives(left(1, 'bo'))
    expect(state).toMatchObject({ phase: 'playing', seats: [], host: null, view: { throws: 1 } })
  })
  it('[FR6] are at most 200', () => {
    const everybody = Array.from({ length: 200 }, (_, seat) => joined(seat, `p${seat}`))
    const full = given(created('free-roll'), ...everybody)
    full.when(join('late', 'player'), 1).refuses('room_full')
    full
      .when(leave('p57'))
      .when(join('late', 'player'), 1)
      .gives(joined(57, 'late', open(6, 1)))
  })
  it('[FR7] never win, and are never waited for', () => {
    const { view } = table.state
    expect(view).not.toBeNull()
    const state = freeRoll.setup([], withOptions({}), null)
    expect(freeRoll.outcome(state)).toBeNull()
    expect(freeRoll.toAct(state)).toEqual([])
    expect(freeRoll.decide(state, freeRoll.timeoutMove(state, 0), { seat: 0, dice: loadedDice(1) }).ok).toBe(
      true,
    )
  })
  it('[FR7] may still talk', () => {
    table
      .when(say('ada', 'hello'))
      .gives({ type: 'chat', player: 'ada', name: 'Ada', seat: 0, text: 'hello' })
  })
})
