import { describe, expect, it } from 'vitest'
import type { Level } from '../games/bot.ts'
import {
  created,
  given,
  hosted,
  join,
  joined,
  leave,
  left,
  nameOf,
  open,
  over,
  roll,
  start,
} from '../testing/given.ts'
import { pieceMoved, raceStarted, starterRolled } from '../testing/race-events.ts'
import { sealOf } from '../testing/seeds.ts'
import type { RoomCommand } from './command.ts'
import type { RoomEvent } from './events.ts'
import type { PlayerId } from './room.ts'

const addBot = (level: Level, player = 'ada'): RoomCommand => ({ type: 'add_bot', player, level })
const bot = (seat: number, number: number, name: string, level: Level): RoomEvent => ({
  type: 'player_joined',
  seat,
  player: `bot-${number}`,
  name,
  bot: level,
})
const about = (player: PlayerId) => ({ player, name: nameOf(player) })
const queue = (player: PlayerId): RoomCommand => ({ type: 'queue', ...about(player) })
const queued = (player: PlayerId): RoomEvent => ({ type: 'queued', ...about(player) })

const lobby = given(created('race'), joined(0, 'ada'), joined(1, 'bo'))
const racing = given(...lobby.past, raceStarted(1, [0, 1], 4), starterRolled([0, 1], 5, 2))
const winning = given(...racing.past, pieceMoved(0, 0, 1, { to: 97, next: 0 }))

describe('a bot', () => {
  it('[RM78] sits down where the host asks for one, and is a player like any other', () => {
    const two = lobby
      .when(addBot('hard'))
      .gives(bot(2, 1, 'Bot Pip', 'hard'))
      .when(addBot('easy'))
    two.gives(bot(3, 2, 'Bot Domino', 'easy'))
    expect(two.state.seats[2]).toEqual({
      seat: 2,
      player: 'bot-1',
      name: 'Bot Pip',
      bot: true,
      level: 'hard',
    })
    const begun = two.when(start('ada'), 4, 1, 2, 6, 3)
    begun.when(roll('bot-1'), 5).gives(pieceMoved(2, 0, 5, { next: 3 }))
  })
  it('[RM78] comes before the start, and not where there are no turns', () => {
    racing.when(addBot('easy')).refuses('game_in_progress')
    given(created('free-roll'), joined(0, 'ada')).when(addBot('easy')).refuses('bad_request')
    let full = lobby
    for (let seat = 2; seat < 6; seat += 1) full = full.when(addBot('easy'))
    full.when(addBot('easy')).refuses('room_full')
  })
  it('[RM79] gives up its seat to who finds no other, and goes where the host sends it', () => {
    let full = lobby
    for (let seat = 2; seat < 6; seat += 1) full = full.when(addBot('easy'))
    full
      .when(join('cy'))
      .gives(
        { type: 'player_left', seat: 5, player: 'bot-4', name: 'Bot Tumble', reason: 'left' },
        joined(5, 'cy'),
      )
    lobby.when(addBot('easy')).when(join('cy')).gives(joined(3, 'cy'))
    const away = full.when({ type: 'remove', player: 'ada', about: { player: 'bot-2', name: '' } })
    expect(away.state.seats[3]).toBeNull()
    expect(away.state.removed).toEqual([])
    const begun = full.when(start('ada'), 4, 1, 2, 6, 3, 1, 1)
    begun
      .when({ type: 'remove', player: 'ada', about: { player: 'bot-2', name: '' } })
      .refuses('game_in_progress')
  })
  it('[RM79] plays for nobody: where all people left, the game is broken off', () => {
    const alone = given(created('race'), joined(0, 'ada')).when(addBot('easy')).when(start('ada'), 4, 6, 1)
    alone.when(leave('ada')).gives(left(0, 'ada'), { type: 'game_aborted' })
  })
})

describe('who waits for the next game', () => {
  const waiting = winning.when(queue('zoe')).gives(queued('zoe')).when(queue('yan'))

  it('[RM80] is given a free seat when the game is over, the first one first', () => {
    const { state } = waiting
      .when(roll('ada'), 3)
      .gives(pieceMoved(0, 97, 3, { next: null }), over([0], [1]), joined(2, 'zoe'), joined(3, 'yan'))
    expect(state.queue).toEqual([])
  })
  it('[RM80] takes the seat of who has left', () => {
    const gone = winning.when({ type: 'set_settings', player: 'ada', settings: { leaving: 'keep' } })
    const seats = gone.when(leave('bo')).when(queue('zoe')).when(roll('ada'), 3)
    seats.gives(pieceMoved(0, 97, 3, { next: null }), over([0], [1]), joined(1, 'zoe'))
  })
  it('[RM80] waits once, or does not any more, and not with a seat', () => {
    waiting.when(queue('zoe')).gives()
    waiting.when(queue('ada')).gives()
    const none = waiting.when({ type: 'unqueue', ...about('zoe') })
    expect(none.gives({ type: 'unqueued', ...about('zoe') }).state.queue).toEqual([about('yan')])
    none.when({ type: 'unqueue', ...about('zoe') }).gives()
    expect(waiting.when({ type: 'unqueue', ...about('yan') }).when(queue('zoe')).state.queue).toEqual([
      about('zoe'),
    ])
  })
})

describe('another device', () => {
  const move = (player: PlayerId, seal?: string): RoomCommand => ({
    type: 'move_seat',
    ...about(player),
    seat: 0,
    from: 'ada',
    moves: 0,
    ...(seal === undefined ? {} : { seal }),
  })
  const moved = (seat: number, from: PlayerId, player: PlayerId): RoomEvent => ({
    type: 'seat_moved',
    seat,
    from,
    ...about(player),
  })

  it('[RM81] takes over the seat, once, with everything that hangs on it', () => {
    const phone = racing.when(move('phone')).gives(moved(0, 'ada', 'phone'))
    expect(phone.state).toMatchObject({
      host: 'phone',
      seatMoves: 1,
      seats: [{ player: 'phone', seat: 0 }, {}],
    })
    phone.when(roll('phone'), 2).gives(pieceMoved(0, 0, 2, { next: 1 }))
    phone.when(roll('ada')).refuses('not_in_room')
    phone.when(move('tablet')).refuses('stale')
    phone.when(move('phone')).gives()
    racing.when({ ...move('phone'), seat: 1 } as RoomCommand).refuses('stale')
    racing.when(move('bo')).refuses('bad_request')
  })
  it('[RM81] brings a seal of its own', () => {
    const sealed = lobby.when({ ...join('ada'), seal: sealOf('ada', 1) } as RoomCommand)
    expect(sealed.state.dealing.seals[0]?.seal).toBe(sealOf('ada', 1))
    const phone = sealed.when(move('phone', sealOf('phone', 1)))
    expect(phone.state.dealing.seals[0]?.seal).toBe(sealOf('phone', 1))
    expect(sealed.when(move('phone')).state.dealing.seals[0]).toBeUndefined()
  })
  it('[RM82] and the seat of who is gone may be given to who watches', () => {
    const give = (player: PlayerId, seat = 1): RoomCommand => ({
      type: 'give_seat',
      player: 'ada',
      seat,
      about: about(player),
    })
    racing.when(give('zoe')).refuses('forbidden')
    const gone = racing.when(leave('bo', 'gone'))
    const given = gone.when(give('zoe')).gives(moved(1, 'bo', 'zoe'))
    expect(given.state.seats[1]).toEqual({ seat: 1, player: 'zoe', name: 'Zoe', bot: false })
    gone.when(give('ada')).refuses('bad_request')
    given.when(join('bo', 'player')).refuses('game_in_progress')
    racing
      .when({ type: 'remove', player: 'ada', about: about('zoe') })
      .when(leave('bo'))
      .when(give('zoe'))
      .refuses('forbidden')
  })
})

describe('a tray that is to have a winner', () => {
  const tray = given(created('free-roll'), joined(0, 'ada', open(6, 3)), joined(1, 'bo', open(6, 1)))
  const choose = (options: unknown): RoomCommand => ({ type: 'set_options', player: 'ada', options })

  it('[RM83] is cleared, and waits for the start', () => {
    const waiting = tray.when(choose({ winner: 'highest' }))
    expect(waiting.state).toMatchObject({ phase: 'lobby', view: null, dealing: { current: null } })
    expect(waiting.added.map(({ type }) => type)).toEqual(['game_aborted', 'deal_closed', 'options_set'])
    expect(waiting.when(start('ada'), 4, 5, 2).state.phase).toBe('playing')
    const back = waiting.when(choose({})).when(start('ada'), 6)
    expect(back.state.phase).toBe('playing')
    back.when(roll('bo'), 2)
    expect(back.when(roll('bo'), 2).added).toHaveLength(1)
  })
})

it('[RM19] who takes a seat at a table of bots is its host', () => {
  const bots = given(created('race')).state
  expect(bots.host).toBeNull()
  expect(given(created('race'), bot(0, 1, 'Bot Pip', 'easy')).when(join('zoe')).state.host).toBe('zoe')
  given(created('race'), bot(0, 1, 'Bot Pip', 'easy'), joined(1, 'zoe'))
    .when(leave('zoe'))
    .gives(left(1, 'zoe'))
  expect(hosted('zoe')).toMatchObject({ player: 'zoe' })
})
