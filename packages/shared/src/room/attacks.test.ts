import { describe, expect, it } from 'vitest'
import { created, given, join, joined, leave, left, nameOf, over, roll, start } from '../testing/given.ts'
import { pieceMoved, raceStarted, starterRolled } from '../testing/race-events.ts'
import type { RoomCommand, SettingsWish } from './command.ts'
import type { RoomEvent } from './events.ts'
import { type PlayerId, seatOf } from './room.ts'

// What somebody tries who wants more than the rules of a room give them, and what goes wrong where many things happen at once.

const about = (player: PlayerId) => ({ player, name: nameOf(player) })
const set = (settings: SettingsWish): RoomCommand => ({ type: 'set_settings', player: 'ada', settings })
const remove = (player: PlayerId): RoomCommand => ({ type: 'remove', player: 'ada', about: about(player) })
const ticket = (player: PlayerId, seat: number, from: PlayerId): RoomCommand => ({
  type: 'move_seat',
  ...about(player),
  seat,
  from,
  moves: 0,
})
const end: RoomCommand = { type: 'end', player: 'ada' }
const queue = (player: PlayerId): RoomCommand => ({ type: 'queue', ...about(player) })
const settings = (of: SettingsWish): RoomEvent => ({ type: 'settings_set', settings: of as object })

const lobby = given(created('race'), joined(0, 'ada'), joined(1, 'bo'))
const racing = given(...lobby.past, raceStarted(1, [0, 1], 4), starterRolled([0, 1], 5, 2))

describe('a way back that is none', () => {
  it('[RM63] who was sent away has none by a ticket', () => {
    racing
      .when(remove('bo'))
      .when(ticket('bo2', 1, 'bo'))
      .refuses('forbidden')
  })
  it('[RM75] who is out of the game has none by a ticket', () => {
    const out = racing.when(set({ leaving: 'forfeit' })).when(leave('bo'))
    out.when(ticket('bo2', 1, 'bo')).refuses('forbidden')
    expect(racing.when(leave('bo', 'gone')).when(ticket('bo2', 1, 'bo')).state.seats[1]?.player).toBe('bo2')
  })
  it('[RM66] a locked room knows who stepped out, and is never without a way in', () => {
    const locked = lobby.when(set({ locked: true }))
    const out = locked.when(leave('bo', 'gone'))
    expect(seatOf(out.when(join('bo')).state, 'bo')).toBe(1)
    out.when(join('zoe')).refuses('room_locked')
    expect(seatOf(out.when(leave('ada', 'gone')).when(join('ada')).state, 'ada')).toBe(0)
    const later = out.when(set({ locked: false })).when(set({ locked: true }))
    later.when(join('bo')).refuses('room_locked')
  })
})

describe('a host who wants to win', () => {
  it('[RM76] gains nothing by sending the others away', () => {
    const away = racing.when(set({ leaving: 'forfeit' })).when(remove('bo'))
    expect(away.state.seats[1]).toMatchObject({ held: true })
    expect(away.when(end).state).toMatchObject({ phase: 'lobby', outcome: null })
  })
  it('[RM70] gains no time by setting the clock to what it is', () => {
    const clocked = racing.when(set({ clock: 30 }))
    clocked.when(set({ clock: 30 })).gives()
    clocked.when(set({ clock: 30, private: true })).gives(settings({ private: true }))
  })
})

describe('a table that nobody can leave frozen', () => {
  it('[RM20] is broken off where all are out of the game or away from it', () => {
    const one = racing.when(set({ leaving: 'forfeit' })).when(leave('ada', 'gone'), 3)
    expect(one.when(leave('bo')).state).toMatchObject({ phase: 'lobby', view: null })
  })
  it('[RM81] has a host again when its only player comes from another device', () => {
    const alone = given(created('race'), joined(0, 'ada'))
    const game = alone.when({ type: 'add_bot', player: 'ada', level: 'easy' }).when(start('ada'), 4, 6, 1)
    const gone = game.when(leave('ada', 'gone'))
    expect(gone.state.host).toBeNull()
    expect(gone.when(ticket('phone', 0, 'ada')).state.host).toBe('phone')
  })
  it('[RM64] has no host who may not speak', () => {
    const muted = lobby.when({ type: 'mute', player: 'ada', about: about('bo') })
    expect(muted.when(leave('ada')).state).toMatchObject({ host: 'bo', muted: [] })
  })
})

describe('who may not speak', () => {
  it('[RM64] does not by a roll either', () => {
    const tray = given(created('free-roll'), joined(0, 'ada'), joined(1, 'bo'))
    const muted = tray.when({ type: 'mute', player: 'ada', about: about('bo') })
    muted.when({ type: 'move', player: 'bo', move: { type: 'roll', message: 'but' } }, 3).refuses('muted')
    expect(muted.when(roll('bo'), 3).added).toHaveLength(1)
  })
  it('[RM64] is on a list that does not grow without end', () => {
    let room = lobby
    for (let n = 0; n < 300; n += 1) {
      room = room.when({ type: 'mute', player: 'ada', about: { player: `stranger ${n}`, name: '' } })
    }
    expect(room.state.muted).toHaveLength(256)
    expect(room.state.muted.at(-1)?.player).toBe('stranger 299')
  })
})

describe('who waits for the next game', () => {
  it('[RM80] is seated as well when a game is broken off, and when one begins', () => {
    const waiting = racing.when(queue('zoe'))
    waiting.when(end).gives({ type: 'game_aborted' }, joined(2, 'zoe'))
    const begun = lobby.when(queue('zoe')).when(start('ada'), 4, 1, 2, 6)
    expect(begun.state).toMatchObject({ phase: 'playing', queue: [], view: { seats: [0, 1, 2] } })
  })
  it('[RM80] comes back to the seat that they left, and to no second one', () => {
    const three = given(
      created('race'),
      joined(0, 'ada'),
      joined(1, 'bo'),
      joined(2, 'cy'),
      raceStarted(1, [0, 1, 2], 4),
      starterRolled([0, 1, 2], 2, 1, 5),
      left(0, 'ada'),
      left(1, 'bo'),
      { type: 'queued', ...about('bo') },
    )
    const done = given(...three.past, pieceMoved(2, 0, 1, { to: 97, next: 2 })).when(roll('cy'), 3)
    done.gives(pieceMoved(2, 97, 3, { next: null }), over([2], [0, 1]), joined(1, 'bo'))
  })
})

it('[RM77] who sits where the winner sat is not the winner', () => {
  const raced = given(
    ...racing.past,
    settings({ starter: 'winner' }),
    pieceMoved(0, 0, 1, { to: 100, next: null }),
    over([0], [1]),
  )
  expect(raced.when(start('ada'), 1).state.starter).toBe(0)
  const others = raced.when(leave('ada')).when(join('new'))
  expect(seatOf(others.state, 'new')).toBe(0)
  others.when(start('bo'), 1, 2, 6).gives(raceStarted(2, [0, 1], 1), starterRolled([0, 1], 2, 6))
})
