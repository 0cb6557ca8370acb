import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTable, type Table } from './table.ts'
import { unreliableLine } from './unreliable-line.ts'

const program = fileURLToPath(new URL('../../../../docs/bot.py', import.meta.url))

/** A Python that has the library; the system's own may have it where another comes first in PATH. */
function python(): string {
  const found = ['python3', '/usr/bin/python3'].find(
    command => spawnSync(command, ['-c', 'import websockets']).status === 0,
  )
  if (found) return found
  throw new Error(
    'docs/bot.py needs Python 3.9 with the library websockets: apt install python3-websockets, or pip install websockets.',
  )
}

describe('docs/bot.py', () => {
  let table: Table
  const running: ChildProcess[] = []
  beforeEach(async () => {
    table = await openTable()
  })
  afterEach(async () => {
    for (const bot of running.splice(0)) bot.kill('SIGKILL')
    await table.close()
  })

  /** A bot at work: what it printed so far, and how it ended. */
  function bot(...args: readonly string[]) {
    const child = spawn(python(), [program, ...args])
    running.push(child)
    const output = { text: '' }
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', data => {
        output.text += String(data)
      })
    }
    const ended = new Promise<string>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', code => (code === 0 ? resolve(output.text) : reject(new Error(output.text))))
    })
    const room = () => /^room (\w{6})$/m.exec(output.text)?.[1] ?? ''
    return { output, ended, room }
  }

  /** What happened in a room that was played to its end. */
  async function raced(room: string): Promise<readonly LoggedEvent[]> {
    const page = await fetch(`${table.url}/api/rooms/${room}/transcript`)
    const { events } = (await page.json()) as { events: readonly LoggedEvent[] }
    expect(events.filter(({ type }) => type === 'game_over')).toHaveLength(1)
    return events
  }

  it('[WS7] plays a race alone', async () => {
    const alone = bot(table.url)
    expect(await alone.ended).toMatch(/^room (\w{6})\nGuest \d+ won in room \1\n$/)
    expect((await raced(alone.room())).filter(({ type }) => type === 'player_joined')).toHaveLength(1)
  })

  it('[WS7] plays a race against itself, and both say the same', async () => {
    const host = bot(table.url, '2')
    await expect.poll(host.room, { timeout: 20_000 }).not.toBe('')
    const guest = bot(table.url, host.room())
    const [hosts, guests] = await Promise.all([host.ended, guest.ended])
    expect(hosts).toContain(guests)
    const moved = (await raced(host.room())).flatMap(event => ('seat' in event ? [event.seat] : []))
    expect(new Set(moved)).toEqual(new Set([0, 1]))
  })

  it('[WS7] plays a race though its connection is lost again and again', async () => {
    const line = await unreliableLine(table.url, 4000)
    try {
      const alone = bot(line.url)
      expect(await alone.ended).toMatch(/^Guest \d+ won in room (\w{6})$/m)
      expect(line.cuts).toBeGreaterThan(1)
      const events = await raced(alone.room())
      expect(events.filter(({ type }) => type === 'player_joined')).toHaveLength(1)
      expect(events.some(event => 'auto' in event)).toBe(false)
    } finally {
      line.close()
    }
  })

  it('[WS7] says what is wrong, and ends', async () => {
    await expect(bot(table.url, 'ZZZZZZ').ended).rejects.toThrow('room_not_found: There is no such room.')
  })
})
