import { io, type ManagerOptions, type SocketOptions } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTable, type Table } from '../testing/table.ts'

describe('what is written to a connection', () => {
  let table: Table
  beforeEach(async () => {
    table = await openTable({ RATE_LIMIT_PER_SECOND: '10000', RATE_LIMIT_BURST: '10000' })
  })
  afterEach(() => table.close())

  const ways: Record<string, Partial<ManagerOptions & SocketOptions>> = {
    WebSocket: { transports: ['websocket'] },
    'long-polling': { transports: ['polling'] },
    'long-polling that becomes WebSocket': { transports: ['polling', 'websocket'] },
  }
  for (const [way, options] of Object.entries(ways)) {
    it(`[WR16] arrives whole and in order over ${way}, answers among events, long and short, in any script`, async () => {
      const socket = io(table.url, { ...options, forceNew: true, reconnection: false })
      const ask = (name: string, payload: object) => socket.timeout(10_000).emitWithAck(name, payload)
      await new Promise(resolve => socket.once('welcome', resolve))
      const { room } = await ask('create_room', { id: 'make', game: 'free-roll' })
      await ask('join_room', { id: 'join', room, name: 'Ada' })
      const heard: number[] = []
      socket.on('room_event', ({ seq }) => heard.push(seq))
      socket.on('game_process', ({ seq }) => heard.push(seq))
      const texts = ['a', 'é'.repeat(100), '骰'.repeat(490), '🎲'.repeat(300)]
      let last = 4
      for (let round = 0; round < 30; round += 1) {
        const answers = await Promise.all(
          texts.map((text, at) => ask('chat', { id: `${round}.${at}`, room, text: `${round} ${text}` })),
        )
        expect(answers.map(({ seq }) => seq)).toEqual(texts.map((_, at) => last + 1 + at))
        last += texts.length
      }
      await expect.poll(() => heard.length).toBe(last - 4)
      expect(heard).toEqual(heard.map((_, at) => at + 5))
      if (way.includes('becomes')) await expect.poll(() => socket.io.engine.transport.name).toBe('websocket')
      socket.disconnect()
    })
  }

  it('[WR19] is not kept without end for a client that does not read', async () => {
    const address = `${table.url}/socket.io/?EIO=4&transport=polling`
    const { sid } = JSON.parse((await (await fetch(address)).text()).slice(1))
    const post = (packets: string[]) =>
      fetch(`${address}&sid=${sid}`, { method: 'POST', body: packets.join('\x1e') })
    const request = (name: string, at: number, payload: object) =>
      `42${at}${JSON.stringify([name, { id: `${at}`, ...payload }])}`
    await post(['40'])
    await fetch(`${address}&sid=${sid}`)
    await post([request('create_room', 1, { game: 'free-roll' })])
    const [room] = (await (await fetch(`${address}&sid=${sid}`)).text()).match(/[2-9A-Z]{6}(?=")/) ?? []
    await post([request('join_room', 2, { room })])
    const lines = Array.from({ length: 50 }, (_, at) =>
      request('chat', 100 + at, { room, text: '🎲'.repeat(500) }),
    )
    for (const line of lines) await post([line])
    const joins = Array.from({ length: 10 }, (_, at) => request('join_room', 200 + at, { room }))
    let rounds = 0
    while ((await post(joins)).ok) rounds += 1
    expect(rounds).toBeGreaterThan(0)
    expect(rounds).toBeLessThan(3)
  })
})
