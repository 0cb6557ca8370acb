import { hash, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WireName } from '../../testing/lines.ts'
import type { TestClient } from '../../testing/table.ts'
import { type Seated, seated } from './seated.ts'

interface Seed {
  readonly seed: string
  readonly seal: string
}

function newSeed(): Seed {
  const bytes = randomBytes(16)
  return { seed: bytes.toString('hex'), seal: hash('sha256', bytes, 'hex') }
}

/** Seals, seeds and deals. */
export function dealingContract(wire: WireName): void {
  describe('the dice', () => {
    let at: Seated
    let ada: TestClient
    let bo: TestClient
    let room: string
    let adas: Seed
    let bos: Seed

    beforeEach(async () => {
      at = await seated(wire, { game: 'race' })
      room = at.room
      ada = at.ada
      bo = at.bo
      adas = newSeed()
      bos = newSeed()
      await ada.done('join_room', { room, seal: adas.seal })
      await bo.done('join_room', { room, seal: bos.seal })
    })
    afterEach(() => at.table.close())

    const opened = (client: TestClient) =>
      client.until('room_event', ({ events }) => events[0]?.type === 'deal_opened')

    it('[WR21] asks all sealed seats for their seeds, and starts when they are there', async () => {
      await ada.done('start_game', { room })
      expect((await opened(bo)).events).toMatchObject([{ deal: 1, seals: { 0: adas.seal, 1: bos.seal } }])
      const next = newSeed()
      await ada.done('open_seal', { room, deal: 1, seed: adas.seed, nextSeal: next.seal })
      expect(ada.received.some(({ name }) => name === 'game_start')).toBe(false)
      await bo.done('open_seal', { room, deal: 1, seed: bos.seed })
      const started = await ada.until('game_start')
      expect(started.events.map(({ type }) => type)).toEqual([
        'seed_opened',
        'deal_ready',
        'game_started',
        'starter_rolled',
      ])
      expect(started.events[1]).toMatchObject({ seeds: { 0: adas.seed, 1: bos.seed }, missing: [] })
    })

    it('[WR22] starts without whoever does not answer, after two seconds', async () => {
      await ada.done('start_game', { room })
      await opened(ada)
      await ada.done('open_seal', { room, deal: 1, seed: adas.seed })
      const started = await ada.until('game_start')
      expect(started.events[0]).toMatchObject({ type: 'deal_ready', seeds: { 0: adas.seed }, missing: [1] })
      expect(await bo.ask('open_seal', { room, deal: 1, seed: bos.seed })).toMatchObject({
        error: { code: 'stale' },
      })
    })

    it('[WR23] refuses a seed that does not fit its seal, and a seal that is none', async () => {
      await ada.done('start_game', { room })
      expect(await ada.ask('open_seal', { room, deal: 1, seed: bos.seed })).toMatchObject({
        error: { code: 'seal_mismatch' },
      })
      expect(await ada.ask('open_seal', { room, deal: 1, seed: 'c5' })).toMatchObject({
        error: { code: 'bad_request' },
      })
      expect(await bo.ask('join_room', { room, seal: adas.seal.toUpperCase() })).toMatchObject({
        error: { code: 'bad_request' },
      })
    })

    it('[WR24] tells a player the games that he has played', async () => {
      await ada.done('leave_room', { room })
      await bo.done('start_game', { room })
      await bo.done('open_seal', { room, deal: 1, seed: bos.seed })
      await bo.until('game_start')
      await bo.done('leave_room', { room })
      const { games } = await bo.done('my_games', {})
      expect(games).toEqual([
        {
          room,
          number: 1,
          game: 'race',
          at: expect.any(Number),
          players: [{ player: bo.welcome.player.id, seat: 1, name: 'Bo' }],
          outcome: null,
        },
      ])
      expect(await ada.done('my_games', {})).toMatchObject({ games: [] })
      expect(await bo.done('my_games', { before: games[0]?.at })).toMatchObject({ games: [] })
    })
  })
}
