import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { LoggedEvent } from '@diceroom/shared/room/room.ts'
import { StartupError } from '../config.ts'
import { GroupCommit } from './group-commit.ts'
import { type Appended, type RoomStore, StorageUnavailable } from './room-store.ts'

const SCHEMA_VERSION = 1
const BUSY_MS = 1000

// `events` is one b-tree by (room, seq): the key is the lock, and a room's log lies together.
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS events (
    room TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (room, seq)
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS rooms (room TEXT PRIMARY KEY) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS snapshots (
    room TEXT PRIMARY KEY, seq INTEGER NOT NULL, body TEXT NOT NULL
  ) WITHOUT ROWID, STRICT;
  PRAGMA user_version = ${SCHEMA_VERSION};
`

/**
 * Opens (and makes, where there is none) the database `file`, `':memory:'` too. Throws a `StartupError` for a folder
 * that cannot be written, or a file that is not ours.
 */
export function sqliteStore(file: string): RoomStore {
  const database = open(file)
  const statements = prepare(database)
  /** The rooms of which this batch has refused an append. */
  const lost = new Set<string>()

  /** Does all of a batch in one transaction, with one wait for the disk. */
  function commit(batch: readonly (() => unknown)[]): readonly unknown[] {
    lost.clear()
    try {
      database.exec('BEGIN IMMEDIATE')
      const outcomes = batch.map(write => write())
      database.exec('COMMIT')
      return outcomes
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw unavailable(error)
    }
  }
  const writes = new GroupCommit(commit)

  function appendEvents(room: string, expectedSeq: number, events: readonly LoggedEvent[]): Appended {
    if (lost.has(room)) return 'conflict'
    const [first, ...rest] = events
    if (first === undefined) return 'appended'
    const { changes } = statements.appendFirst.run(
      room,
      first.seq,
      first.at,
      JSON.stringify(first),
      expectedSeq,
    )
    if (changes === 0) {
      lost.add(room)
      return 'conflict'
    }
    for (const event of rest) statements.appendNext.run(room, event.seq, event.at, JSON.stringify(event))
    if (expectedSeq === 0) statements.addRoom.run(room)
    return 'appended'
  }

  return {
    append: (room, expectedSeq, events) => writes.add(() => appendEvents(room, expectedSeq, events)),

    load: attempt((room: string) => {
      const snapshot = statements.snapshot.get(room)
      const seq = Number(snapshot?.seq ?? 0)
      const events = statements.read.all(room, seq, -1).map(parseBody)
      if (snapshot === undefined && events.length === 0) return null
      return { snapshot: snapshot ? { seq, body: String(snapshot.body) } : null, events }
    }),
    read: attempt((room: string, after: number, limit: number) =>
      statements.read.all(room, after, limit).map(parseBody),
    ),
    saveSnapshot: (room, { seq, body }) =>
      writes.add(() => void statements.saveSnapshot.run(room, seq, body)),
    idleSince: attempt((before: number, limit: number) =>
      statements.idle.all(before, limit).map(row => String(row.room)),
    ),
    remove: room =>
      writes.add(() => {
        for (const statement of statements.remove) statement.run(room)
      }),
    ping: () => writes.add(() => database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)),
    async close() {
      writes.flush()
      if (database.isOpen) database.close()
    },
  }
}

function open(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    // While it waits for another process, nobody is served: not for long.
    const database = new DatabaseSync(file, { timeout: BUSY_MS })
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
    if (version > SCHEMA_VERSION) {
      throw new StartupError(`${file} was written by a newer version of this program; please update.`)
    }
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    // Checkpoints copy pages that hot rooms will change again at once: let them wait for 16 MB.
    database.exec('PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536')
    database.exec(SCHEMA)
    return database
  } catch (error) {
    if (error instanceof StartupError) throw error
    throw new StartupError(`Cannot keep rooms in ${file}: ${reasonOf(error)}.`)
  }
}

const prepare = (database: DatabaseSync) => ({
  appendFirst: database.prepare(
    `INSERT INTO events SELECT ?1, ?2, ?3, ?4
      WHERE coalesce((SELECT max(seq) FROM events WHERE room = ?1), 0) = ?5`,
  ),
  appendNext: database.prepare('INSERT INTO events VALUES (?, ?, ?, ?)'),
  addRoom: database.prepare('INSERT OR IGNORE INTO rooms VALUES (?)'),
  snapshot: database.prepare('SELECT seq, body FROM snapshots WHERE room = ?'),
  read: database.prepare('SELECT body FROM events WHERE room = ? AND seq > ? ORDER BY seq LIMIT ?'),
  saveSnapshot: database.prepare(
    `INSERT INTO snapshots VALUES (?, ?, ?)
      ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, body = excluded.body WHERE excluded.seq > seq`,
  ),
  idle: database.prepare(
    `SELECT room FROM rooms
      WHERE (SELECT at FROM events WHERE events.room = rooms.room ORDER BY seq DESC LIMIT 1) < ? LIMIT ?`,
  ),
  remove: ['events', 'snapshots', 'rooms'].map(table =>
    database.prepare(`DELETE FROM ${table} WHERE room = ?`),
  ),
})

const parseBody = (row: Record<string, unknown>): LoggedEvent => JSON.parse(String(row.body))

/** Lets what SQLite does at once be awaited, and its failures be known for what they are. */
const attempt =
  <Args extends readonly unknown[], T>(work: (...args: Args) => T) =>
  async (...args: Args): Promise<T> => {
    try {
      return work(...args)
    } catch (error) {
      throw unavailable(error)
    }
  }

const unavailable = (error: unknown): StorageUnavailable =>
  new StorageUnavailable(`the database failed: ${reasonOf(error)}`, { cause: error })

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
