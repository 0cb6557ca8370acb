import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { overwrite } from '../testing/overwrite.ts'
import { RoomDamaged, type RoomStore, StorageUnavailable } from './room-store.ts'
import { sqliteStore } from './sqlite.ts'

const event = (seq: number): LoggedEvent => ({
  seq,
  at: 1000 + seq,
  type: 'chat',
  player: 'p_1',
  name: 'Ada',
  text: 'x'.repeat(200),
})
const events = (count: number) => Array.from({ length: count }, (_, at) => event(1 + at))

const original = DatabaseSync.prototype.exec

describe('SQLite when something fails', () => {
  let folder: string
  let file: string
  let store: RoomStore
  /** The connection that the store has now. */
  let own: () => DatabaseSync
  /** Has the next commit fail as a disk fails. */
  let failCommit: (errcode: number) => void
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-failures-'))
    file = join(folder, 'rooms.sqlite')
    const exec = vi.spyOn(DatabaseSync.prototype, 'exec')
    own = () => {
      const last: unknown = exec.mock.contexts.at(-1)
      return last instanceof DatabaseSync ? last : expect.fail('nothing was opened')
    }
    failCommit = errcode => {
      exec.mockImplementation(function (this: DatabaseSync, sql) {
        if (sql !== 'COMMIT') return original.call(this, sql)
        exec.mockImplementation(original)
        throw Object.assign(new Error('disk I/O error'), { errcode })
      })
    }
    store = sqliteStore(file)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await store.close()
    rmSync(folder, { recursive: true })
  })

  /** Does something to the database behind the store's back. */
  function behind(work: (database: DatabaseSync) => void): void {
    const database = new DatabaseSync(file)
    work(database)
    database.close()
  }

  /** Appends one event after the other until there is no more room; gives how many there are. */
  async function fill(room: string): Promise<number> {
    for (let seq = 0; ; seq += 1) {
      const appended = await store.append(room, seq, [event(seq + 1)]).catch((error: unknown) => error)
      if (appended === 'appended') continue
      expect(appended).toBeInstanceOf(StorageUnavailable)
      return seq
    }
  }

  it('[ST16] gives up a room that cannot be read, and no other', async () => {
    for (const room of ['ROOM22', 'ROOM33', 'ROOM44', 'ROOM55']) await store.append(room, 0, events(3))
    behind(database => {
      database.exec(`UPDATE events SET body = '{"seq":2,"at"' WHERE room = 'ROOM22' AND seq = 2`)
      database.exec(`UPDATE events SET body = 'null' WHERE room = 'ROOM33' AND seq = 3`)
      database.exec(`DELETE FROM events WHERE room = 'ROOM44' AND seq = 2`)
    })
    for (const room of ['ROOM22', 'ROOM33', 'ROOM44']) {
      await expect(store.load(room)).rejects.toThrow(RoomDamaged)
      await expect(store.read(room, 0, 10)).rejects.toThrow(RoomDamaged)
    }
    expect((await store.load('ROOM55'))?.events).toEqual(events(3))
    expect(await store.append('ROOM55', 3, [event(4)])).toBe('appended')
    await store.remove('ROOM22')
    expect(await store.load('ROOM22')).toBeNull()
  })

  it('[ST16] gives up the room that lies in a damaged page, and no other', async () => {
    const rooms = Array.from({ length: 8 }, (_, at) => `ROOM${at}${at}`)
    for (const room of rooms) await store.append(room, 0, events(200))
    await store.close()
    store = sqliteStore(file)
    await store.ping()
    let leaf = 0
    behind(database => {
      const pages = database
        .prepare("SELECT pageno FROM dbstat WHERE name = 'events' AND pagetype = 'leaf'")
        .all()
      leaf = Number(pages.at(pages.length / 2)?.pageno)
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    })
    overwrite(file, (leaf - 1) * 4096, 4096)
    // What is in memory already is right.
    failCommit(10)
    await expect(store.ping()).rejects.toThrow(StorageUnavailable)
    const loaded = await Promise.allSettled(rooms.map(room => store.load(room)))
    const damaged = loaded.flatMap(one => (one.status === 'rejected' ? [one.reason] : []))
    expect(damaged).toEqual([expect.any(RoomDamaged)])
    for (const one of loaded) if (one.status === 'fulfilled') expect(one.value?.events).toEqual(events(200))
  })

  it('[ST18] refuses what a full disk has no room for, keeps nothing of it, and goes on when there is room', async () => {
    const { page_count } = own().prepare('PRAGMA page_count').get() ?? {}
    own().exec(`PRAGMA max_page_count = ${Number(page_count) + 8}`)
    const kept = await fill('ROOM22')
    expect(kept).toBeGreaterThan(10)
    const refused = await Promise.allSettled([
      store.append('ROOM22', kept, [event(kept + 1)], { faces: new Map([[6, [1, 0, 0, 0, 0, 0]]]) }),
      store.append('ROOM33', 0, events(100)),
      store.saveSnapshot('ROOM22', { seq: 1, body: 'x'.repeat(9000) }),
    ])
    for (const one of refused) expect(one).toMatchObject({ reason: expect.any(StorageUnavailable) })
    await expect(store.ping()).rejects.toThrow(StorageUnavailable)
    expect(await store.load('ROOM22')).toEqual({ snapshot: null, roots: [], events: events(kept) })
    expect(await store.load('ROOM33')).toBeNull()
    expect((await store.faceCounts()).size).toBe(0)
    own().exec('PRAGMA max_page_count = 1000000')
    await expect(store.ping()).resolves.toBeUndefined()
    expect(await store.append('ROOM22', kept, [event(kept + 1)])).toBe('appended')
    expect(await store.append('ROOM33', 0, events(100))).toBe('appended')
  })

  it('[ST10] opens the file again where a failure may have broken its connection', async () => {
    await store.append('ROOM22', 0, [event(1)])
    const before = own()
    failCommit(10 | (3 << 8))
    await expect(store.append('ROOM22', 1, [event(2)])).rejects.toThrow(StorageUnavailable)
    expect(before.isOpen).toBe(false)
    expect((await store.load('ROOM22'))?.events).toEqual([event(1)])
    expect(await store.append('ROOM22', 1, [event(2)])).toBe('appended')
  })

  it('[ST19] writes to no other file than the one that was there at the start', async () => {
    await store.append('ROOM22', 0, [event(1)])
    renameSync(file, `${file}.away`)
    await expect(store.append('ROOM22', 1, [event(2)])).rejects.toThrow(StorageUnavailable)
    await expect(store.ping()).rejects.toThrow(/removed or replaced/)
    writeFileSync(file, '')
    await expect(store.append('ROOM22', 1, [event(2)])).rejects.toThrow(/removed or replaced/)
    renameSync(`${file}.away`, file)
    await expect(store.ping()).resolves.toBeUndefined()
    expect(await store.append('ROOM22', 1, [event(2)])).toBe('appended')
  })

  it('says that it is unavailable once it is closed', async () => {
    await store.close()
    await expect(store.load('ROOM22')).rejects.toThrow(StorageUnavailable)
    await expect(store.ping()).rejects.toThrow(StorageUnavailable)
  })
})
