import { describe, expect, it } from 'vitest'
import {
  created,
  given,
  hosted,
  join,
  joined,
  leave,
  left,
  logOf,
  nameOf,
  roll,
  say,
  start,
} from '../testing/given.ts'
import { pieceMoved, raceStarted, starterRolled } from '../testing/race-events.ts'
import type { RoomCommand, SettingsWish } from './command.ts'
import type { PlayerId } from './room.ts'
import { project, projectPast, viewOf } from './view.ts'

const lobby = given(created('race'), joined(0, 'ada'), joined(1, 'bo'), joined(2, 'cy'))
const racing = given(...lobby.past, raceStarted(1, [0, 1, 2], 4), starterRolled([0, 1, 2], 5, 2, 1))

const about = (player: PlayerId) => ({ player, name: nameOf(player) })
const remove = (player: PlayerId): RoomCommand => ({ type: 'remove', player: 'ada', about: about(player) })
const unremove = (player: PlayerId): RoomCommand => ({
  type: 'unremove',
  player: 'ada',
  about: about(player),
})
const mute = (player: PlayerId): RoomCommand => ({ type: 'mute', player: 'ada', about: about(player) })
const unmute = (player: PlayerId): RoomCommand => ({ type: 'unmute', player: 'ada', about: about(player) })
const handOver = (player: PlayerId, by = 'ada'): RoomCommand => ({
  type: 'make_host',
  player: by,
  about: about(player),
})
const set = (settings: SettingsWish): RoomCommand => ({ type: 'set_settings', player: 'ada', settings })
const order = (...seats: readonly number[]): RoomCommand => ({ type: 'set_order', player: 'ada', seats })
const asPlayer = (player: PlayerId, password?: string): RoomCommand => ({
  type: 'join',
  player,
  name: nameOf(player),
  as: 'player',
  ...(password === undefined ? {} : { password }),
})

describe('the host', () => {
  it('[RM61] alone arranges, sends away, mutes and hands over', () => {
    const asked: readonly RoomCommand[] = [
      order(2, 1, 0),
      remove('bo'),
      unremove('bo'),
      mute('bo'),
      unmute('bo'),
      handOver('bo'),
      { type: 'give_seat', player: 'ada', seat: 1, about: about('zoe') },
      { type: 'add_bot', player: 'ada', level: 'easy' },
    ]
    for (const command of asked) {
      lobby.when({ ...command, player: 'cy' } as RoomCommand).refuses('not_host')
    }
  })

  it('[RM62] arranges in which order the seats play, everybody once', () => {
    const arranged = lobby.when(order(2, 0, 1)).gives({ type: 'order_set', seats: [2, 0, 1] })
    arranged
      .when(start('ada'), 4, 1, 2, 6)
      .gives(raceStarted(1, [2, 0, 1], 4), starterRolled([2, 0, 1], 1, 2, 6))
    for (const seats of [
      [2, 0],
      [2, 0, 0],
      [2, 0, 3],
      [2, 0, 1, 1],
    ]) {
      lobby.when(order(...seats)).refuses('bad_request', /0, 1, 2/)
    }
    racing.when(order(2, 0, 1)).refuses('game_in_progress')
  })
  it('[RM62] has who comes later play after those who were arranged', () => {
    const later = lobby
      .when(order(2, 0, 1))
      .when(leave('ada'))
      .when(join('di'))
      .when(join('eve'))
    const begun = later.when(start('bo'), 4, 1, 2, 3, 4)
    expect(begun.state.view).toMatchObject({ seats: [2, 0, 1, 3] })
  })

  it('[RM63] sends somebody away, who only watches from then on', () => {
    const away = lobby.when(remove('bo')).gives({ type: 'player_removed', seat: 1, ...about('bo') })
    expect(away.state.seats).toMatchObject([{ player: 'ada' }, null, { player: 'cy' }])
    away.when(asPlayer('bo')).refuses('forbidden', /watch/)
    away.when(join('bo')).gives()
    away.when({ type: 'queue', ...about('bo') }).refuses('forbidden')
    lobby.when(remove('zoe')).when(asPlayer('zoe')).refuses('forbidden')
    lobby.when(remove('ada')).refuses('forbidden')
  })
  it('[RM63] sends somebody away from a game, who has no way back into it', () => {
    const away = racing.when(set({ leaving: 'keep' })).when(remove('bo'))
    expect(away.state.seats[1]).toMatchObject({ player: 'bo', left: 'left' })
    away.when(asPlayer('bo')).refuses('forbidden')
    away.when(roll('ada'), 3, 3).gives(pieceMoved(0, 0, 3, { next: 1 }), {
      ...pieceMoved(1, 0, 3, { next: 2 }),
      auto: true,
    } as never)
  })
  it('[RM63] takes it back', () => {
    const back = lobby.when(remove('bo')).when(unremove('bo'))
    back.gives({ type: 'removal_undone', ...about('bo') })
    back.when(asPlayer('bo')).gives(joined(1, 'bo'))
    lobby.when(unremove('bo')).gives()
  })

  it('[RM64] has somebody be silent, and lets them speak again', () => {
    const muted = lobby.when(mute('bo')).gives({ type: 'muted', ...about('bo') })
    muted.when(say('bo', 'but')).refuses('muted')
    muted.when({ type: 'react', ...about('bo'), emote: 'angry' }).refuses('muted')
    muted.when(mute('bo')).gives()
    muted.when(unmute('bo')).gives({ type: 'unmuted', ...about('bo') })
    expect(muted.when(unmute('bo')).when(say('bo', 'well')).added).toHaveLength(1)
    lobby.when(mute('ada')).refuses('forbidden')
  })

  it('[RM65] hands over to whoever sits there, but to no bot', () => {
    const handed = lobby.when(handOver('bo')).gives(hosted('bo'))
    expect(handed.state.host).toBe('bo')
    handed.when(handOver('ada', 'bo')).gives(hosted('ada'))
    lobby.when(handOver('ada')).gives()
    lobby.when(handOver('zoe')).refuses('bad_request')
    const bot = lobby.when({ type: 'add_bot', player: 'ada', level: 'hard' })
    bot.when(handOver('bot-1')).refuses('bad_request')
  })
  it('[RM65] is asked for it by who wants to be it, once', () => {
    const asked = lobby.when({ type: 'ask_host', player: 'bo' }).gives({ type: 'host_asked', ...about('bo') })
    expect(asked.state.hostAsked).toEqual(about('bo'))
    asked.when({ type: 'ask_host', player: 'bo' }).gives()
    expect(asked.when(handOver('bo')).state.hostAsked).toBeNull()
    expect(asked.when(leave('bo')).state.hostAsked).toBeNull()
    lobby.when({ type: 'ask_host', player: 'ada' }).gives()
    lobby.when({ type: 'ask_host', player: 'zoe' }).refuses('not_in_room')
  })
})

describe('a locked room', () => {
  const locked = lobby.when(leave('cy')).when(set({ locked: true }))

  it('[RM66] lets nobody new in, not even to watch', () => {
    locked.gives({ type: 'settings_set', settings: { locked: true } })
    for (const as of ['player', 'spectator', 'either'] as const)
      locked.when(join('zoe', as)).refuses('room_locked')
    locked.when(join('bo')).gives()
    locked
      .when(set({ locked: false }))
      .when(asPlayer('zoe'))
      .gives(joined(2, 'zoe'))
  })
  it('[RM66] lets who has left a game back in', () => {
    const game = racing.when(set({ locked: true, leaving: 'keep' })).when(leave('bo'))
    game.when(join('bo')).gives(joined(1, 'bo'))
  })
})

describe('a room with a password', () => {
  const closed = lobby.when(set({ password: 'sesame' }))

  it('[RM67] asks newcomers for it, and nobody who sits there', () => {
    closed.when(asPlayer('zoe')).refuses('wrong_password')
    closed.when(asPlayer('zoe', 'Sesame')).refuses('wrong_password')
    closed.when(join('zoe', 'spectator')).refuses('wrong_password')
    closed.when(asPlayer('zoe', 'sesame')).gives(joined(3, 'zoe'))
    closed.when(join('bo')).gives()
    closed
      .when(set({ password: null }))
      .when(asPlayer('zoe'))
      .gives(joined(3, 'zoe'))
  })
  it('[RM67] shows nobody what the password gives, now and later', () => {
    expect(closed.added).toMatchObject([{ settings: { password: true }, digest: 'digest of sesame' }])
    const { state } = closed
    const [event] = logOf(closed.past).slice(-1)
    if (!event) throw new Error('nothing happened')
    for (const viewer of [0, 'spectator'] as const) {
      expect(JSON.stringify([viewOf(state, viewer), project(state, event, viewer)])).not.toContain(
        'digest of',
      )
    }
    expect(JSON.stringify(projectPast(state, event))).not.toContain('digest of')
    expect(viewOf(state, 0).settings.password).toBe(true)
  })
})

describe('when the host goes', () => {
  it('[RM19] somebody else is it, and no bot', () => {
    const bot = given(created('race'), joined(0, 'ada')).when({
      type: 'add_bot',
      player: 'ada',
      level: 'easy',
    })
    const none = bot.when(leave('ada')).gives(left(0, 'ada'))
    expect(none.state.host).toBeNull()
    none.when(join('cy'))
    expect(none.when(join('cy')).state.host).toBe('cy')
  })
})
