import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventsAfter } from './events-after.ts'
import { openTable, type Table } from './table.ts'
import { unreliableLine } from './unreliable-line.ts'

const program = fileURLToPath(new URL('../../../../docs/pig-bot.mjs', import.meta.url))

describe('docs/pig-bot.mjs', () => {
  let table: Table
  const running: ChildProcess[] = []
  beforeEach(async () => {
    table = await openTable({ BOT_THINK_MS: '0-5' })
  })
  afterEach(async () => {
    for (const bot of running.splice(0)) bot.kill('SIGKILL')
    await table.close()
  })

  /** What the bot printed when it had ended by itself. */
  function bot(...args: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [program, ...args])
    running.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output += String(data)))
    return new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', code => (code === 0 ? resolve(output) : reject(new Error(output))))
    })
  }

  it('[BT10] plays against a bot of the server', async () => {
    const said = await bot(table.url)
    expect(said).toMatch(/^room (\w{6})\n(won|lost) in room \1, \d+ to \d+\n$/)
    const room = /room (\w{6})/.exec(said)?.[1] ?? ''
    const events = await eventsAfter(table.url, room, 0)
    expect(events.filter(({ type }) => type === 'game_over')).toHaveLength(1)
    expect(events.filter(event => 'auto' in event)).toEqual([])
  })

  it('[BT10] plays in a room whose host starts, though its connection is lost again and again', async () => {
    const host = await table.connect()
    const { room } = await host.done('create_room', { game: 'pig', options: { target: 50 } })
    await host.done('join_room', { room, name: 'Ada' })
    const line = await unreliableLine(table.url, 6000)
    try {
      const said = bot(line.url, room.toLowerCase())
      await host.until('room_event', ({ events }) =>
        events.some(event => event.type === 'player_joined' && 'seat' in event && event.seat === 1),
      )
      await host.done('start_game', { room })
      const isOver = () =>
        host.received.some(({ name, message }) => name === 'game_process' && message.gameStatus === 0)
      while (!isOver()) {
        const { seq, moves } = await host.done('legal_moves', { room })
        const hold = moves.at(-1)
        if (hold) await host.ask('move', { room, move: { ...hold }, seen: seq })
        else if (!isOver()) await host.until('game_process', message => message.seq > seq)
      }
      expect(await said).toMatch(/^(won|lost) in room \w{6}, \d+ to \d+\n$/)
      expect(line.cuts).toBeGreaterThan(0)
    } finally {
      line.close()
    }
  })

  it('[BT10] says what is wrong, and ends', async () => {
    await expect(bot(table.url, 'ZZZZZZ')).rejects.toThrow('room_not_found: There is no such room.')
  })
})
