import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTable, type Table } from '../testing/table.ts'

describe('what is written to a connection', () => {
  let table: Table
  beforeEach(async () => {
    table = await openTable({
      RATE_LIMIT_PER_SECOND: '10000',
      RATE_LIMIT_BURST: '10000',
      CHAT_BURST: '10000',
    })
  })
  afterEach(() => table.close())

  it('[WR16] arrives whole and in order while long-polling becomes WebSocket, answers among events', async () => {
    const socket = io(table.url, {
      transports: ['polling', 'websocket'],
      forceNew: true,
      reconnection: false,
    })
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
    await expect.poll(() => socket.io.engine.transport.name).toBe('websocket')
    socket.disconnect()
  })
})
