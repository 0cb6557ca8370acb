import { FRAME_MAX_BYTES, UNANSWERED_COMMANDS } from '@diceroom/shared/protocol/limits.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { memoryStore } from '../../stores/memory.ts'
import type { RoomStore } from '../../stores/room-store.ts'
import { deafClient } from '../../testing/deaf-client.ts'
import type { WireName } from '../../testing/lines.ts'
import type { TestClient } from '../../testing/table.ts'
import { CALM, type Seated, seated } from './seated.ts'

/** What one client may cost the others: nothing. */
export function limitsContract(wire: WireName): void {
  describe('a client that asks too much', () => {
    let at: Seated
    let room: string
    let ada: TestClient
    let bo: TestClient
    let seqAtStart: number
    afterEach(() => at.table.close())

    async function sit(setting: Parameters<typeof seated>[1] = {}) {
      at = await seated(wire, setting)
      room = at.room
      ada = at.ada
      bo = at.bo
      seqAtStart = (await ada.done('sync', { room, since: 0 })).seq
    }

    /** The room is as the test found it, and Ada still plays. */
    async function nothingChanged() {
      expect(await ada.ask('sync', { room, since: 0 })).toMatchObject({ ok: true, seq: seqAtStart })
      expect(await ada.ask('legal_moves', { room })).toMatchObject({ ok: true, moves: [{ type: 'roll' }] })
    }

    it('[WR13] is answered rate_limited, every time, and cut off when it goes on', async () => {
      await sit()
      const answers = await Promise.all(Array.from({ length: 200 }, () => bo.send('legal_moves', { room })))
      const codes = answers.map(answer => JSON.stringify(answer).match(/"code":"(\w+)"/)?.[1] ?? 'ok')
      expect(new Set(codes)).toEqual(new Set(['ok', 'rate_limited']))
      expect(codes.filter(code => code === 'ok').length).toBeGreaterThanOrEqual(50)
      await nothingChanged()
      for (let n = 0; n < 400; n += 1) bo.toss('legal_moves', { room })
      await bo.closed
      await nothingChanged()
    })

    it('[WR12] does nothing with a message over 64 KiB, whatever becomes of who sent it', async () => {
      await sit()
      bo.toss('chat', { id: 'big', room, text: 'x'.repeat(FRAME_MAX_BYTES) })
      const cai = await at.connect()
      cai.toss('chat', { id: 'huge', room, text: 'x'.repeat(10_000_000) })
      await cai.closed
      await nothingChanged()
    })

    it('[WR12] takes a message of nearly 64 KiB and answers it', async () => {
      await sit()
      const text = 'x'.repeat(FRAME_MAX_BYTES - 200)
      expect(await ada.ask('chat', { room, text })).toMatchObject({ error: { code: 'bad_request' } })
      expect(await ada.ask('chat', { room, text: 'still here' })).toMatchObject({ ok: true })
    })

    it('[WR26] has 64 requests that wait for their answers at most, over all its connections', async () => {
      const { promise: released, resolve: release } = Promise.withResolvers<void>()
      let isSlow = false
      const inner = memoryStore()
      const store: RoomStore = {
        ...inner,
        append: async (...args) => {
          if (isSlow) await released
          return inner.append(...args)
        },
      }
      await sit({ env: CALM, options: { store } })
      const secondTab = await at.connect(ada.welcome.token)
      isSlow = true
      const asked = Array.from({ length: UNANSWERED_COMMANDS }, (_, n) =>
        [ada, secondTab][n % 2]?.ask('chat', { room, text: `${n}` }),
      )
      await expect
        .poll(() => secondTab.ask('legal_moves', { room }))
        .toMatchObject({ error: { code: 'rate_limited' } })
      expect(await ada.ask('chat', { room, text: 'more' })).toMatchObject({ error: { code: 'rate_limited' } })
      release()
      for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: true })
      expect(await ada.ask('chat', { room, text: 'more' })).toMatchObject({ ok: true })
    })

    it('[WR20] listens to 64 rooms over one connection and no more', async () => {
      await sit({ env: CALM })
      const rooms: string[] = []
      while (rooms.length < 64) rooms.push((await bo.done('create_room', { game: 'race' })).room)
      const last = rooms.pop() ?? ''
      for (const each of rooms) await bo.done('join_room', { room: each })
      expect(await bo.ask('join_room', { room: last })).toMatchObject({ error: { code: 'rate_limited' } })
      expect(await bo.ask('join_room', { room })).toMatchObject({ ok: true })
      await bo.done('leave_room', { room })
      expect(await bo.ask('join_room', { room: last })).toMatchObject({ ok: true })
    })

    it('[WR15] opens no more connections than one address may have', async () => {
      await sit({ env: { CONNECTIONS_PER_ADDRESS: '2' } })
      await expect(at.connect()).rejects.toThrow()
      bo.hangUp()
      await bo.closed
      const knock = () =>
        at.connect().then(
          () => 'in',
          () => 'out',
        )
      await expect.poll(knock).toBe('in')
      await nothingChanged()
    })

    it('[WR19] is cut off when it reads nothing, with about 1 MB waiting, and has everything when it is back', async () => {
      await sit({ env: CALM })
      for (let line = 0; line < 50; line += 1) await bo.done('chat', { room, text: '🎲'.repeat(500) })
      const { seq } = await bo.done('sync', { room, since: 0 })
      const deaf = await deafClient(at.table.url, wire, ada.welcome.token)
      ada.hangUp()
      await bo.done('chat', { room, text: 'one' })
      let asked = 0
      // Each answer brings the last fifty lines. What the kernel takes of them does not wait here.
      while (!deaf.isCut()) {
        await deaf.say('join_room', { id: `join ${asked}`, room })
        asked += 1
        expect(asked).toBeLessThan(20_000)
      }
      await bo.done('chat', { room, text: 'two' })
      const again = await at.connect(ada.welcome.token)
      expect(await again.done('join_room', { room, since: seq })).toMatchObject({
        seat: 0,
        seq: seq + 2,
        events: [{ text: 'one' }, { text: 'two' }],
      })
    })
  })
}
