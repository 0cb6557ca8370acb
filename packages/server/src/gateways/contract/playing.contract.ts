import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryStore } from '../../stores/memory.ts'
import { type RoomStore, StorageUnavailable } from '../../stores/room-store.ts'
import type { WireName } from '../../testing/lines.ts'
import type { TestClient } from '../../testing/table.ts'
import { CALM, type Seated, seated } from './seated.ts'

/** What everybody at a table is told, and in which order. */
export function playingContract(wire: WireName): void {
  describe('a table', () => {
    let at: Seated
    let room: string
    let ada: TestClient
    let bo: TestClient
    beforeEach(() => sit())
    afterEach(() => at.table.close())

    async function sit(setting: Parameters<typeof seated>[1] = {}) {
      at = await seated(wire, setting)
      room = at.room
      ada = at.ada
      bo = at.bo
    }

    it('[WR1] welcomes every connection with a player and a token that makes the same player again', async () => {
      expect(ada.welcome).toEqual({
        protocol: 1,
        player: { id: expect.stringMatching(/^p_/), name: expect.any(String) },
        token: expect.any(String),
        now: expect.any(Number),
      })
      const again = await at.connect(ada.welcome.token)
      expect(again.welcome.player.id).toBe(ada.welcome.player.id)
      expect(bo.welcome.player.id).not.toBe(ada.welcome.player.id)
    })

    it('[WR2] tells everybody the same roll once, the one who rolled included', async () => {
      const rolled = await ada.done('move', { room, move: { type: 'roll' } })
      const [atAda, atBo] = await Promise.all(
        [ada, bo].map(client => client.until('game_process', ({ seq }) => seq === rolled.seq)),
      )
      expect(atBo).toEqual(atAda)
      expect(atAda).toMatchObject({
        room,
        gameStatus: 1,
        message: `Ada rolled ${atAda?.position}`,
        events: rolled.events,
      })
      expect(atAda?.position).toBeOneOf([1, 2, 3, 4, 5, 6])
      expect(atAda?.dice).toEqual([atAda?.position])
      await bo.done('chat', { room, text: 'nice' })
      await ada.until('room_event', ({ seq }) => seq === rolled.seq + 1)
      expect(ada.received.filter(({ name }) => name === 'game_process')).toHaveLength(1)
    })

    it('[WR3] tells of a join in free roll by game_start with an opening position, the newcomer included', async () => {
      const [atAda, atBo] = await Promise.all(
        [ada, bo].map(client => client.until('game_start', ({ events }) => seatIn(events) === 1)),
      )
      expect(atAda).toEqual(atBo)
      expect(atAda).toMatchObject({ gameStatus: 1, message: 'Bo joined' })
      expect(atAda?.position).toBeOneOf([1, 2, 3, 4, 5, 6])
    })

    it('[WR5] never shows marks, tokens or ids of commands', async () => {
      await ada.done('move', { id: 'secret-id-1', room, move: { type: 'roll' } })
      await bo.until('game_process')
      bo.heard.text = ''
      await bo.done('join_room', { room })
      const seen = JSON.stringify(bo.received.filter(({ name }) => name !== 'welcome')) + bo.heard.text
      expect(seen).toContain('"state"')
      expect(seen).not.toContain('secret-id-1')
      expect(seen).not.toContain('"cmd"')
      expect(seen).not.toContain(ada.welcome.token)
    })

    it('[WR7] counts presence by player over all tabs, seats and spectators apart', async () => {
      const secondTab = await at.connect(bo.welcome.token)
      expect(await secondTab.done('join_room', { room })).toMatchObject({ seat: 1 })
      const watcher = await at.connect()
      expect(await watcher.done('join_room', { room, as: 'spectator' })).toMatchObject({ seat: null })
      const both = [ada.welcome.player.id, bo.welcome.player.id]
      await ada.until(
        'presence',
        ({ online, spectators }) => online.join() === both.join() && spectators === 1,
      )
      secondTab.hangUp()
      watcher.hangUp()
      await ada.until('presence', ({ online, spectators }) => online.length === 2 && spectators === 0)
      bo.hangUp()
      await ada.until('presence', ({ online }) => online.join() === ada.welcome.player.id)
    })

    it('[WR8] tells quiet rooms by heartbeat where they stand', async () => {
      const { seq } = await ada.done('chat', { room, text: 'then silence' })
      const beat = await ada.until('heartbeat', ({ rooms }) => rooms[room] === seq)
      expect(beat).toEqual({ rooms: { [room]: seq }, now: expect.any(Number) })
    })

    it('[WR16] sends answers and messages whole and in order, long and short, in any script', async () => {
      await at.table.close()
      await sit({ env: CALM })
      const { seq: first } = await ada.done('chat', { room, text: 'now' })
      const texts = ['a', 'é'.repeat(100), '骰'.repeat(490), '🎲'.repeat(300)]
      let last = first
      for (let round = 0; round < 30; round += 1) {
        const asked = texts.map(text => ada.done('chat', { room, text: `${round} ${text}` }))
        expect((await Promise.all(asked)).map(({ seq }) => seq)).toEqual(texts.map((_, n) => last + 1 + n))
        last += texts.length
      }
      for (const client of [ada, bo]) {
        await client.until('room_event', ({ seq }) => seq === last)
        const heard = client.received.flatMap(({ name, message }) =>
          name === 'room_event' && message.seq > first ? message.events : [],
        )
        expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, n) => first + 1 + n))
        expect(heard.slice(0, 4)).toMatchObject(texts.map(text => ({ text: `0 ${text}` })))
      }
    })

    it('[WR17] tells who joins while the leaving before it is under way', async () => {
      const [, joined] = await Promise.all([
        bo.done('leave_room', { room }),
        bo.done('join_room', { room, name: 'Bo' }),
      ])
      expect(joined).toMatchObject({ seat: 1 })
      const { seq } = await ada.done('chat', { room, text: 'there you are' })
      await bo.until('room_event', message => message.seq === seq)
    })

    it('[WR17] tells nothing to whom a join was refused', async () => {
      await at.table.close()
      let broken = false
      const inner = memoryStore()
      const store: RoomStore = {
        ...inner,
        append: (...args) =>
          broken ? Promise.reject(new StorageUnavailable('no disk')) : inner.append(...args),
      }
      await sit({ options: { store } })
      const cai = await at.connect()
      broken = true
      expect(await cai.ask('join_room', { room, name: 'Cai' })).toMatchObject({
        error: { code: 'storage_unavailable' },
      })
      broken = false
      await ada.done('chat', { room, text: 'among us' })
      expect(await cai.ask('sync', { room, since: 0 })).toMatchObject({ error: { code: 'not_in_room' } })
      expect(cai.received.filter(({ name }) => name === 'room_event')).toEqual([])
    })

    it('[OP2] is told when the server ends, and then the connection ends', async () => {
      const closed = at.table.app.close()
      for (const client of [ada, bo]) {
        expect(await client.until('closing')).toEqual({ message: expect.any(String) })
        await client.closed
      }
      await closed
    })
  })
}

const seatIn = (events: readonly object[]): unknown => {
  const [first] = events
  return first && 'name' in first && 'seat' in first ? first.seat : null
}
