import { describe, expect, it, vi } from 'vitest'
import { gameOf, rulesVersion } from '../games/registry.ts'
import { CHAIN_LENGTH, loadedDice, openSecrets } from '../testing/dice.ts'
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
  optionsSet,
  over,
  roll,
  say,
  start,
} from '../testing/given.ts'
import { pieceMoved, raceStarted, starterRolled } from '../testing/race-events.ts'
import { createRoom } from './decide.ts'
import type { RoomEvent } from './events.ts'

vi.mock('../games/registry.ts', async importOriginal => {
  const { withHiddenDice } = await import('../testing/with-hidden-dice.ts')
  return withHiddenDice(await importOriginal<typeof import('../games/registry.ts')>())
})

const race = created('race')
const tray = created('free-roll')
const byDefault = (event: RoomEvent): RoomEvent => ({ ...event, auto: true })

/** Ada and Bo race; it is Ada's turn. */
const racing = given(
  race,
  joined(0, 'ada'),
  joined(1, 'bo'),
  raceStarted(1, [0, 1], 4),
  starterRolled([0, 1], 5, 2),
)
/** The same with Cy. */
const racingThree = given(
  race,
  joined(0, 'ada'),
  joined(1, 'bo'),
  joined(2, 'cy'),
  raceStarted(1, [0, 1, 2], 4),
  starterRolled([0, 1, 2], 5, 2, 1),
)
/** Ada has won over Bo. */
const raced = given(...racing.past, pieceMoved(0, 0, 1, { to: 100, next: null }), over([0], [1]))

describe('a room', () => {
  const wish = { game: 'race', options: {}, settings: { private: true } } as const

  it('[RM8] begins with its making, in the lobby', () => {
    expect(createRoom('ABC234', wish, openSecrets(loadedDice()))).toEqual({
      ok: true,
      value: [
        {
          type: 'room_created',
          commitment: 'commitment 1',
          chainLength: CHAIN_LENGTH,
          room: 'ABC234',
          game: 'race',
          options: gameOf('race').options.parse({}),
          rules: rulesVersion('race'),
          settings: wish.settings,
        },
      ],
    })
    expect(given(race).state).toMatchObject({ seq: 1, phase: 'lobby', host: null, seats: [], games: 0 })
  })
  it('[RM8] is in play from then on if its game never ends', () => {
    expect(given(tray).state).toMatchObject({ seq: 3, phase: 'playing', host: null, seats: [], games: 1 })
  })
  it('[RM30] is not made with options that its game does not have', () => {
    const options = JSON.parse('{"__proto__":{"finish":"bounce"}}')
    expect(createRoom('ABC234', { ...wish, options }, openSecrets(loadedDice()))).toMatchObject({
      ok: false,
      error: { code: 'bad_options' },
    })
  })
})

describe('joining', () => {
  const full = given(
    race,
    ...['ada', 'bo', 'cy', 'di', 'eve', 'fay'].map((player, seat) => joined(seat, player)),
  )

  it('[RM10] makes the first to sit the host, and nobody after', () => {
    const two = given(race).when(join('ada')).gives(joined(0, 'ada')).when(join('bo')).gives(joined(1, 'bo'))
    expect(two.state.host).toBe('ada')
  })
  it('[RM11] takes the lowest free seat', () => {
    const gap = given(race, joined(0, 'ada'), joined(1, 'bo'), joined(2, 'cy'), left(1, 'bo'))
    gap.when(join('di')).gives(joined(1, 'di')).when(join('eve')).gives(joined(3, 'eve'))
  })
  it('[RM12] again changes nothing', () => {
    const lobby = given(race, joined(0, 'ada'))
    for (const as of ['player', 'spectator', 'either'] as const) {
      lobby.when(join('ada', as)).gives()
      racing.when(join('bo', as)).gives()
    }
  })
  it('[RM13] to watch takes no seat', () => {
    given(race).when(join('ada', 'spectator')).gives()
    full.when(join('late', 'spectator')).gives()
    racing.when(join('late', 'spectator')).gives()
  })
  it('[RM14] is refused where all seats are taken, unless one would watch as well', () => {
    full.when(join('late', 'player')).refuses('room_full', /6/)
    full.when(join('late', 'either')).gives()
    full.when(leave('cy')).when(join('late', 'player')).gives(joined(2, 'late'))
  })
  it('[RM15] is refused while a game lasts, unless one would watch as well', () => {
    racing.when(join('late', 'player')).refuses('game_in_progress')
    racing.when(join('late', 'either')).gives()
    raced.when(join('late', 'player')).gives(joined(2, 'late'))
  })
})

describe('leaving', () => {
  it('[RM16] frees the seat in the lobby, after a game and where games never end', () => {
    const lobby = given(race, joined(0, 'ada'), joined(1, 'bo'), joined(2, 'cy'))
    const two = lobby.when(leave('bo')).gives(left(1, 'bo'))
    expect(two.state.seats).toMatchObject([{ player: 'ada', seat: 0 }, null, { player: 'cy', seat: 2 }])
    expect(two.when(leave('cy', 'gone')).gives(left(2, 'cy', 'gone')).state.seats).toHaveLength(1)
    expect(raced.when(leave('bo')).gives(left(1, 'bo')).state).toMatchObject({
      phase: 'over',
      seats: [{ seat: 0 }],
    })
    const trays = given(tray, joined(0, 'ada'), joined(1, 'bo'))
    expect(trays.when(leave('bo')).gives(left(1, 'bo')).state.seats).toHaveLength(1)
  })
  it('[RM16] changes nothing for somebody without a seat', () => {
    racing.when(leave('zoe')).gives()
    racing.when(leave('bo')).when(leave('bo')).gives()
  })
  it.each(['left', 'gone'] as const)('[RM17] keeps the seat while a game lasts: %s', reason => {
    const { state } = racing.when(leave('bo', reason)).gives(left(1, 'bo', reason))
    expect(state.seats).toMatchObject([{ player: 'ada' }, { player: 'bo', seat: 1, left: reason }])
  })
  it('[RM17] has default moves made, until it is the turn of somebody who is there', () => {
    racingThree
      .when(leave('bo'))
      .gives(left(1, 'bo'))
      .when(leave('ada'), 2, 3)
      .gives(
        left(0, 'ada'),
        hosted('cy'),
        byDefault(pieceMoved(0, 0, 2, { next: 1 })),
        byDefault(pieceMoved(1, 0, 3, { next: 2 })),
      )
      .when(roll('cy'), 2, 1, 6)
      .gives(
        pieceMoved(2, 0, 2, { next: 0 }),
        byDefault(pieceMoved(0, 2, 1, { next: 1 })),
        byDefault(pieceMoved(1, 3, 6, { landed: 9, to: 31, next: 2 })),
      )
  })
  it('[RM17] may lose the game', () => {
    given(...racing.past, pieceMoved(0, 0, 2, { to: 97, next: 1 }), pieceMoved(1, 0, 2, { next: 0 }))
      .when(leave('ada'), 3)
      .gives(left(0, 'ada'), hosted('bo'), byDefault(pieceMoved(0, 97, 3, { next: null })), over([0], [1]))
  })
  it('[RM18] is undone by coming back to the same seat', () => {
    const back = racing.when(leave('bo', 'gone')).when(join('bo', 'player')).gives(joined(1, 'bo'))
    expect(back.state.seats[1]).toEqual({ seat: 1, player: 'bo', name: 'Bo', bot: false })
    back
      .when(roll('ada'), 2)
      .when(roll('bo'), 3)
      .gives(pieceMoved(1, 0, 3, { next: 0 }))
  })
  it('[RM18] is not undone by coming back to watch', () => {
    racing.when(leave('bo')).when(join('bo', 'spectator')).gives()
  })
  it('[RM18] leaves the seat to others once the game is over', () => {
    const over = given(...racing.past, left(1, 'bo'), ...raced.past.slice(-3))
    over.when(join('cy')).gives(joined(1, 'cy')).when(join('bo')).gives(joined(2, 'bo'))
    over.when(join('bo')).gives(joined(1, 'bo'))
  })
})

describe('the host', () => {
  const lobby = given(race, joined(0, 'ada'), joined(1, 'bo'), joined(2, 'cy'))

  it('[RM19] is followed by whoever has the lowest seat', () => {
    const next = lobby.when(leave('ada')).gives(left(0, 'ada'), hosted('bo'))
    expect(next.state.host).toBe('bo')
    next.when(join('di')).gives(joined(0, 'di')).when(leave('bo')).gives(left(1, 'bo'), hosted('di'))
  })
  it('[RM19] is not followed by somebody who has left the game', () => {
    racingThree
      .when(leave('bo'))
      .when(leave('ada'), 1, 1)
      .gives(
        left(0, 'ada'),
        hosted('cy'),
        byDefault(pieceMoved(0, 0, 1, { landed: 1, to: 38, next: 1 })),
        byDefault(pieceMoved(1, 0, 1, { landed: 1, to: 38, next: 2 })),
      )
  })
  it('[RM19] does not take the room back by coming back', () => {
    const back = racing.when(leave('ada'), 2).when(join('ada'))
    expect(back.gives(joined(0, 'ada')).state.host).toBe('bo')
  })
  it('[RM19] is the next who sits, where nobody was left', () => {
    const empty = lobby.when(leave('ada')).when(leave('bo')).when(leave('cy')).gives(left(2, 'cy'))
    expect(empty.state).toMatchObject({ host: null, seats: [] })
    expect(empty.when(join('zoe')).gives(joined(0, 'zoe')).state.host).toBe('zoe')
  })
  it('[RM22] alone starts games, and sets options and settings', () => {
    for (const who of ['bo', 'zoe']) {
      lobby.when(start(who)).refuses('not_host')
      lobby.when(choose(who, {})).refuses('not_host')
      lobby.when({ type: 'set_settings', player: who, settings: { private: true } }).refuses('not_host')
    }
    given(race).when(start('ada')).refuses('not_host')
    racing.when(leave('ada'), 1).when(choose('ada', {})).refuses('not_host')
  })
  it('[RM35] says whether the room is private', () => {
    const { state } = lobby
      .when({ type: 'set_settings', player: 'ada', settings: { private: true } })
      .gives({ type: 'settings_set', settings: { private: true } })
    expect(state.settings).toMatchObject({ private: true, locked: false })
    const unchanged = lobby.when({ type: 'set_settings', player: 'ada', settings: {} })
    expect(unchanged.gives().state.phase).toBe('lobby')
  })
})

describe('an empty table', () => {
  it('[RM20] breaks the game off when everybody left', () => {
    const { state, added } = racing
      .when(leave('bo'))
      .when(leave('ada'))
      .gives(left(0, 'ada'), { type: 'game_aborted' })
    expect(state).toMatchObject({ phase: 'lobby', host: null, seats: [], view: null, games: 1 })
    expect(state.gameSeq).toBe(added.find(({ type }) => type === 'game_aborted')?.seq)
  })
  it('[RM20] can be taken by others afterwards', () => {
    racing
      .when(leave('bo'))
      .when(leave('ada'))
      .when(join('zoe', 'player'))
      .gives(joined(0, 'zoe'))
      .when(start('zoe'), 3)
      .gives(raceStarted(2, [0], 3), starterRolled([0]))
  })
  it('[RM21] lets the game wait for those who are gone, and rolls nothing meanwhile', () => {
    const bo = racing.when(leave('bo', 'gone')).gives(left(1, 'bo', 'gone'))
    const none = bo.when(leave('ada', 'gone')).gives(left(0, 'ada', 'gone'))
    expect(none.state).toMatchObject({ phase: 'playing', host: null })
    const back = none.when(join('bo'), 5).gives(joined(1, 'bo'), byDefault(pieceMoved(0, 0, 5, { next: 1 })))
    expect(back.state.host).toBe('bo')
  })
  it('[RM21] waits for one who is gone, even if the others left', () => {
    const none = racing.when(leave('bo', 'gone')).when(leave('ada')).gives(left(0, 'ada'))
    expect(none.state.phase).toBe('playing')
    none.when(join('zoe', 'player')).refuses('game_in_progress')
  })
})

describe('starting', () => {
  const lobby = given(race, joined(0, 'ada'), joined(1, 'bo'), joined(2, 'cy'), left(1, 'bo'))

  it('[RM25] rolls an opening die, which decides nothing, and lets the game begin', () => {
    const { state } = lobby
      .when(start('ada'), 4, 2, 6)
      .gives(raceStarted(1, [0, 2], 4), starterRolled([0, 2], 2, 6))
    expect(state).toMatchObject({ phase: 'playing', games: 1, gameSeq: 9, view: { turn: 2 } })
  })
  it('[RM23] needs the players that the game needs', () => {
    const one = given(created('hidden-dice'), joined(0, 'ada'))
    one.when(start('ada')).refuses('not_enough_players', /2/)
    one.when(join('bo')).when(leave('bo')).when(start('ada')).refuses('not_enough_players')
    expect(one.when(join('bo')).when(start('ada'), 4, 1, 2, 3, 4).state.phase).toBe('playing')
  })
  it('[RM24] is refused while a game is in play', () => {
    racing.when(start('ada')).refuses('game_in_progress')
    given(tray, joined(0, 'ada')).when(start('ada')).refuses('game_in_progress')
  })
  it('[RM27] again plays with those who are there, each in the same seat', () => {
    const rematch = raced.when(start('ada'), 1, 2, 3)
    expect(rematch.gives(raceStarted(2, [0, 1], 1), starterRolled([0, 1], 2, 3)).state).toMatchObject({
      phase: 'playing',
      games: 2,
      outcome: null,
      view: { squares: [0, 0], winner: null },
    })
  })
  it('[RM27] again frees the seats of those who left the last game', () => {
    const won = given(...racingThree.past, left(1, 'bo'), ...raced.past.slice(-3))
    expect(won.state.seats[1]).toMatchObject({ left: 'left' })
    const { state } = won
      .when(start('ada'), 1, 2, 3)
      .gives(raceStarted(2, [0, 2], 1), starterRolled([0, 2], 2, 3))
    expect(state.seats).toMatchObject([{ player: 'ada' }, null, { player: 'cy', seat: 2 }])
    won.when(leave('cy')).when(start('ada'), 1)
    expect(won.when(leave('cy')).when(start('ada'), 1).state.seats).toHaveLength(1)
  })
})

describe('a move', () => {
  it('[RM28] needs a seat', () => {
    racing.when(roll('zoe')).refuses('not_in_room')
    racing.when(leave('ada'), 2).when(roll('ada')).refuses('not_in_room')
  })
  it('[RM28] needs a game in play', () => {
    given(race, joined(0, 'ada')).when(roll('ada')).refuses('not_playing')
    raced.when(roll('bo')).refuses('not_playing')
  })
  it('[RM28] is one that the game has, made in its turn', () => {
    for (const move of [null, 7, 'roll', [], {}, { type: 'fly' }, { type: 'roll', face: 6 }]) {
      racing.when({ type: 'move', player: 'ada', move }).refuses('illegal_move')
    }
    const proto = JSON.parse('{"type":"roll","__proto__":{"face":6}}')
    racing.when({ type: 'move', player: 'ada', move: proto }).refuses('illegal_move')
    racing.when(roll('bo')).refuses('not_your_turn')
  })
  it('[RM26] that decides the game ends it at once', () => {
    const { state } = given(...racing.past, pieceMoved(0, 0, 1, { to: 97, next: 0 }))
      .when(roll('ada'), 3)
      .gives(pieceMoved(0, 97, 3, { next: null }), over([0], [1]))
    expect(state).toMatchObject({ phase: 'over', outcome: { places: [[0], [1]] }, view: { winner: 0 } })
  })
})

describe('a stale move', () => {
  const { gameSeq } = racing.state

  it('[RM29] is refused, since the game went on after what its player saw', () => {
    racing.when(roll('ada', gameSeq - 1)).refuses('stale')
    racing.when(roll('ada', 0)).refuses('stale')
    racing.when(roll('ada', gameSeq), 2).gives(pieceMoved(0, 0, 2, { next: 1 }))
  })
  it('[RM29] is not one before which only something else happened', () => {
    const talked = racing.when(say('bo', 'go on')).when(leave('bo', 'gone')).when(join('bo'))
    talked.when(roll('ada', gameSeq), 2).gives(pieceMoved(0, 0, 2, { next: 1 }))
    expect(talked.state.gameSeq).toBe(gameSeq)
  })
  it('[RM29] is unknown where others change nothing about it', () => {
    const tray = given(created('free-roll', { winner: 'highest' }), joined(0, 'ada'), joined(1, 'bo'))
    const begun = tray.when(start('ada'), 4)
    const { gameSeq } = begun.state
    const both = begun.when(roll('ada', gameSeq), 3).when(roll('bo', gameSeq), 5)
    expect(both.state).toMatchObject({ phase: 'over', outcome: { places: [[1], [0]] } })
  })
  it('[RM29] is unknown where everybody may always roll', () => {
    const two = given(tray, joined(0, 'ada'), joined(1, 'bo')).when(roll('bo'), 2)
    two.when(roll('ada', 1), 5).gives({ type: 'rolled', seat: 0, rolls: [open(6, 5)] })
  })
})

describe('options', () => {
  const lobby = given(race, joined(0, 'ada'), joined(1, 'bo'))

  it.each([
    [{ finish: 'teleport' }, /^finish: /],
    [{ finish: null }, /^finish: /],
    [{ dice: 2 }, /dice/],
    [JSON.parse('{"__proto__":{"finish":"bounce"}}'), /__proto__/],
    [[], /^options: /],
    ['bounce', /^options: /],
  ])('[RM30] that the game does not have are refused by name: %o', (options, message) => {
    lobby.when(choose('ada', options)).refuses('bad_options', message)
    lobby.when(start('ada', options)).refuses('bad_options', message)
  })
  it('[RM31] that are set hold for the games to come', () => {
    const set = lobby.when(choose('ada', { finish: 'bounce' }))
    set.gives(optionsSet('race', { finish: 'bounce' }))
    set
      .when(start('ada'), 1, 2, 3)
      .gives(raceStarted(1, [0, 1], 1, { finish: 'bounce' }), starterRolled([0, 1], 2, 3))
    const after = raced.when(choose('ada', { finish: 'overshoot' })).when(start('ada'), 1, 2, 3)
    expect(after.state).toMatchObject({
      options: { finish: 'overshoot' },
      view: { options: { finish: 'overshoot' } },
    })
  })
  it('[RM31] that are left out are the default ones', () => {
    const reset = lobby.when(choose('ada', { finish: 'bounce' })).when(choose('ada', {}))
    expect(reset.state.options).toEqual(gameOf('race').options.parse({}))
  })
  it('[RM31] that a start brings hold for it and the games to come', () => {
    const started = lobby.when(start('ada', { finish: 'overshoot' }), 1, 2, 3)
    expect(started.state).toMatchObject({
      options: { finish: 'overshoot' },
      view: { options: { finish: 'overshoot' } },
    })
  })
  it('[RM32] stay as they are while a game lasts', () => {
    racing.when(choose('ada', { finish: 'bounce' })).refuses('game_in_progress')
  })
  it('[RM32] change at once where the game never ends, and clear the table', () => {
    const rolled = given(tray, joined(0, 'ada')).when(roll('ada'), 6)
    const changed = rolled.when(choose('ada', { dice: 3, sides: 8 }))
    expect(changed.state).toMatchObject({
      options: { dice: 3, sides: 8 },
      view: { options: { dice: 3, sides: 8 }, last: null },
    })
    expect(changed.state.gameSeq).toBe(changed.state.seq)
    expect(changed.when(roll('ada'), 8, 7, 1).added).toMatchObject([
      { rolls: [{ count: 3, sides: 8, faces: [8, 7, 1] }] },
    ])
  })
})

describe('talk', () => {
  const line = (player: string, name: string, text: string, seat?: number): RoomEvent => ({
    type: 'chat',
    player,
    name,
    text,
    ...(seat === undefined ? {} : { seat }),
  })

  it('[RM33] is for players and spectators, before, during and after a game', () => {
    given(race, joined(0, 'ada'))
      .when(say('ada', 'hi'))
      .gives(line('ada', 'Ada', 'hi', 0))
    racing.when(say('bo', 'hi')).gives(line('bo', 'Bo', 'hi', 1))
    racing.when(say('zoe', 'hi')).gives(line('zoe', 'Zoe', 'hi'))
    raced.when(say('zoe', 'hi')).gives(line('zoe', 'Zoe', 'hi'))
  })
  it('[RM33] comes from players under the name that they sit with', () => {
    racing.when({ type: 'chat', player: 'bo', name: 'Somebody', text: 'hi' }).gives(line('bo', 'Bo', 'hi', 1))
  })
  it('[RM33] changes nothing but the count of events', () => {
    const { state } = racing.when(say('bo', 'hi'))
    expect(state).toEqual({ ...racing.state, seq: racing.state.seq + 1 })
  })
})

describe('a closed room', () => {
  const closed = racing
    .when({ type: 'close', reason: 'idle' })
    .gives({ type: 'game_aborted' }, { type: 'room_closed', reason: 'idle' })

  it('[RM34] refuses everything', () => {
    expect(closed.state.closed).toBe(true)
    for (const command of [
      join('zoe'),
      join('ada'),
      leave('ada'),
      start('ada'),
      roll('ada'),
      say('ada', 'hi'),
      choose('ada', {}),
      { type: 'set_settings', player: 'ada', settings: {} } as const,
      { type: 'close', reason: 'idle' } as const,
    ]) {
      closed.when(command).refuses('room_closed')
    }
  })
})
