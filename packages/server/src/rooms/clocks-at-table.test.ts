import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryStore } from '../stores/memory.ts'
import { StorageUnavailable } from '../stores/room-store.ts'
import { eventsAfter } from '../testing/events-after.ts'
import { openTable, type Table, type TestClient } from '../testing/table.ts'

describe('a table with a clock', () => {
  let folder: string
  let table: Table
  let ada: TestClient
  let bo: TestClient
  let room: string
  let ahead: number
  const now = () => Date.now() + ahead

  const open = () =>
    openTable({ DATABASE_URL: join(folder, 'rooms.sqlite'), BOT_THINK_MS: '60000-60000' }, { now })
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-clocks-'))
    ahead = 0
    table = await open()
    ada = await table.connect()
    bo = await table.connect()
    room = (await ada.done('create_room', { game: 'race' })).room
    await ada.done('join_room', { room, name: 'Ada' })
    await bo.done('join_room', { room, name: 'Bo' })
    await ada.done('set_room', { room, settings: { clock: 15, leaving: 'keep' } })
    await ada.done('start_game', { room })
  })
  afterEach(async () => {
    await table.close()
    rmSync(folder, { recursive: true })
  })

  /** As if so much time had gone by, which the server notices when something happens. */
  const later = async (ms: number) => {
    ahead += ms
    await bo.done('chat', { room, text: 'still there?' })
  }
  const lastSeq = async () => (await bo.done('legal_moves', { room })).seq
  const toAct = async () => ((await ada.done('legal_moves', { room })).moves.length > 0 ? 0 : 1)

  it('[CK2] makes the default move when a turn is over, and says so', async () => {
    const [since, seat] = [await lastSeq(), await toAct()]
    await later(14_000)
    expect((await eventsAfter(table.url, room, since)).map(({ type }) => type)).toEqual(['chat'])
    await later(1_500)
    const { events } = await bo.until('game_process', ({ seq }) => seq > since)
    expect(events).toMatchObject([
      { type: 'timed_out', seats: [seat] },
      { type: 'piece_moved', seat, auto: true },
    ])
    expect(await toAct()).toBe(1 - seat)
  })

  it('[CK1] makes the default move also where the storage fails when the turn is over', async () => {
    const real = memoryStore()
    let isDown = true
    let failed = 0
    const fail = () => {
      failed += 1
      throw new StorageUnavailable('full')
    }
    const other = await openTable(
      { BOT_THINK_MS: '60000-60000' },
      {
        now,
        store: {
          ...real,
          async append(room, last, events, ...beside) {
            if (isDown && events.some(({ type }) => type === 'timed_out')) fail()
            return real.append(room, last, events, ...beside)
          },
          async load(code) {
            // Whoever asks first is told that it is down; the next finds it up.
            if (failed > 0 && isDown) {
              isDown = false
              fail()
            }
            return real.load(code)
          },
        },
      },
    )
    const cai = await other.connect()
    const { room: race } = await cai.done('create_room', { game: 'race' })
    await cai.done('join_room', { room: race, name: 'Cai' })
    await cai.done('add_bot', { room: race, level: 'easy' })
    await cai.done('set_room', { room: race, settings: { clock: 15 } })
    await cai.done('start_game', { room: race })
    await cai.until('presence', ({ online }) => online.length === 2)
    ahead += 600_000
    await cai.done('chat', { room: race, text: 'still there?' })
    const { events } = await cai.until('game_process', ({ events: [first] }) => first?.type === 'timed_out')
    expect([failed, events[0]]).toMatchObject([2, { type: 'timed_out' }])
    await other.close()
  })

  it('[CK6] goes on with what was left of a turn when the server is started again', async () => {
    const [since, seat] = [await lastSeq(), await toAct()]
    // No longer than anything is noted again.
    await later(10_000)
    await table.close()
    ahead += 600_000
    table = await open()
    const again = await Promise.all([ada, bo].map(({ welcome: { token } }) => table.connect({ token })))
    for (const one of again) await one.done('join_room', { room })
    ;[ada, bo] = again as [TestClient, TestClient]
    const credited = async () =>
      (await eventsAfter(table.url, room, since)).find(({ type }) => type === 'clock_credited')
    await expect.poll(credited).toBeDefined()
    expect((await credited())?.ms).toBeGreaterThan(599_000)
    expect((await credited())?.ms).toBeLessThan(613_000)
    const { until } = await bo.until('presence', message => message.until !== undefined)
    expect(until).toBeGreaterThan(now() + 25_000)
    await later(10_000)
    expect((await eventsAfter(table.url, room, since)).filter(({ type }) => type === 'timed_out')).toEqual([])
    await later(21_000)
    const { events } = await bo.until('game_process', ({ seq }) => seq > since)
    expect(events[0]).toMatchObject({ type: 'timed_out', seats: [seat] })
  })

  it('[CK3] says until when it waits for who has lost the connection', async () => {
    const seat = await toAct()
    const [lost, here] = seat === 0 ? [ada, bo] : [bo, ada]
    await here.until('presence', ({ online }) => online.length === 2)
    lost.hangUp()
    const { until } = await here.until('presence', message => message.until !== undefined)
    expect(until).toBeGreaterThan(now() + 28_000)
    const back = await table.connect({ token: lost.welcome.token })
    await back.done('join_room', { room })
    await back.done('move', { room, move: { type: 'roll' } })
    const isOver = ({ until, online }: { until?: number | undefined; online: readonly string[] }) =>
      until === undefined && online.length === 2
    await expect
      .poll(() => here.received.findLast(({ name }) => name === 'presence')?.message)
      .toSatisfy(isOver)
  })

  it('[CK7] is the one of the setting in new rooms', async () => {
    const other = await openTable({ DEFAULT_CLOCK: '60' })
    const cai = await other.connect()
    const made = await fetch(`${other.url}/api/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"game":"race"}',
    })
    const rooms = [
      (await cai.done('create_room', { game: 'race' })).room,
      (await cai.done('quick_play', { game: 'race' })).room,
      Object(await made.json()).room,
    ]
    for (const one of rooms) {
      expect(await cai.done('join_room', { room: one })).toMatchObject({ state: { settings: { clock: 60 } } })
    }
    await other.close()
  })
})
