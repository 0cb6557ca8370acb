import { describe, expect, it, vi } from 'vitest'
import { CHAIN_LENGTH } from '../testing/dice.ts'
import {
  at,
  choose,
  created,
  dealClosed,
  dealt,
  given,
  join,
  joined,
  leave,
  left,
  open,
  optionsSet,
  over,
  roll,
  start,
} from '../testing/given.ts'
import { pieceMoved, raceStarted, starterRolled } from '../testing/race-events.ts'
import { sealOf, seedOf } from '../testing/seeds.ts'
import type { RoomCommand } from './command.ts'
import type { RoomEvent } from './events.ts'
import type { PlayerId } from './room.ts'

vi.mock('../games/registry.ts', async importOriginal => {
  const { withHiddenDice } = await import('../testing/with-hidden-dice.ts')
  return withHiddenDice(await importOriginal<typeof import('../games/registry.ts')>())
})

/** Joins with a seal of the player's nth seed. */
const sealing = (player: PlayerId, n = 1): RoomCommand => ({
  ...(join(player) as Extract<RoomCommand, { type: 'join' }>),
  seal: sealOf(player, n),
})
const opensSeal = (player: PlayerId, deal: number, n = 1): RoomCommand => ({
  type: 'open_seal',
  player,
  deal,
  seed: seedOf(player, n),
  nextSeal: sealOf(player, n + 1),
})
const seedOpened = (seat: number, player: PlayerId, deal: number, n = 1): RoomEvent => ({
  type: 'seed_opened',
  deal,
  seat,
  seed: seedOf(player, n),
  nextSeal: sealOf(player, n + 1),
})
const seals = { 0: sealOf('ada', 1), 1: sealOf('bo', 1) }
const seeds = { 0: seedOf('ada', 1), 1: seedOf('bo', 1) }
const bySeat = (event: RoomEvent): RoomEvent => {
  if (event.type !== 'piece_moved' || !('seat' in event) || !('rolls' in event)) return event
  return { ...event, rolls: event.rolls?.map(die => at(1, event.seat ?? '-', 0, die)) } as RoomEvent
}

/** Ada and Bo sit with their seals, Cy without one. */
const lobby = given(created('race')).when(sealing('ada')).when(sealing('bo')).when(join('cy'))
const opening = lobby.when(start('ada'))
const begun = [
  raceStarted(1, [0, 1, 2], 4),
  { ...starterRolled([0, 1, 2], 2, 3, 1), rolls: [at(1, '-', 1, open(6, 2, 3, 1))] },
] as const

describe('a game', () => {
  it('[RM44] begins in one append where nobody has sealed a seed', () => {
    given(created('race'), joined(0, 'ada'))
      .when(start('ada'), 5)
      .givesExactly(...dealt(1), raceStarted(1, [0], 5), starterRolled([0]))
  })
  it('[RM45] begins as soon as all seals are opened, and holds what was put in', () => {
    opening.givesExactly({ type: 'deal_opened', deal: 1, seals })
    const first = opening.when(opensSeal('bo', 1)).givesExactly(seedOpened(1, 'bo', 1))
    expect(first.state).toMatchObject({ phase: 'lobby', dealing: { opening: { deal: 1 }, current: null } })
    first
      .when(opensSeal('ada', 1), 4, 2, 3, 1)
      .givesExactly(seedOpened(0, 'ada', 1), { type: 'deal_ready', deal: 1, seeds, missing: [] }, ...begun)
  })
  it('[RM45] begins without those who have not opened in time, and says so', () => {
    const late = opening.when(opensSeal('bo', 1)).when({ type: 'ready_deal', deal: 1 }, 4, 2, 3, 1)
    late.givesExactly({ type: 'deal_ready', deal: 1, seeds: { 1: seeds[1] }, missing: [0] }, ...begun)
    late.when(opensSeal('ada', 1)).refuses('stale')
    late.when({ type: 'ready_deal', deal: 1 }).givesExactly()
  })
  it('[RM46] takes no seed but the one that was sealed, and each once', () => {
    opening.when(opensSeal('ada', 1, 2)).refuses('seal_mismatch')
    opening.when(opensSeal('cy', 1)).refuses('not_in_room')
    opening.when(opensSeal('zoe', 1)).refuses('not_in_room')
    opening.when(opensSeal('ada', 2)).refuses('not_playing')
    lobby.when(opensSeal('ada', 1)).refuses('not_playing')
    opening.when(opensSeal('ada', 1)).when(opensSeal('ada', 1)).givesExactly()
  })
  it('[RM47] that is about to begin is changed by nobody', () => {
    opening.when(start('ada')).refuses('game_in_progress')
    opening.when(choose('ada', {})).refuses('game_in_progress')
    opening.when(roll('ada')).refuses('not_playing')
    opening.when(join('di', 'player')).refuses('game_in_progress')
    opening.when(join('di')).givesExactly()
    opening.when(sealing('ada', 7)).givesExactly({ type: 'seal_given', seat: 0, seal: sealOf('ada', 7) })
  })
  it('[RM47] begins with who has left meanwhile: the seat is played for', () => {
    const alone = opening.when(leave('bo')).givesExactly(left(1, 'bo'))
    alone
      .when(opensSeal('bo', 1))
      .when(opensSeal('ada', 1), 4, 2, 3, 1, 5)
      .gives(...begun, { ...pieceMoved(1, 0, 5, { next: 2 }), auto: true })
  })
  it('[RM47] that everybody has left meanwhile is begun, and broken off', () => {
    const nobody = opening.when(leave('ada')).when(leave('bo')).when(leave('cy'))
    expect(nobody.state.phase).toBe('lobby')
    nobody
      .when({ type: 'ready_deal', deal: 1 }, 4, 2, 3, 1)
      .givesExactly(
        { type: 'deal_ready', deal: 1, seeds: {}, missing: [0, 1] },
        ...begun,
        { type: 'game_aborted' },
        dealClosed(1),
      )
  })
  it('[RM47] has no place for who left the game before, until it is over', () => {
    const again = given(
      created('race'),
      joined(0, 'ada'),
      joined(1, 'bo'),
      raceStarted(1, [0, 1], 4),
      starterRolled([0, 1], 2, 1),
      left(1, 'bo'),
      bySeat(pieceMoved(0, 0, 1, { to: 100, next: null })),
      over([0], [1]),
    )
      .when(sealing('ada'))
      .when(start('ada'))
    again.when(join('bo', 'player')).refuses('game_in_progress')
    again.when(join('bo')).givesExactly()
    const playing = again.when(opensSeal('ada', 2), 4)
    expect(playing.state.seats.map(holder => holder?.player)).toEqual(['ada'])
    // In a game of rounds the seat is taken back between them, too.
    const rounds = given(created('hidden-dice', { rounds: 2 }), joined(0, 'ada'), joined(1, 'bo'))
      .when(sealing('ada'))
      .when(start('ada'))
      .when(opensSeal('ada', 1), 4, 1, 2, 3, 4)
      .when({ type: 'move', player: 'ada', move: { type: 'stand' } })
      .when(leave('bo'))
    expect(rounds.state.dealing.opening?.seats).toEqual([0])
    rounds.when(join('bo', 'player')).givesExactly(joined(1, 'bo'))
  })
  it('[RM48] takes its options with it through the opening', () => {
    lobby
      .when(start('ada', { finish: 'bounce' }))
      .givesExactly(optionsSet('race', { finish: 'bounce' }), { type: 'deal_opened', deal: 1, seals })
  })
  it('[RM49] publishes its secret when it is over, and when it is broken off', () => {
    given(created('race'), joined(0, 'ada'), raceStarted(1, [0], 4), starterRolled([0]))
      .when(leave('ada'))
      .givesExactly(left(0, 'ada'), { type: 'game_aborted' }, dealClosed(1))
    given(created('race'), joined(0, 'ada'), raceStarted(1, [0], 4), starterRolled([0]))
      .when({ type: 'close', reason: 'idle' })
      .givesExactly({ type: 'game_aborted' }, dealClosed(1), { type: 'room_closed', reason: 'idle' })
    const nearly = given(
      created('race'),
      joined(0, 'ada'),
      raceStarted(1, [0], 4),
      starterRolled([0]),
      bySeat(pieceMoved(0, 0, 1, { to: 97, next: 0 })),
    )
    nearly
      .when(roll('ada'), 3)
      .givesExactly(
        { ...pieceMoved(0, 97, 3, { next: null }), rolls: [at(1, 0, 1, open(6, 3))] } as RoomEvent,
        over([0]),
        dealClosed(1),
      )
  })
})

describe('a seal', () => {
  it('[RM50] that waits already, or was used, is not taken again', () => {
    lobby.when(sealing('ada')).givesExactly()
    lobby.when(sealing('ada', 2)).givesExactly({ type: 'seal_given', seat: 0, seal: sealOf('ada', 2) })
    opening.when(sealing('ada')).givesExactly()
    const started = opening.when(opensSeal('ada', 1)).when(opensSeal('bo', 1), 4, 2, 3, 1)
    started.when(sealing('ada', 1)).givesExactly()
    started.when(sealing('ada', 2)).givesExactly()
    const over = started.when(leave('cy')).when(leave('ada')).when(leave('bo'))
    expect(over.state).toMatchObject({ phase: 'lobby', dealing: { current: null } })
    over.when(sealing('ada', 1)).gives(joined(0, 'ada'))
  })
  it('[RM50] is not taken from a seat that was missing, until the next game', () => {
    const late = opening.when(opensSeal('bo', 1)).when({ type: 'ready_deal', deal: 1 }, 4, 2, 3, 1)
    expect(late.state.dealing.benched).toEqual([0])
    late.when(sealing('ada', 2)).givesExactly()
    late.when(leave('ada')).when(sealing('ada', 2)).gives(joined(0, 'ada'))
    const next = given(
      ...late.past,
      bySeat(pieceMoved(1, 0, 1, { to: 100, next: null })),
      over([1], [0, 2]),
      dealClosed(1),
    )
    next.when(sealing('ada', 2)).givesExactly({ type: 'seal_given', seat: 0, seal: sealOf('ada', 2) })
  })
  it('[RM57] is taken from who comes to a seat whose last holder was missing', () => {
    const taken = given(created('free-roll'))
      .when(sealing('ada'), 6)
      .when(leave('ada'))
      .when({ type: 'ready_deal', deal: 2 })
      .when(sealing('bo'), 5)
    expect(taken.added[0]).toMatchObject({ type: 'player_joined', seat: 0, seal: sealOf('bo', 1) })
    const meanwhile = given(created('free-roll'))
      .when(sealing('ada'), 6)
      .when(leave('ada'))
      .when(join('bo'), 5)
      .when({ type: 'ready_deal', deal: 2 })
      .when(sealing('bo'))
    expect(meanwhile.added[0]).toEqual(
      expect.objectContaining({ type: 'seal_given', seat: 0, seal: sealOf('bo', 1) }),
    )
  })
  it('[RM51] goes with whoever leaves', () => {
    lobby
      .when(leave('bo'))
      .when(start('ada'))
      .givesExactly({ type: 'deal_opened', deal: 1, seals: { 0: seals[0] } })
  })
})

describe('free roll', () => {
  const tray = given(created('free-roll'))
  const sat = tray.when(sealing('ada'), 6)

  it('[RM52] begins with a deal that nobody could put a seed into', () => {
    expect(tray.past.slice(1)).toEqual(dealt(1))
  })
  it('[RM52] opens a deal for the seal of who comes, and rolls on in the old one meanwhile', () => {
    sat.givesExactly({ ...joined(0, 'ada', open(6, 6)), seal: sealOf('ada', 1) } as RoomEvent, {
      type: 'deal_opened',
      deal: 2,
      seals: { 0: sealOf('ada', 1) },
    })
    sat
      .when(roll('ada'), 3)
      .givesExactly({ type: 'rolled', seat: 0, rolls: [at(1, 0, 0, open(6, 3))] } as RoomEvent)
    const ready = sat.when(opensSeal('ada', 2))
    ready.givesExactly(seedOpened(0, 'ada', 2), dealClosed(1), {
      type: 'deal_ready',
      deal: 2,
      seeds: { 0: seedOf('ada', 1) },
      missing: [],
    })
    ready
      .when(roll('ada'), 3)
      .givesExactly({ type: 'rolled', seat: 0, rolls: [at(2, 0, 0, open(6, 3))] } as RoomEvent)
  })
  it('[RM52] opens no deal while one is opening, for a seal that waits since an earlier deal, or when somebody leaves', () => {
    sat.when(sealing('bo'), 2).gives({ ...joined(1, 'bo', open(6, 2)), seal: sealOf('bo', 1) } as RoomEvent)
    expect(sat.when(sealing('bo'), 2).state.dealing.opened).toBe(2)
    const ready = sat.when(opensSeal('ada', 2))
    expect(ready.when(roll('ada'), 3).state.dealing.opened).toBe(2)
    expect(ready.when(roll('ada'), 3).when(leave('ada')).state.dealing.opened).toBe(2)
  })
  it('[RM52] opens no deal for each of many newcomers, who would all answer it', () => {
    const player = (at: number) => `player ${at}`
    let many = tray
    for (let at = 0; at < 100; at += 1) many = many.when(sealing(player(at)), 6)
    many = many.when({ type: 'ready_deal', deal: 2 })
    expect(many.state.dealing.opened).toBe(2)
    for (let rolls = 0; rolls < 23; rolls += 1) many = many.when(roll(player(1)), 1)
    expect(many.state.dealing.opened).toBe(2)
    many = many.when(roll(player(1)), 1)
    expect(many.state.dealing.opened).toBe(3)
    expect(Object.keys(many.state.dealing.opening?.seals ?? {})).toHaveLength(99)
  })
  it('[RM52] opens a deal after 50 rolls', () => {
    let rolling = tray.when(join('ada'), 6)
    for (let rolls = 2; rolls < 50; rolls += 1) rolling = rolling.when(roll('ada'), 1)
    expect(rolling.state.dealing.opened).toBe(1)
    rolling
      .when(roll('ada'), 2)
      .givesExactly(
        { type: 'rolled', seat: 0, rolls: [at(1, 0, 48, open(6, 2))] } as RoomEvent,
        { type: 'deal_opened', deal: 2, seals: {} },
        dealClosed(1),
        { type: 'deal_ready', deal: 2, seeds: {}, missing: [] },
      )
  })
  it('[RM53] commits itself to the next chain before the last deal of one', () => {
    let rolling = tray.when(join('ada'), 6)
    while (rolling.state.dealing.opened < CHAIN_LENGTH - 1) rolling = rolling.when(roll('ada'), 1)
    while (rolling.state.dealing.opened < CHAIN_LENGTH) rolling = rolling.when(roll('ada'), 1)
    const last = rolling.past.findLast(({ type }) => type === 'deal_opened')
    expect(last).toMatchObject({ deal: CHAIN_LENGTH, next: { chainLength: CHAIN_LENGTH } })
    expect(rolling.state.dealing.chains).toHaveLength(2)
  })
  it('[RM49] publishes its secret when the room is closed', () => {
    sat
      .when({ type: 'close', reason: 'idle' })
      .givesExactly(dealClosed(1), { type: 'deal_ready', deal: 2, seeds: {}, missing: [0] }, dealClosed(2), {
        type: 'room_closed',
        reason: 'idle',
      })
  })
})

describe('a game of rounds', () => {
  const two = given(created('hidden-dice', { rounds: 2 }))
    .when(sealing('ada'))
    .when(sealing('bo'))
  const first = two.when(start('ada')).when(opensSeal('ada', 1)).when(opensSeal('bo', 1), 4, 1, 2, 3, 4)
  const stand = (player: PlayerId): RoomCommand => ({ type: 'move', player, move: { type: 'stand' } })

  it('[RM54] has a deal for each round, and rolls when the next one is ready', () => {
    const shown = first.when(stand('ada')).when(stand('bo'))
    expect(shown.added.map(({ type }) => type)).toEqual(['stood', 'shown', 'deal_closed', 'deal_opened'])
    shown.when(stand('ada')).refuses('not_your_turn')
    const second = shown.when(opensSeal('ada', 2, 2)).when(opensSeal('bo', 2, 2), 5, 5, 6, 6)
    expect(second.added.map(({ type }) => type)).toEqual(['seed_opened', 'deal_ready', 'dealt'])
    const last = second.when(stand('ada')).when(stand('bo'))
    expect(last.added.map(({ type }) => type)).toEqual(['stood', 'shown', 'game_over', 'deal_closed'])
  })
  it('[RM54] does not wait for seeds in any round of one who was missing in the first', () => {
    const late = two
      .when(start('ada'))
      .when(opensSeal('ada', 1))
      .when({ type: 'ready_deal', deal: 1 }, 4, 1, 2, 3, 4)
    const shown = late.when(stand('ada')).when(stand('bo'))
    expect(shown.added.at(-1)).toEqual(
      expect.objectContaining({ type: 'deal_opened', seals: { 0: sealOf('ada', 2) } }),
    )
  })
  it('[RM54] goes on at once where nobody has sealed a seed', () => {
    const bare = given(created('hidden-dice', { rounds: 2 }), joined(0, 'ada'), joined(1, 'bo'))
    const next = bare.when(start('ada'), 4, 1, 2, 3, 4).when(stand('ada')).when(stand('bo'), 6, 6, 5, 5)
    const types = ['stood', 'shown', 'deal_closed', 'deal_opened', 'deal_ready', 'dealt']
    expect(next.added.map(({ type }) => type)).toEqual(types)
  })
})
