import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppOptions } from '../app.ts'
import { memoryStore } from '../stores/memory.ts'
import { type RoomStore, StorageUnavailable } from '../stores/room-store.ts'
import { openTable, type Table, type TestClient } from '../testing/table.ts'

describe('who is at the table', () => {
  let table: Table
  let ada: TestClient
  let bo: TestClient
  let room: string

  const open = async (awaySeconds: string, options: Partial<AppOptions> = {}) => {
    table = await openTable({ AWAY_SECONDS: awaySeconds }, options)
    ada = await table.connect()
    bo = await table.connect()
    room = (await ada.done('create_room', { game: 'race' })).room
    await ada.done('join_room', { room, name: 'Ada' })
    await bo.done('join_room', { room, name: 'Bo' })
  }
  beforeEach(() => open('1'))
  afterEach(() => table.close())

  it('[PR1] gives up the seat later where the storage fails meanwhile', async () => {
    await table.close()
    let broken = false
    const inner = memoryStore()
    const store: RoomStore = {
      ...inner,
      append: (...args) =>
        broken ? Promise.reject(new StorageUnavailable('no disk')) : inner.append(...args),
    }
    await open('1', { store })
    broken = true
    ada.hangUp()
    await bo.until('presence', ({ online }) => online.length === 1)
    await new Promise(resolve => setTimeout(resolve, 1200))
    broken = false
    await bo.until('room_event', ({ events }) => events[0]?.type === 'player_left')
  }, 10_000)

  it('[PR3] keeps the seat in a game that goes on, plays for it, and gives it back', async () => {
    await ada.done('set_room', { room, settings: { leaving: 'keep' } })
    await ada.done('start_game', { room })
    ada.hangUp()
    const isLeft = ({ events }: { events: readonly { type: string }[] }) =>
      events.some(({ type }) => type === 'player_left')
    // If it was Ada's turn, the move that is made for her comes with it.
    await Promise.any([bo.until('game_process', isLeft), bo.until('room_event', isLeft)])
    // Whose turn it is now is Bo's: what Ada has to do is done for her.
    for (let turn = 0; turn < 2; turn += 1) {
      const { events } = await bo.done('move', { room, move: { type: 'roll' } })
      expect(events.filter(({ type }) => type === 'piece_moved')).toMatchObject([
        { seat: 1 },
        { seat: 0, auto: true },
      ])
    }
    const again = await table.connect({ token: ada.welcome.token })
    expect(await again.done('join_room', { room })).toMatchObject({ seat: 0, state: { phase: 'playing' } })
    const { events } = await bo.done('move', { room, move: { type: 'roll' } })
    expect(events).toHaveLength(1)
    await again.done('move', { room, move: { type: 'roll' } })
  }, 10_000)

  it('[PR4] lets nobody wait for a seat who is gone', async () => {
    const cai = await table.connect()
    await cai.done('join_room', { room, name: 'Cai', as: 'spectator' })
    await cai.done('queue_next', { room })
    cai.hangUp()
    const { events } = await bo.until('room_event', message => message.events[0]?.type === 'unqueued')
    expect(events).toMatchObject([{ type: 'unqueued', player: cai.welcome.player.id, name: 'Cai' }])
  })

  it('[PR5] says who watches, and that bots are there', async () => {
    await ada.done('add_bot', { room, level: 'easy' })
    const cai = await table.connect()
    await cai.done('join_room', { room, name: 'Cai', as: 'spectator' })
    const [adas, bos, cais] = [ada, bo, cai].map(({ welcome }) => welcome.player.id)
    const { online, spectators, watching } = await bo.until('presence', message => message.spectators === 1)
    expect(watching).toEqual([{ player: cais, name: 'Cai' }])
    expect([spectators, online]).toEqual([1, [adas, bos, 'bot-1']])
  })
})
