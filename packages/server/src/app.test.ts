import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { readConfig, StartupError } from './config.ts'
import { memoryStore } from './stores/memory.ts'
import { type RoomStore, StorageUnavailable } from './stores/room-store.ts'
import { openTable } from './testing/table.ts'

describe('a room that cannot be made sense of', () => {
  const created = {
    seq: 1,
    at: 1000,
    type: 'room_created',
    commitment: 'ab'.repeat(32),
    chainLength: 1000,
    game: 'race',
    options: {},
    settings: { private: false },
  }
  const damaged: Record<string, readonly object[]> = {
    AAAAAA: [{ ...created, room: 'AAAAAA', rules: 99 }],
    BBBBBB: [{ ...created, room: 'BBBBBB', rules: 1, game: 'roulette' }],
    CCCCCC: [
      { ...created, room: 'CCCCCC', rules: 1 },
      { seq: 2, at: 2000, type: 'game_started' },
    ],
    EEEEEE: [{ ...created, room: 'EEEEEE', rules: 99 }],
    DDDDDD: [{ seq: 1, at: 1000, type: 'chat', text: 'no beginning' }],
  }

  it('[RS16] is closed off, and all others play on', async () => {
    const store = memoryStore()
    for (const [room, events] of Object.entries(damaged)) {
      await store.append(room, 0, events as unknown as readonly LoggedEvent[])
    }
    // What a program that knows these rules has left behind.
    const state = { ...created, room: 'EEEEEE', rules: 99, phase: 'lobby', seats: [], dealing: {} }
    await store.saveSnapshot('EEEEEE', { seq: 1, body: JSON.stringify({ version: 2, state, answered: [] }) })
    const lines: string[] = []
    const log = pino({ level: 'error' }, { write: line => lines.push(line) })
    const table = await openTable({}, { store, log, now: () => 3000 })
    const ada = await table.connect()
    for (const room of Object.keys(damaged)) {
      for (const id of ['first', 'second']) {
        expect(await ada.ask('join_room', { room, id: `${room} ${id}` })).toMatchObject({
          error: { code: 'room_damaged' },
        })
      }
      for (const path of ['', '/transcript']) {
        const response = await fetch(`${table.url}/api/rooms/${room}${path}`)
        expect([response.status, await response.json()]).toMatchObject([
          500,
          { error: { code: 'room_damaged' } },
        ])
      }
      expect(lines.filter(line => line.includes(room))).toHaveLength(1)
    }
    const { room } = await ada.done('create_room', { game: 'free-roll' })
    await ada.done('join_room', { room })
    await ada.done('move', { room, move: { type: 'roll' } })
    await table.close()
  })
})

it('[OP3] does not start with a storage that fails, and says so in a sentence', async () => {
  let isClosed = false
  const store: RoomStore = {
    ...memoryStore(),
    claim: () => Promise.reject(new StorageUnavailable('the database failed: database is locked')),
    close: async () => {
      isClosed = true
    },
  }
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: 'memory:' })
  const starting = createApp({ config, store, log: pino({ level: 'silent' }), clientFolder: null })
  await expect(starting).rejects.toThrow(StartupError)
  await expect(starting).rejects.toThrow('Cannot start: the database failed: database is locked.')
  expect(isClosed).toBe(true)
})

describe('the key', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-key-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('[OP4] is the one that the rooms were made with, or the start is refused with a sentence', async () => {
    const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: join(folder, 'rooms.sqlite') })
    const options = { config, log: pino({ level: 'silent' }), clientFolder: null }
    await (await createApp(options)).close()
    await (await createApp(options)).close()
    writeFileSync(join(folder, 'secret.key'), Buffer.alloc(32, 7).toString('base64'))
    await expect(createApp(options)).rejects.toThrow(
      /rooms\.sqlite were made with another key.*secret\.key back/,
    )
  })

  it('[OP4] is not made anew where the rooms are and it is gone', async () => {
    const file = join(folder, 'rooms.sqlite')
    const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: file })
    const options = { config, log: pino({ level: 'silent' }), clientFolder: null }
    await (await createApp(options)).close()
    const key = join(folder, 'secret.key')
    const kept = readFileSync(key)
    rmSync(key)
    await expect(createApp(options)).rejects.toThrow(
      new StartupError(
        `There is no secret.key in ${folder} for the rooms in ${file}. Put it back, or move the database away to begin with a new one.`,
      ),
    )
    expect(existsSync(key)).toBe(false)
    writeFileSync(key, '')
    await expect(createApp(options)).rejects.toThrow(/damaged/)
    expect(readFileSync(key, 'utf8')).toBe('')
    writeFileSync(key, kept)
    await (await createApp(options)).close()
  })

  it('[OP1] is the same for all that start at once', async () => {
    const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: join(folder, 'rooms.sqlite') })
    const options = { config, log: pino({ level: 'silent' }), clientFolder: null }
    const apps = await Promise.all([createApp(options), createApp(options), createApp(options)])
    for (const app of apps) await app.close()
    await (await createApp(options)).close()
  })
})
