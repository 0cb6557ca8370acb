import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StartupError } from '../config.ts'
import { roomStoreContract } from './room-store.contract.ts'
import { StorageUnavailable } from './room-store.ts'
import { sqliteStore } from './sqlite.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'dice-room-store-'))

roomStoreContract('SQLite', () => {
  const folder = newFolder()
  const open = () => sqliteStore(join(folder, 'rooms.sqlite'))
  return { open, reopen: open, clean: () => rmSync(folder, { recursive: true }) }
})

describe('SQLite as the embedded store', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = newFolder()
    file = join(folder, 'rooms.sqlite')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('[ST7] writes ahead, so that readers and writers do not wait for each other', async () => {
    const store = sqliteStore(file)
    const probe = new DatabaseSync(file)
    expect(probe.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    probe.close()
    await store.close()
  })

  it('[ST8] refuses a file of a newer version with a sentence', () => {
    const newer = new DatabaseSync(file)
    newer.exec('PRAGMA user_version = 99')
    newer.close()
    expect(() => sqliteStore(file)).toThrow(StartupError)
    expect(() => sqliteStore(file)).toThrow(/newer version/)
  })

  it('[ST9] names a file that is not a database', () => {
    writeFileSync(file, 'this is not a database, but it is long enough to look like one'.repeat(40))
    expect(() => sqliteStore(file)).toThrow(StartupError)
    expect(() => sqliteStore(file)).toThrow(file)
  })

  it('[ST9] names a folder that cannot be made', () => {
    writeFileSync(join(folder, 'taken'), '')
    expect(() => sqliteStore(join(folder, 'taken', 'rooms.sqlite'))).toThrow(/Cannot use /)
    chmodSync(folder, 0o700)
  })

  it('[ST10] says that it is unavailable while another process holds the file, and goes on afterwards', async () => {
    const store = sqliteStore(file)
    const event = { seq: 1, at: 1, type: 'chat', player: 'p', name: 'Ada', text: 'hi' } as const
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    await expect(store.append('ROOM22', 0, [event])).rejects.toThrow(StorageUnavailable)
    await expect(store.ping()).rejects.toThrow(StorageUnavailable)
    other.exec('COMMIT')
    other.close()
    expect(await store.append('ROOM22', 0, [event])).toBe('appended')
    await store.close()
  })

  it('[ST10] says that it is unavailable where writing fails, keeps nothing, and goes on when it works again', async () => {
    const store = sqliteStore(file)
    const event = { seq: 1, at: 1, type: 'chat', player: 'p', name: 'Ada', text: 'hi' } as const
    const breaker = new DatabaseSync(file)
    breaker.exec("CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT raise(ABORT, 'disk is full'); END")
    const failed = store.append('ROOM22', 0, [event])
    await expect(failed).rejects.toThrow(StorageUnavailable)
    expect(await store.load('ROOM22')).toBeNull()
    breaker.exec('DROP TRIGGER full')
    breaker.close()
    expect(await store.append('ROOM22', 0, [event])).toBe('appended')
    await store.close()
  })
})
