import { describe, expect, it, vi } from 'vitest'
import {
  choose,
  created,
  given,
  hosted,
  join,
  joined,
  leave,
  left,
  open,
  over,
  roll,
  say,
  start,
} from '../testing/given.ts'
import { pieceMoved, raceStarted, starterRolled } from '../testing/race-events.ts'
import { type Announcement, announce } from './announcement.ts'
import type { RoomCommand } from './command.ts'
import { project } from './view.ts'

vi.mock('../games/registry.ts', async importOriginal => {
  const { withHiddenDice } = await import('../testing/with-hidden-dice.ts')
  return withHiddenDice(await importOriginal<typeof import('../games/registry.ts')>())
})

type Past = ReturnType<typeof given>

/** How an append is told to those who watch. */
function told(before: Past, command: RoomCommand, ...faces: readonly number[]): Announcement {
  const { added } = before.when(command, ...faces)
  return announce(
    before.state,
    added.map(event => project(before.state, event, 'spectator')),
  )
}

const lobby = given(created('race'), joined(0, 'ada'), joined(1, 'bo'))
const racing = given(...lobby.past, raceStarted(1, [0, 1], 4), starterRolled([0, 1], 5, 2))
const tray = given(created('free-roll', { dice: 2 }), joined(0, 'ada', open(6, 3)))

describe('game_start', () => {
  it('[RM37] tells that a game begins, by the opening die', () => {
    expect(told(lobby, start('ada'), 4, 2, 6)).toEqual({
      name: 'game_start',
      message: 'The game starts. Bo goes first',
      gameStatus: 1,
      position: 4,
    })
  })
  it('[RM37] tells in free roll who came, by a die of their own', () => {
    expect(told(tray, join('bo'), 5)).toEqual({
      name: 'game_start',
      message: 'Bo joined',
      gameStatus: 1,
      position: 5,
    })
  })
})

describe('game_process', () => {
  it('[RM38] tells a move by the first die, with all the others', () => {
    expect(told(racing, roll('ada'), 2)).toEqual({
      name: 'game_process',
      message: 'Ada rolled 2 and moves to 2',
      gameStatus: 1,
      position: 2,
      dice: [2],
    })
    expect(told(tray, roll('ada'), 6, 1)).toEqual({
      name: 'game_process',
      message: 'Ada rolled 6 1',
      gameStatus: 1,
      position: 6,
      dice: [6, 1],
    })
  })
  it('[RM38] tells what was written along with a roll in free roll, and nothing else', () => {
    const move = { type: 'roll', message: 'Here it comes!' }
    expect(told(tray, { type: 'move', player: 'ada', move }, 3, 4)).toMatchObject({
      message: 'Here it comes!',
    })
  })
  it('[RM38] tells default moves in one go with what made them', () => {
    expect(told(racing, leave('ada'), 3)).toEqual({
      name: 'game_process',
      message: 'Ada left. Bo is the host now. Ada rolled 3 and moves to 3',
      gameStatus: 1,
      position: 3,
      dice: [3],
    })
  })
  it('[RM39] has no position where no die was rolled in the open', () => {
    const room = given(created('hidden-dice'), joined(0, 'ada'), joined(1, 'bo')).when(
      start('ada'),
      4,
      1,
      2,
      3,
      4,
    )
    const shake = { type: 'move', player: 'ada', move: { type: 'shake' } } as const
    expect(told(room, shake, 6, 6)).toMatchObject({ name: 'game_process', position: null, dice: [] })
  })
  it('[RM40] tells the end of a game with gameStatus 0', () => {
    const last = given(...racing.past, pieceMoved(0, 0, 1, { to: 97, next: 0 }))
    expect(told(last, roll('ada'), 3)).toEqual({
      name: 'game_process',
      message: 'Ada rolled 3 and wins',
      gameStatus: 0,
      position: 3,
      dice: [3],
    })
  })
  it('[RM40] tells with gameStatus 0 too that a game was broken off', () => {
    expect(told(racing.when(leave('bo')), leave('ada'))).toEqual({
      name: 'game_process',
      message: 'Ada left. The game was broken off',
      gameStatus: 0,
      position: null,
      dice: [],
    })
  })
})

describe('room_event', () => {
  const raced = given(...racing.past, pieceMoved(0, 0, 1, { to: 100, next: null }), over([0], [1]))

  it.each<[string, Past, RoomCommand]>([
    ['who joined', lobby, join('cy')],
    ['who left', lobby, leave('ada')],
    ['who left a game that goes on', racing, leave('bo')],
    ['who came back', racing.when(leave('bo')), join('bo')],
    ['who left after a game', raced, leave('ada')],
    ['what was said', racing, say('bo', 'hi')],
    ['options', lobby, choose('ada', { finish: 'bounce' })],
    ['settings', lobby, { type: 'set_settings', player: 'ada', settings: { private: true } }],
    ['the closing of the room', lobby, { type: 'close', reason: 'idle' }],
  ])('[RM41] tells %s', (_, before, command) => {
    expect(told(before, command)).toEqual({ name: 'room_event' })
  })
  it('[RM41] tells who left a room of free roll', () => {
    expect(told(tray, leave('ada'))).toEqual({ name: 'room_event' })
  })
})

it('[RM42] calls people by the names that they had when it happened', () => {
  const before = racing.when(leave('bo', 'gone'))
  const events = before.when(join('bo')).gives(joined(1, 'bo')).added
  expect(announce(before.state, events)).toEqual({ name: 'room_event' })
  const gone = racing.when(leave('ada', 'gone'), 2).gives(left(0, 'ada', 'gone'), hosted('bo'), {
    ...pieceMoved(0, 0, 2, { next: 1 }),
    auto: true,
  })
  expect(announce(racing.state, gone.added)).toMatchObject({
    message: expect.stringContaining('Ada rolled 2'),
  })
})
