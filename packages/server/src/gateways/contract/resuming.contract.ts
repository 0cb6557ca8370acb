import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NEAR_EVENTS } from '@diceroom/shared/protocol/limits.ts'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { WireName } from '../../testing/lines.ts'
import type { TestClient } from '../../testing/table.ts'
import { CALM, type Seated, seated } from './seated.ts'

/** What a client that comes back finds, and what becomes of commands that are sent again. */
export function resumingContract(wire: WireName): void {
  describe('whoever comes back', () => {
    let at: Seated
    let room: string
    let ada: TestClient
    let bo: TestClient
    afterEach(() => at.table.close())

    async function sit(setting: Parameters<typeof seated>[1] = {}) {
      at = await seated(wire, setting)
      room = at.room
      ada = at.ada
      bo = at.bo
    }
    beforeEach(() => sit({ env: CALM }))

    it('[WR6] is brought back by events where they are near', async () => {
      const { seq } = await ada.done('move', { room, move: { type: 'roll' } })
      ada.hangUp()
      await bo.done('chat', { room, text: 'one' })
      await bo.done('chat', { room, text: 'two' })
      const again = await at.connect(ada.welcome.token)
      expect(await again.done('join_room', { room, since: seq })).toMatchObject({
        seat: 0,
        seq: seq + 2,
        events: [{ text: 'one' }, { text: 'two' }],
      })
      expect(await again.done('sync', { room, since: seq + 2 })).toMatchObject({ seq: seq + 2, events: [] })
      const next = await bo.done('chat', { room, text: 'three' })
      await again.until('room_event', message => message.seq === next.seq)
    })

    it('[WR6] is brought back by the state where they are not', async () => {
      const { seq } = await ada.done('move', { room, move: { type: 'roll' } })
      const lines = Array.from({ length: NEAR_EVENTS + 1 }, (_, n) => `line ${n}`)
      // In portions: at most 64 commands of a player may wait.
      for (let from = 0; from < lines.length; from += 50) {
        const portion = lines.slice(from, from + 50)
        await Promise.all(portion.map(text => bo.done('chat', { room, text })))
      }
      const far = await ada.done('join_room', { room, since: seq })
      expect(far).toMatchObject({
        seat: 0,
        seq: seq + lines.length,
        state: { room, seq: seq + lines.length, game: 'free-roll', phase: 'playing' },
      })
      expect('events' in far).toBe(false)
      if ('recent' in far) expect(far.recent.at(-1)).toMatchObject({ text: lines.at(-1) })
      const near = await ada.done('sync', { room, since: seq + 1 })
      expect('events' in near && near.events.length).toBe(NEAR_EVENTS)
    })

    it('[WR4] is answered as the first time when a command is sent again, and nothing is done', async () => {
      const roll = { id: 'same', room, move: { type: 'roll' } }
      const first = await ada.done('move', roll)
      await bo.done('move', { room, move: { type: 'roll' } })
      expect(await ada.done('move', roll)).toEqual(first)
      expect(await ada.ask('move', { ...roll, move: { type: 'roll', message: 'ha' } })).toMatchObject({
        ok: false,
        error: { code: 'id_reused' },
      })
      // Another player may use the same id.
      expect(await bo.ask('move', roll)).toMatchObject({ ok: true, seq: first.seq + 2 })
      const made = await Promise.all(
        ['x', 'x', 'y'].map(id => ada.done('create_room', { id, game: 'race', private: true })),
      )
      expect(made[0]).toEqual(made[1])
      expect(made[2]).not.toEqual(made[0])
    })

    it('[WR4] has done a command once whose answer was lost with the connection', async () => {
      const before = (await ada.done('sync', { room, since: 0 })).seq
      const roll = { id: 'lost', room, move: { type: 'roll' } }
      ada.toss('move', roll)
      const told = await bo.until('game_process')
      ada.hangUp()
      const again = await at.connect(ada.welcome.token)
      await again.done('join_room', { room, since: before })
      const answers = await Promise.all([again.done('move', roll), again.done('move', roll)])
      for (const answer of answers) expect(answer).toMatchObject({ seq: told.seq, events: told.events })
      expect((await bo.done('sync', { room, since: before })).seq).toBe(before + 1)
    })

    it('[WR4] has done a command once that came over two connections at the same time', async () => {
      const secondTab = await at.connect(ada.welcome.token)
      const roll = { id: 'twice', room, move: { type: 'roll' } }
      const [here, there] = await Promise.all([ada.done('move', roll), secondTab.done('move', roll)])
      expect(there).toEqual(here)
      expect((await bo.done('sync', { room, since: here.seq })).seq).toBe(here.seq)
    })

    it('[WR4] is answered as the first time after a restart of the server', async () => {
      await at.table.close()
      const folder = mkdtempSync(join(tmpdir(), 'dice-room-resume-'))
      onTestFinished(() => rmSync(folder, { recursive: true }))
      const env = { DATABASE_URL: join(folder, 'rooms.sqlite') }
      await sit({ env })
      const roll = { id: 'before', room, move: { type: 'roll' } }
      const first = await ada.done('move', roll)
      const { token } = ada.welcome
      const made = room
      await at.table.close()
      await sit({ env })
      const again = await at.connect(token)
      expect(await again.done('move', { ...roll, room: made })).toEqual(first)
      expect(await again.done('join_room', { room: made, since: first.seq - 1 })).toMatchObject({
        seat: 0,
        seq: first.seq,
        events: first.events,
      })
    })

    it('[PR1] [PR2] keeps the seat for a while, in any tab, and then it is given up', async () => {
      await at.table.close()
      await sit({ env: { AWAY_SECONDS: '1' }, game: 'race' })
      ada.hangUp()
      await bo.until('presence', ({ online }) => online.length === 1)
      const again = await at.connect(ada.welcome.token)
      expect(await again.done('join_room', { room })).toMatchObject({ seat: 0, seq: 3 })
      await bo.until('presence', ({ online }) => online.length === 2 && online[0] === ada.welcome.player.id)
      again.hangUp()
      const gone = await bo.until('room_event', ({ events }) => events[0]?.type === 'player_left')
      expect(gone.events).toMatchObject([
        { type: 'player_left', seat: 0, name: 'Ada', reason: 'gone' },
        { type: 'host_changed', player: bo.welcome.player.id },
      ])
    })
  })
}
