import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StartupError } from '../config.ts'
import { overwrite } from '../testing/overwrite.ts'
import { backUp, restore } from './backup.ts'
import type { RoomStore } from './room-store.ts'
import { sqliteStore } from './sqlite.ts'

const event = (seq: number): LoggedEvent => ({
  seq,
  at: seq,
  type: 'chat',
  player: 'p_1',
  name: 'Ada',
  text: 'x'.repeat(200),
})
const events = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => event(from + at))

describe('backup and restore', () => {
  let folder: string
  let database: string
  let backup: string
  let store: RoomStore
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-backup-'))
    database = join(folder, 'data', 'rooms.sqlite')
    backup = join(folder, 'backup.sqlite')
    store = sqliteStore(database)
    await store.append('ROOM22', 0, events(1, 100), { roots: [{ chain: 0, sealed: new Uint8Array(60) }] })
    await store.claim('the key')
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  /** Runs `pnpm backup` or `pnpm restore` as people do, in a process of its own. */
  function run(script: 'backup' | 'restore', ...args: string[]) {
    const path = join(import.meta.dirname, '../../../../scripts', `${script}.ts`)
    const child = spawn(process.execPath, [path, ...args], {
      env: { ...process.env, INIT_CWD: folder, DATABASE_URL: database },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
    return new Promise<{ code: number | null; output: string }>(resolve =>
      child.on('close', code => resolve({ code, output })),
    )
  }

  const eventsIn = async (file: string) => {
    const opened = sqliteStore(file)
    const stored = await opened.load('ROOM22')
    await opened.close()
    return stored?.events
  }
  const everyFile = () => readdirSync(folder, { recursive: true }).map(String).sort()

  it('[OP5] backs up while rooms are played in: all that was there when it began, and no half of an append', async () => {
    const done = run('backup', 'backup.sqlite')
    let seq = 100
    let ended = false
    done.then(() => (ended = true))
    while (!ended) {
      await store.append('ROOM22', seq, events(seq + 1, seq + 4))
      seq += 4
    }
    const { code, output } = await done
    expect(output).toContain(`Backed up ${database} to ${backup}.`)
    expect(output).toContain(join(folder, 'data/secret.key'))
    expect(code).toBe(0)
    const kept = await eventsIn(backup)
    expect(kept).toEqual(events(1, kept?.length ?? 0))
    expect((kept?.length ?? 0) % 4).toBe(0)
    expect(kept?.length).toBeGreaterThanOrEqual(100)
    expect(kept?.length).toBeLessThanOrEqual(seq)
    expect(await store.append('ROOM22', seq, [event(seq + 1)])).toBe('appended')
  })

  it('[OP5] leaves nothing behind where a backup cannot be written, and overwrites nothing', async () => {
    const before = everyFile()
    expect(() => backUp(database, database)).toThrow(/is there already/)
    writeFileSync(join(folder, 'taken'), 'mine')
    expect(() => backUp(database, join(folder, 'taken'))).toThrow(/is there already/)
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('mine')
    expect(() => backUp(database, join(folder, 'taken', 'in-a-file'))).toThrow(StartupError)
    expect(() => backUp(join(folder, 'nowhere.sqlite'), backup)).toThrow(/There is no/)
    rmSync(join(folder, 'taken'))
    await store.close()
    overwrite(database, 4096, 4096)
    expect(() => backUp(database, backup)).toThrow(/is damaged/)
    expect(everyFile()).toEqual(before.filter(file => !/-(wal|shm)$/.test(file)))
  })

  it('[OP6] restores where nothing was', async () => {
    backUp(database, backup)
    const elsewhere = join(folder, 'elsewhere', 'rooms.sqlite')
    expect(restore(backup, elsewhere, 'refuse')).toBeNull()
    const opened = sqliteStore(elsewhere)
    expect((await opened.load('ROOM22'))?.roots).toHaveLength(1)
    expect(await opened.append('ROOM22', 100, [event(101)])).toBe('appended')
    expect(await opened.claim('another key')).toBe(false)
    await opened.close()
    expect(await eventsIn(backup)).toEqual(events(1, 100))
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['rooms.sqlite'])
  })

  it('[OP6] restores over a database only when it is forced to, and keeps that one beside it', async () => {
    backUp(database, backup)
    await store.append('ROOM22', 100, [event(101)])
    await store.close()
    const refused = await run('restore', 'backup.sqlite')
    expect(refused).toEqual({ code: 1, output: expect.stringContaining('--force') })
    expect(await eventsIn(database)).toEqual(events(1, 101))
    const { code, output } = await run('restore', 'backup.sqlite', '--force')
    expect(code).toBe(0)
    const kept = /kept as (.*\.old)\.\n/.exec(output)?.[1] ?? expect.fail(output)
    expect(output).toContain('There is no')
    expect(await eventsIn(database)).toEqual(events(1, 100))
    expect(await eventsIn(kept)).toEqual(events(1, 101))
  })

  it('[OP6] does not restore under a running server', async () => {
    backUp(database, backup)
    const before = everyFile()
    const { code, output } = await run('restore', 'backup.sqlite', '--force')
    expect(output.trim()).toBe(`Cannot replace ${database}: it is in use. Stop the server first.`)
    expect(code).toBe(1)
    expect(everyFile()).toEqual(before)
    expect(await store.append('ROOM22', 100, [event(101)])).toBe('appended')
  })

  it('[OP6] takes the place of a damaged database, and keeps what is left of it', async () => {
    backUp(database, backup)
    await store.append('ROOM22', 100, [event(101)])
    await store.close()
    overwrite(database, 0, 4096)
    const damaged = readFileSync(database)
    const first = restore(backup, database, 'replace') ?? expect.fail('nothing was kept')
    expect(readFileSync(first)).toEqual(damaged)
    expect(await eventsIn(database)).toEqual(events(1, 100))
    renameSync(database, `${database}-wal`)
    const second = restore(backup, database, 'replace') ?? expect.fail('nothing was kept')
    expect(existsSync(`${second}-wal`)).toBe(true)
    expect(await eventsIn(database)).toEqual(events(1, 100))
  })

  it('[OP6] refuses what is no whole backup of this version or an older one, and changes nothing', async () => {
    backUp(database, backup)
    await store.close()
    const bad = (name: string, spoil: (file: string) => void) => {
      const file = join(folder, name)
      copyFileSync(backup, file)
      spoil(file)
      return () => restore(file, database, 'replace')
    }
    const execute = (sql: string) => (file: string) => {
      const opened = new DatabaseSync(file)
      opened.exec(sql)
      opened.close()
    }
    const damaged = bad('damaged', file => overwrite(file, 8192, 4096))
    const newer = bad('newer', execute('PRAGMA user_version = 99'))
    const others = bad('others', execute('PRAGMA application_id = 7'))
    const text = bad('text', file => writeFileSync(file, 'no database at all '.repeat(100)))
    const before = everyFile()
    expect(damaged).toThrow(/is damaged/)
    expect(newer).toThrow(/newer version/)
    expect(others).toThrow(/another program/)
    expect(text).toThrow(/is damaged: file is not a database/)
    expect(() => restore(join(folder, 'nowhere'), database, 'replace')).toThrow(/There is no/)
    expect(() => restore(database, database, 'replace')).toThrow(/itself/)
    expect(everyFile()).toEqual(before)
    expect(await eventsIn(database)).toEqual(events(1, 100))
  })

  it('[OP6] says that there is no such backup, whatever else is in the way', async () => {
    const said = `There is no file ${join(folder, 'nowhere')}.`
    expect(() => restore(join(folder, 'nowhere'), database, 'refuse')).toThrow(new StartupError(said))
    expect(await run('restore', 'nowhere')).toEqual({ code: 1, output: `${said}\n` })
  })

  it('[OP5] [OP6] ask for a file in one sentence', async () => {
    expect(await run('backup')).toEqual({ code: 1, output: expect.stringContaining('pnpm backup FILE') })
    expect(await run('restore', '--force')).toEqual({
      code: 1,
      output: expect.stringContaining('pnpm restore'),
    })
  })
})
