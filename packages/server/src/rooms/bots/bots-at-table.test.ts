import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { eventsAfter } from '../../testing/events-after.ts'
import { openTable, type Table, type TestClient } from '../../testing/table.ts'

const CALM = { RATE_LIMIT_PER_SECOND: '10000', RATE_LIMIT_BURST: '10000' }
const QUICK = { ...CALM, BOT_THINK_MS: '0-5' }
const SLOW = { ...CALM, BOT_THINK_MS: '60000-60000' }

describe('a table with bots', () => {
  let table: Table
  afterEach(() => table.close())

  /** A race of Ada's against a bot, begun. */
  async function race(ada: TestClient): Promise<string> {
    const { room } = await ada.done('create_room', { game: 'race' })
    await ada.done('join_room', { room, name: 'Ada' })
    expect(await ada.done('add_bot', { room, level: 'easy' })).toMatchObject({ seat: 1 })
    await ada.done('start_game', { room })
    return room
  }

  const isOver = (ada: TestClient) =>
    ada.received.some(({ name, message }) => name === 'game_process' && message.gameStatus === 0)

  /** Rolls whenever it is Ada's turn, until the race is over. */
  async function playOn(ada: TestClient, room: string): Promise<void> {
    while (!isOver(ada)) {
      const { seq, moves } = await ada.done('legal_moves', { room })
      if (moves.length > 0) await ada.ask('move', { room, move: { type: 'roll' }, seen: seq })
      else if (!isOver(ada)) await ada.until('game_process', message => message.seq > seq)
    }
  }

  const moversIn = (ada: TestClient) =>
    ada.received.flatMap(({ name, message }) =>
      name === 'game_process' ? message.events.flatMap(event => ('seat' in event ? [event.seat] : [])) : [],
    )

  it('[BT1] is played to its end', async () => {
    table = await openTable(QUICK)
    const ada = await table.connect()
    const room = await race(ada)
    await playOn(ada, room)
    expect(new Set(moversIn(ada))).toEqual(new Set([0, 1]))
    const { online } = await ada.until('presence', ({ online }) => online.length === 2)
    expect(online).toEqual([ada.welcome.player.id, 'bot-1'])
  })

  it('[BT9] goes on where the server was ended in the middle of a bot’s turn, and no bot moves twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dice-room-bots-'))
    const kept = { DATABASE_URL: join(folder, 'rooms.sqlite') }
    table = await openTable({ ...kept, ...SLOW })
    const ada = await table.connect()
    const room = await race(ada)
    const isBots = async () => (await ada.done('legal_moves', { room })).moves.length === 0
    if (!(await isBots())) await ada.done('move', { room, move: { type: 'roll' } })
    expect(await isBots()).toBe(true)
    const { seq: since } = await ada.done('legal_moves', { room })
    await table.close()
    // Two servers upon one file, as while one takes the other's place.
    const other = await openTable({ ...kept, ...QUICK })
    table = await openTable({ ...kept, ...QUICK })
    const { token } = ada.welcome
    const again = await Promise.all([table, other].map(one => one.connect({ token })))
    await Promise.all(again.map(one => one.done('join_room', { room })))
    const moves = async () => (await again[0]?.done('legal_moves', { room }))?.moves.length
    await expect.poll(moves, { timeout: 15_000 }).toBe(1)
    await other.close()
    const log = await eventsAfter(table.url, room, since)
    const moved = log.filter(({ type }) => type === 'piece_moved')
    expect(moved).toMatchObject([{ seat: 1 }])
    await table.close()
    rmSync(folder, { recursive: true })
    table = await openTable()
  })
})
