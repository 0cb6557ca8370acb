import { describe, expect, it } from 'vitest'
import type { FreeRollEvent } from '../games/free-roll/rules.ts'
import { choose, created, given, join, joined, leave, open, roll, start } from '../testing/given.ts'
import type { RoomCommand } from './command.ts'
import type { RoomEvent } from './events.ts'

const VISIT: RoomCommand = { type: 'visit' }
const END: RoomCommand = { type: 'end', player: 'ada' }
const says = (visitor: number, message: string): RoomCommand => ({
  type: 'visitor_message',
  visitor,
  message,
})
const came = (visitor: number, face: number): RoomEvent => ({
  type: 'visitor_joined',
  visitor,
  rolls: [open(6, face)],
})
const rolled = (face: number, message: string): FreeRollEvent => ({
  type: 'rolled',
  message,
  rolls: [open(6, face)],
})

const tray = given(created('free-roll'), joined(0, 'ada', open(6, 3)))
const visited = tray.when(VISIT, 4).when(VISIT, 5)

describe('a visitor', () => {
  it('[RM58] comes with an opening die, under the next number, and takes no seat', () => {
    tray.when(VISIT, 4).gives(came(1, 4)).when(VISIT, 6).gives(came(2, 6))
    expect(visited.state).toMatchObject({ visitors: 2, seats: [{ player: 'ada' }] })
  })
  it('[FR8] rolls with what is said, whatever that is', () => {
    for (const message of ['again', '', '\u202e\n🎲', 'x'.repeat(500)]) {
      visited.when(says(2, message), 6).gives(rolled(6, message))
    }
  })
  it('[FR8] has a stream of dice of its own', () => {
    const played = visited
      .when(says(2, 'a'), 6)
      .when(says(1, 'b'), 2)
      .when(says(2, 'c'), 1)
      .when(roll('ada'), 5)
    const streams = played.past.flatMap(event => ('rolls' in event ? (event.rolls ?? []) : []))
    expect(streams.map(({ who, n }) => `${who} ${n}`)).toEqual([
      ...['- 0', '- 1', '- 2'],
      ...['v2 0', 'v1 0', 'v2 1', '0 0'],
    ])
  })
  it('[FR8] is shown as who threw last, without a seat', () => {
    expect(visited.when(says(1, 'a'), 6).state.view).toMatchObject({ last: { seat: null, faces: [6] } })
  })
  it('[RM58] who never came is refused', () => {
    visited.when(says(3, 'hello')).refuses('forbidden')
  })
  it('[RM58] counts for a further deal like everybody else', () => {
    let table = visited
    for (let rolls = 0; rolls < 60; rolls += 1) table = table.when(says(1, `${rolls}`), (rolls % 6) + 1)
    expect(table.state.dealing.opened).toBe(2)
  })
})

describe('visitors are admitted', () => {
  const refused = (table: typeof tray) => {
    table.when(VISIT, 1).refuses('forbidden')
    table.when(says(1, 'hello'), 1).refuses('forbidden')
  }
  it('[RM59] not to a private table', () => {
    const settings = { type: 'set_settings', player: 'ada', settings: { private: true } } as const
    refused(visited.when(settings))
  })
  it('[RM59] not where the dice have other than six sides', () => {
    refused(visited.when(choose('ada', { dice: 1, sides: 20 })))
    visited
      .when(choose('ada', { dice: 5, sides: 6 }))
      .when(VISIT, 1)
      .gives(came(3, 1))
  })
  it('[RM59] not to other games', () => {
    refused(given(created('race'), joined(0, 'ada')))
  })
})

describe('a game that the host ends', () => {
  it('[RM60] is over, and its secret is published', () => {
    visited
      .when(END)
      .givesExactly({ type: 'game_aborted' }, { type: 'deal_closed', deal: 1, secret: expect.any(String) })
    expect(visited.when(END).state).toMatchObject({ phase: 'lobby', view: null, closed: false })
  })
  it('[RM60] is ended by nobody else, and not twice', () => {
    const table = tray.when(join('bo'), 4)
    table.when({ type: 'end', player: 'bo' }).refuses('not_host')
    table.when(END).when(END).refuses('not_playing')
  })
  it('[RM60] rolls no more', () => {
    const ended = visited.when(END)
    ended.when(roll('ada')).refuses('not_playing')
    ended.when(says(1, 'hello')).refuses('not_playing')
    expect(ended.when(join('bo')).added).toMatchObject([{ type: 'player_joined', seat: 1 }])
    expect(ended.when(join('bo')).added[0]).not.toHaveProperty('rolls')
  })
  it('[RM60] begins anew when the host starts, with everybody there', () => {
    const again = visited.when(END).when(join('bo')).when(start('ada'), 2)
    again.gives({
      type: 'game_started',
      number: 2,
      options: again.state.options,
      seats: [0, 1],
      rolls: [open(6, 2)],
    })
    expect(again.state).toMatchObject({ phase: 'playing', view: { throws: 0 } })
    again.when(roll('bo'), 6)
    expect(again.when(leave('ada')).when(leave('bo')).state.phase).toBe('playing')
  })
  it('[RM60] begins anew when a visitor comes', () => {
    expect(
      visited
        .when(END)
        .when(VISIT, 5)
        .added.map(({ type }) => type),
    ).toEqual([...['visitor_joined', 'deal_opened', 'deal_ready', 'game_started']])
  })
  it('[RM60] of rounds is broken off', () => {
    const racing = given(created('race'), joined(0, 'ada'), joined(1, 'bo')).when(start('ada'), 1, 2, 3)
    expect(racing.when(END).added.map(({ type }) => type)).toEqual(['game_aborted', 'deal_closed'])
  })
})
