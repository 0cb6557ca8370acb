import { describe, expect, it } from 'vitest'
import { created, given, joined, leave, left, nameOf, roll, start } from '../testing/given.ts'
import { pieceMoved, raceStarted, starterRolled } from '../testing/race-events.ts'
import type { RoomCommand, SettingsWish } from './command.ts'
import type { RoomEvent } from './events.ts'
import type { RoomSettings } from './settings.ts'

const settings = (settings: Partial<RoomSettings>): RoomEvent => ({ type: 'settings_set', settings })
const byDefault = (event: RoomEvent): RoomEvent => ({ ...event, auto: true })
const set = (wish: SettingsWish): RoomCommand => ({ type: 'set_settings', player: 'ada', settings: wish })

/** Ada and Bo race with a clock; it is Ada's turn. */
const racing = given(
  created('race'),
  joined(0, 'ada'),
  joined(1, 'bo'),
  settings({ clock: 30, leaving: 'bot' }),
  raceStarted(1, [0, 1], 4),
  starterRolled([0, 1], 5, 2),
)
const timeOut = ({ state }: typeof racing): RoomCommand => ({ type: 'time_out', turn: state.turn?.seq ?? 0 })
const takeBack = (player: string): RoomCommand => ({ type: 'take_back_seat', player })
const nobodyAnswers = (of: typeof racing, face: number) => of.when(timeOut(of), face)

describe('a turn', () => {
  it('[RM68] lasts since the event that it began with', () => {
    const { turn, seq } = racing.state
    expect(turn).toEqual({ seq, at: 1_000 * seq, credit: 0, seats: [0] })
    const next = racing.when(roll('ada'), 3)
    expect(next.state.turn).toMatchObject({ seq: next.state.seq, seats: [1] })
    const chat = racing.when({ type: 'chat', player: 'bo', name: 'Bo', text: 'hurry' })
    expect(chat.state.turn).toEqual(turn)
    expect(racing.when({ type: 'end', player: 'ada' }).state.turn).toBeNull()
    expect(given(created('free-roll'), joined(0, 'ada')).state.turn).toBeNull()
  })
  it('[RM69] that runs out makes the default move, which is marked', () => {
    nobodyAnswers(racing, 3).gives(
      { type: 'timed_out', seats: [0] },
      byDefault(pieceMoved(0, 0, 3, { next: 1 })),
    )
  })
  it('[RM69] that is over already cannot run out, nor one without a clock', () => {
    racing.when(roll('ada'), 3).when(timeOut(racing)).gives()
    racing
      .when(set({ clock: 0 }))
      .when(timeOut(racing))
      .gives()
  })
  it('[RM70] begins anew when the clock is changed, and when the seat is taken back', () => {
    const changed = racing.when(set({ clock: 60 }))
    expect(changed.state.turn).toMatchObject({ seq: changed.state.seq, seats: [0] })
    changed.when(timeOut(racing)).gives()
  })
  it('[RM71] is longer by the time in which the server was away', () => {
    const turn = racing.state.turn?.seq ?? 0
    const credited = racing
      .when({ type: 'credit', turn, ms: 7_000 })
      .gives({ type: 'clock_credited', ms: 7_000 })
    expect(credited.state.turn).toEqual({ ...racing.state.turn, credit: 7_000 })
    racing.when({ type: 'credit', turn: turn - 1, ms: 7_000 }).gives()
  })
})

describe('who does not answer twice in a row', () => {
  const once = nobodyAnswers(racing, 3).when(roll('bo'), 1)
  const twice = once.when(timeOut(once), 4)

  it('[RM72] has a bot play for them until they are back', () => {
    twice.gives({ type: 'timed_out', seats: [0] }, byDefault(pieceMoved(0, 3, 4, { next: 1 })), {
      type: 'seat_held',
      seat: 0,
    })
    expect(twice.state.seats[0]).toMatchObject({ held: true, missed: 2 })
    const back = twice.when(takeBack('ada')).gives({ type: 'seat_taken_back', seat: 0 })
    expect(back.state.seats[0]).toEqual({ seat: 0, player: 'ada', name: 'Ada', bot: false })
    once.when(takeBack('ada')).gives()
    once.when(takeBack('zoe')).refuses('not_in_room')
  })
  it('[RM72] is not held by one who has answered in between', () => {
    const answered = once.when(roll('ada'), 2).when(roll('bo'), 2)
    nobodyAnswers(answered, 6).gives(
      { type: 'timed_out', seats: [0] },
      byDefault(pieceMoved(0, 5, 6, { next: 1 })),
    )
  })
  it('[RM73] is played for by a bot, whose move upon an old state does nothing', () => {
    const turn = twice.when(roll('bo'), 2)
    const move = { type: 'bot_move', seat: 0, move: { type: 'roll' }, seen: turn.state.gameSeq } as const
    turn.when(move, 1).gives(pieceMoved(0, 7, 1, { next: 1 }))
    turn.when({ ...move, seen: turn.state.gameSeq - 1 }).gives()
    turn.when(takeBack('ada')).when(move).gives()
    turn.when({ ...move, move: { type: 'fly' } }).refuses('illegal_move')
    turn.when({ ...move, seat: 1 }).gives()
  })
  it('[RM72] is back with any move of their own', () => {
    const turn = twice.when(roll('bo'), 2)
    turn.when(roll('ada'), 5).gives({ type: 'seat_taken_back', seat: 0 }, pieceMoved(0, 7, 5, { next: 1 }))
  })
})

describe('where no clock runs', () => {
  const still = racing.when(set({ clock: 0 }))
  const ask = (player: string, after: number): RoomCommand => ({
    type: 'ask_default',
    player,
    now: (still.state.turn?.at ?? 0) + after,
  })
  const asked = (player: string): RoomEvent => ({ type: 'default_asked', player, name: nameOf(player) })

  it('[RM74] the host may have the default move made at once, and anybody after two minutes', () => {
    const moved = byDefault(pieceMoved(0, 0, 2, { next: 1 }))
    still.when(ask('ada', 1), 2).gives(asked('ada'), moved)
    still.when(ask('bo', 119_999)).refuses('forbidden', /2 minutes/)
    still.when(ask('bo', 120_000), 2).gives(asked('bo'), moved)
    still.when(ask('zoe', 120_000)).refuses('not_in_room')
    racing.when(ask('ada', 120_000)).refuses('forbidden', /clock/)
    given(created('race'), joined(0, 'ada')).when(ask('ada', 120_000)).refuses('not_playing')
  })
})

describe('who leaves a game', () => {
  const leaving = (how: RoomSettings['leaving']) => racing.when(set({ leaving: how }))

  it('[RM75] is played for by a bot, has the default moves made, or is out of it, as the host chose', () => {
    const bot = leaving('bot').when(leave('bo')).gives(left(1, 'bo'), { type: 'seat_held', seat: 1 })
    bot.when(roll('ada'), 3).gives(pieceMoved(0, 0, 3, { next: 1 }))
    const keep = leaving('keep').when(leave('bo')).gives(left(1, 'bo'))
    keep
      .when(roll('ada'), 3, 4)
      .gives(pieceMoved(0, 0, 3, { next: 1 }), byDefault(pieceMoved(1, 0, 4, { to: 14, next: 0 })))
    const out = leaving('forfeit').when(leave('bo')).gives(left(1, 'bo'), { type: 'seat_forfeited', seat: 1 })
    out
      .when(roll('ada'), 3, 4)
      .gives(pieceMoved(0, 0, 3, { next: 1 }), byDefault(pieceMoved(1, 0, 4, { to: 14, next: 0 })))
  })
  it('[RM75] comes back to a seat that a bot held, and not to one that is out of the game', () => {
    const back = leaving('bot')
      .when(leave('bo'))
      .when({ ...joinAs('bo') })
    expect(back.gives(joined(1, 'bo')).state.seats[1]).not.toHaveProperty('held')
    leaving('forfeit').when(leave('bo')).when(joinAs('bo')).refuses('game_in_progress')
  })
  it('[RM76] and is out of it comes in last, whatever was reached', () => {
    const past = [...leaving('forfeit').when(leave('bo')).past, pieceMoved(0, 0, 1, { to: 97, next: 1 })]
    const behind = given(...past, byDefault(pieceMoved(1, 0, 6, { to: 99, next: 0 })))
    const still = behind.when(roll('ada'), 4, 6)
    still.gives(
      pieceMoved(0, 97, 4, { to: 97, landed: 97, next: 1 }),
      byDefault(pieceMoved(1, 99, 6, { to: 99, landed: 99, next: 0 })),
    )
    const won = given(...past, byDefault(pieceMoved(1, 0, 1, { to: 100, next: null })))
    expect(won.state.phase).toBe('playing')
  })
  it('[RM76] leaves one who may end it, as won', () => {
    const alone = leaving('forfeit').when(leave('bo')).when({ type: 'end', player: 'ada' })
    alone.gives({ type: 'game_over', outcome: { places: [[0], [1]] } })
    leaving('bot').when(leave('bo')).when({ type: 'end', player: 'ada' }).gives({ type: 'game_aborted' })
  })
})

const joinAs = (player: string): RoomCommand => ({ type: 'join', player, name: nameOf(player), as: 'player' })

describe('the next game', () => {
  const raced = given(
    ...racing.past,
    settings({ starter: 'rotation' }),
    pieceMoved(0, 0, 1, { to: 100, next: null }),
    { type: 'game_over', outcome: { places: [[0], [1]] } },
  )
  const begunBy = (starter: RoomSettings['starter'], ...faces: readonly number[]) =>
    raced.when(set({ starter })).when(start('ada'), 1, ...faces)

  it('[RM77] is begun by the next one, the winner, the last one, or by who throws highest', () => {
    expect(raced.state.starter).toBe(0)
    const by = (starter: number): RoomEvent => ({ ...raceStarted(2, [0, 1], 1), starter }) as RoomEvent
    begunBy('rotation').gives(by(1))
    begunBy('winner').gives(by(0))
    begunBy('loser').gives(by(1))
    begunBy('roll-off', 2, 6).gives(raceStarted(2, [0, 1], 1), starterRolled([0, 1], 2, 6))
    expect(begunBy('rotation').state).toMatchObject({ starter: 1, turn: { seats: [1] }, view: { turn: 1 } })
  })
  it('[RM77] is thrown for where who would begin it is not there', () => {
    const others = raced
      .when(leave('ada'))
      .when(joinAs('cy'))
      .when(set({ starter: 'loser' }))
    expect(others.when(start('bo'), 1, 2, 6).state.phase).toBe('playing')
  })
})
