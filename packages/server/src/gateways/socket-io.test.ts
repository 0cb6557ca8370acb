import { FRAME_MAX_BYTES } from '@diceroom/shared/protocol/limits.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OPCODE, RawSocket } from '../testing/raw-socket.ts'
import { openTable, type Table, type TestClient } from '../testing/table.ts'

// What is so over Socket.IO alone; what every wire does is in gateway.contract.ts.

describe('Socket.IO', () => {
  let table: Table
  let ada: TestClient
  let bo: TestClient
  let room: string

  beforeEach(async () => {
    table = await openTable()
    ada = await table.connect()
    bo = await table.connect()
    room = (await ada.done('create_room', { game: 'free-roll' })).room
    await ada.done('join_room', { room, name: 'Ada' })
    await bo.done('join_room', { room, name: 'Bo' })
  })
  afterEach(() => table.close())

  const notObjects: Record<string, readonly unknown[]> = {
    'no payload': [],
    'a number': [5],
    'a list': [[]],
    'bytes for a text': [{ id: 'b', room: 'R', text: Buffer.from('hi') }],
  }
  for (const [what, payload] of Object.entries(notObjects)) {
    it(`[WR10] refuses ${what} for a payload`, async () => {
      const error = { code: 'bad_request', message: expect.any(String) }
      expect(await ada.send('chat', ...payload)).toEqual({ ok: false, error })
      await nothingChanged()
    })
  }

  it('[WR12] cuts off who sends more than 64 KiB, and nobody else', async () => {
    bo.toss('chat', { id: 'big', room, text: 'x'.repeat(FRAME_MAX_BYTES) })
    await bo.closed
    await nothingChanged()
  })

  it('[WR18] serves one player on a connection, however often it knocks', async () => {
    const address = `${table.url}/socket.io/?EIO=4&transport=polling`
    const { sid } = JSON.parse((await (await fetch(address)).text()).slice(1))
    const knocks = Array.from({ length: 500 }, () => '40').join('\x1e')
    await fetch(`${address}&sid=${sid}`, { method: 'POST', body: knocks })
    await fetch(`${address}&sid=${sid}`)
    const metrics = await (await fetch(`${table.url}/metrics`)).text()
    expect(metrics).toContain('dice_room_connections 2\n')
    await nothingChanged()
  })

  it('[WR19] cuts off who pings and never reads the answers', async () => {
    const deaf = await RawSocket.open(table.url, '/socket.io/?EIO=4&transport=websocket')
    deaf.tcp.pause()
    const ping = Buffer.concat([Buffer.from([0x80 | OPCODE.ping, 0x80 | 125]), Buffer.alloc(4 + 125)])
    const pings = Buffer.alloc(1000 * ping.length, ping)
    for (let sent = 0; sent < 300 && !deaf.isOver; sent += 1) {
      await new Promise<void>(resolve => deaf.tcp.write(pings, () => resolve()))
    }
    await deaf.ended()
    await nothingChanged()
  })

  /** The room is as the test found it, and Ada still plays. */
  async function nothingChanged() {
    const watcher = await table.connect()
    // Created, its deal, Ada, Bo.
    expect((await watcher.done('join_room', { room, as: 'spectator' })).seq).toBe(5)
    expect(await ada.ask('legal_moves', { room })).toMatchObject({ ok: true, moves: [{ type: 'roll' }] })
  }
})
