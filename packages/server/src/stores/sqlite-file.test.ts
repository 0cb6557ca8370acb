import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StartupError } from '../config.ts'
import { overwrite } from '../testing/overwrite.ts'
import { MIGRATIONS } from './migrations.ts'
import { sqliteStore } from './sqlite.ts'

const PAGE = 4096

const events = Array.from(
  { length: 500 },
  (_, at): LoggedEvent => ({
    seq: 1 + at,
    at,
    type: 'chat',
    player: 'p_1',
    name: 'Ada',
    text: 'x'.repeat(100),
  }),
)

describe('the database file at the start', () => {
  let folder: string
  let file: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-file-'))
    file = join(folder, 'rooms.sqlite')
    const store = sqliteStore(file)
    for (const room of ['ROOM22', 'ROOM33', 'ROOM44']) await store.append(room, 0, events)
    await store.close()
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** What it says instead of starting. */
  function refusal(): string {
    try {
      sqliteStore(file)
    } catch (error) {
      expect(error).toBeInstanceOf(StartupError)
      return error instanceof Error ? error.message : ''
    }
    return expect.fail('it started')
  }

  it.each([
    ['its first bytes', () => overwrite(file, 0, 16)],
    ['its header', () => overwrite(file, 16, 32)],
    ['its first page', () => overwrite(file, 100, PAGE - 100)],
    ['a page in the middle', () => overwrite(file, PAGE * 50, PAGE)],
    ['its last page', () => overwrite(file, statSync(file).size - PAGE, PAGE)],
    ['its end, cut off', () => truncateSync(file, PAGE * 20)],
    ['its end, cut off inside a page', () => truncateSync(file, PAGE * 20 + 1000)],
  ])('[ST20] says that the file is damaged, and what to do: %s', (_, damage) => {
    damage()
    const said = refusal()
    expect(said).toContain(`${file} is damaged: `)
    expect(said).toContain('pnpm restore')
    expect(said).not.toContain('\n')
    // It says it every time, and changes nothing.
    expect(refusal()).toBe(said)
  })

  it('[ST20] does not throw away what was written last where the file beside it is gone', async () => {
    const store = sqliteStore(file)
    await store.append('ROOM55', 0, events)
    copyFileSync(`${file}-wal`, join(folder, 'wal'))
    await store.close()
    rmSync(file)
    copyFileSync(join(folder, 'wal'), `${file}-wal`)
    expect(refusal()).toContain('is missing or empty')
    writeFileSync(file, '')
    expect(refusal()).toContain('is missing or empty')
    expect(statSync(`${file}-wal`).size).toBe(statSync(join(folder, 'wal')).size)
  })

  it('[ST9] refuses the database of another program, and leaves it alone', () => {
    const other = join(folder, 'other.sqlite')
    const database = new DatabaseSync(other)
    database.exec('CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 99')
    database.close()
    expect(() => sqliteStore(other)).toThrow(/another program/)
    expect(() => sqliteStore(other)).toThrow(StartupError)
  })
})

describe('a database of an older version', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-older-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const schemaOf = (file: string) => {
    const database = new DatabaseSync(file)
    const schema = database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()
    const header = ['user_version', 'application_id'].map(field => database.prepare(`PRAGMA ${field}`).get())
    database.close()
    return { schema, header }
  }

  function writeVersion(version: number): string {
    const file = join(folder, `version-${version}.sqlite`)
    const database = new DatabaseSync(file)
    for (const migration of MIGRATIONS.slice(0, version)) database.exec(migration)
    database.exec(`PRAGMA user_version = ${version}; PRAGMA journal_mode = WAL`)
    database.close()
    return file
  }

  it.each(MIGRATIONS.map((_, at) => at))('[ST21] is brought up to date from version %i', async version => {
    const fresh = join(folder, 'fresh.sqlite')
    await sqliteStore(fresh).close()
    const file = writeVersion(version)
    const store = sqliteStore(file)
    expect(await store.append('ROOM22', 0, events)).toBe('appended')
    await store.close()
    expect(schemaOf(file)).toEqual(schemaOf(fresh))
    const again = sqliteStore(file)
    expect((await again.load('ROOM22'))?.events).toEqual(events)
    await again.close()
  })

  it('[ST21] loses the rooms of version 1, which hold no commitment', async () => {
    const file = writeVersion(1)
    const database = new DatabaseSync(file)
    database.exec("INSERT INTO events VALUES ('ROOM22', 1, 1, '{}'); INSERT INTO rooms VALUES ('ROOM22')")
    database.exec("INSERT INTO snapshots VALUES ('ROOM22', 1, '{}')")
    database.close()
    const store = sqliteStore(file)
    expect(await store.load('ROOM22')).toBeNull()
    expect(await store.idleSince({ withGames: 9000, others: 9000 }, 10)).toEqual([])
    await store.close()
  })
})

it('[ST27] holds nothing more of what was deleted or blanked once it is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dice-room-deleted-'))
  const file = join(folder, 'rooms.sqlite')
  const store = sqliteStore(file)
  const said = (seq: number, player: string): LoggedEvent => {
    const text = `${player} has said ${'so much '.repeat(1 + (seq % 50))}`
    return { seq, at: seq, type: 'chat', player, name: `called ${player}`, text }
  }
  for (const room of ['BLANKD', 'REMOVE']) {
    for (let seq = 1; seq < 200; seq += 2) {
      await store.append(room, seq - 1, [said(seq, 'p_gone'), said(seq + 1, 'p_here')])
    }
    const body = JSON.stringify({
      seats: [{ player: 'p_gone', name: 'called p_gone' }],
      more: 'x'.repeat(9000),
    })
    await store.saveSnapshot(room, { seq: 10, body })
  }
  await store.blank('BLANKD', 'p_gone')
  await store.remove('REMOVE')
  await store.close()
  const bytes = readFileSync(file)
  expect(bytes.includes('p_here has said')).toBe(true)
  for (const gone of ['p_gone has said', 'called p_gone', 'REMOVE'])
    expect(bytes.includes(gone), gone).toBe(false)
  rmSync(folder, { recursive: true })
})
