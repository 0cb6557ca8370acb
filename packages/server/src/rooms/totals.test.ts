import type { GameId } from '@diceroom/shared/games/registry.ts'
import { NEAR_EVENTS } from '@diceroom/shared/protocol/limits.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { evolve, fold } from '@diceroom/shared/room/evolve.ts'
import { anyEvening, randomRoom } from '@diceroom/shared/testing/random-room.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '../stores/memory.ts'
import type { PlayerTotals, Totals } from '../stores/room-store.ts'
import { addTotals, NO_TOTALS } from '../stores/totals.ts'
import { createRoom } from './create-room.ts'
import { execute, type RoomService } from './execute.ts'
import { closeIdleRooms } from './housekeeping.ts'
import type { SecretsOf } from './live-room.ts'
import { RoomCache } from './room-cache.ts'
import { RoomSecrets } from './room-secrets.ts'
import { statisticsOf } from './statistics.ts'
import { Tally } from './tally.ts'

type ByPlayer = Record<string, Totals>

function sum(into: ByPlayer, player: string, more: Partial<Totals>): void {
  into[player] = addTotals(into[player] ?? NO_TOTALS, more)
}

/** What a log says of its players, read by itself: who came to which seat last, and which deals were closed. */
function told(log: readonly LoggedEvent[]): ByPlayer {
  const totals: ByPlayer = {}
  const seats = new Map<number, string>()
  const open: { player: string; face: number; sides: number }[] = []
  let playing: readonly number[] = []
  for (const event of log) {
    if ('rolls' in event) {
      for (const { who, sides, faces } of event.rolls ?? []) {
        const player = seats.get(Number(who))
        for (const face of faces ?? []) if (player !== undefined) open.push({ player, face, sides })
      }
    }
    if (event.type === 'player_joined' && 'player' in event) {
      if (event.bot) seats.delete(event.seat)
      else seats.set(event.seat, event.player)
    }
    if (event.type === 'seat_moved' && 'player' in event) seats.set(event.seat, event.player)
    if (event.type === 'game_started' && 'seats' in event) playing = event.seats
    if (event.type === 'game_over' && 'outcome' in event) {
      for (const seat of playing) {
        const player = seats.get(seat)
        if (player !== undefined)
          sum(totals, player, { games: 1, wins: event.outcome.places[0]?.includes(seat) ? 1 : 0 })
      }
    }
    if (event.type === 'deal_closed') {
      for (const { player, face, sides } of open.splice(0)) {
        const [over, variance12] = [2 * face - (sides + 1), sides * sides - 1]
        sum(totals, player, { dice: 1, over, variance12 })
      }
    }
  }
  return totals
}

const added = (kept: ByPlayer, totals: readonly PlayerTotals[] = []): void => {
  for (const { player, game: _, ...more } of totals) sum(kept, player, more)
}

describe.each<GameId>(['race', 'free-roll'])('the totals of %s', game => {
  it('[SX1] [SX2] [SX3] are what one counts in the log, whatever people do and whenever the server starts again', () => {
    let [decided, closed] = [0, 0]
    const property = fc.property(anyEvening, fc.array(fc.boolean()), (evening, restarts) => {
      const kept: ByPlayer = {}
      const log: LoggedEvent[] = []
      let tally = new Tally()
      for (const [at, { before, events, after }] of [...randomRoom(game, evening)].entries()) {
        added(kept, tally.of(before, events, evolve).beside.totals)
        log.push(...events)
        const since = after.dealing.current?.since
        if (restarts[at % Math.max(1, restarts.length)]) {
          const past = since === undefined ? [] : log.filter(({ seq }) => seq > since)
          tally = new Tally(past, after)
        }
      }
      expect(kept).toEqual(told(log))
      decided += log.filter(({ type }) => type === 'game_over').length
      closed += log.filter(({ type }) => type === 'deal_closed').length
    })
    fc.assert(property, { numRuns: 150 })
    expect(closed).toBeGreaterThan(20)
    if (game === 'race') expect(decided).toBeGreaterThan(5)
  })
})

const KEY = new Uint8Array(32)
const join = (player: string): RoomCommand => ({ type: 'join', player, name: player, as: 'player' })
const roll = (player: string): RoomCommand => ({ type: 'move', player, move: { type: 'roll' } })

describe('the totals that a store keeps', () => {
  const store = memoryStore()
  const start = (): RoomService => {
    const secretsOf: SecretsOf = (room, roots) => new RoomSecrets({ room, roots, key: KEY })
    const cache = new RoomCache({ store, secretsOf, now: () => 1000 })
    return { store, cache, secretsOf, now: () => 1000, publish: () => {} }
  }

  it('[SX2] [SX4] hold a deal that a server went down in, and outlive the room', async () => {
    let house = start()
    const wish = { game: 'race', options: undefined, settings: { private: false } }
    const made = await createRoom(house, KEY, { ...wish, mark: { player: 'p_ada', id: '1', hash: '' } })
    const room = made.ok ? made.value : ''
    const run = (command: RoomCommand) => execute(house, room, { command, mark: null })
    for (const player of ['p_ada', 'p_bo']) await run(join(player))
    await run({ type: 'start', player: 'p_ada' })
    const stateNow = async () => (await house.cache.load(room))?.committed
    for (let at = 0; (await stateNow())?.phase === 'playing'; at += 1) {
      for (const player of ['p_ada', 'p_bo']) await run(roll(player))
      // The deal then lies further back than what a room has at hand.
      const talk: RoomCommand = { type: 'chat', player: 'p_cy', name: 'Cy', text: 'go!' }
      if (at === 5) for (let line = 0; line < NEAR_EVENTS; line += 1) await run(talk)
      if (at % 5 === 0) house = start()
      if (at === 5) expect(await store.totalsOf('p_ada')).toEqual([])
    }
    const log = await store.read(room, 0, 10_000)
    const expected = told(log)
    expect(fold(log)?.phase).toBe('over')
    expect(expected.p_ada?.dice).toBeGreaterThan(5)
    for (const player of ['p_ada', 'p_bo']) {
      expect(await store.totalsOf(player)).toEqual([{ game: 'race', ...expected[player] }])
    }
    const idleMs = { withGames: -1, others: -1 }
    const tidy = { rooms: house, idleMs, isAttended: () => false, onError: console.error }
    expect(await closeIdleRooms(tidy)).toBe(1)
    expect(await store.load(room)).toBeNull()
    expect(await store.totalsOf('p_ada')).toEqual([{ game: 'race', ...expected.p_ada }])
  })
})

it('[SX5] tells games, wins and luck over all games, and of luck nothing without dice', () => {
  expect(statisticsOf([])).toEqual({ games: 0, wins: 0, byGame: {}, luck: { dice: 0, z: null } })
  // Two sixes: 12 where 7 is the average, with a variance of 35/6.
  const dice = { dice: 2, over: 10, variance12: 70 }
  const statistics = statisticsOf([
    { game: 'race', games: 3, wins: 1, ...dice },
    { game: 'free-roll', ...NO_TOTALS },
  ])
  expect(statistics).toMatchObject({ games: 3, wins: 1, byGame: { race: { games: 3, wins: 1 } } })
  expect(statistics.byGame).not.toHaveProperty('free-roll')
  expect(statistics.luck.dice).toBe(2)
  expect(statistics.luck.z).toBeCloseTo((12 - 7) / Math.sqrt(35 / 6), 12)
})
