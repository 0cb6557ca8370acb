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
      let last = 2
      for (let round = 0; round < 30; round += 1) {
        const answers = await Promise.all(
          texts.map((text, at) => ask('chat', { id: `${round}.${at}`, room, text: `${round} ${text}` })),
        )
        expect(answers.map(({ seq }) => seq)).toEqual(texts.map((_, at) => last + 1 + at))
        last += texts.length
      }
      await expect.poll(() => heard.length).toBe(last - 2)
      expect(heard).toEqual(heard.map((_, at) => at + 3))
      if (way.includes('becomes')) await expect.poll(() => socket.io.engine.transport.name).toBe('websocket')
      socket.disconnect()
    })
  }
})
