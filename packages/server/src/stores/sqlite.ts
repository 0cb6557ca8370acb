import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import type { LoggedEvent } from '@diceroom/shared/room/room.ts'
import { StartupError } from '../config.ts'
import { addFaces } from './face-counts.ts'
import { GroupCommit } from './group-commit.ts'
import { MIGRATIONS } from './migrations.ts'
import { type Appended, type Beside, RoomDamaged, type RoomStore, StorageUnavailable } from './room-store.ts'

const SCHEMA_VERSION = MIGRATIONS.length
const BUSY_MS = 1000

/**
 * Opens (and makes, where there is none) the database `file`, `':memory:'` too. Throws a `StartupError` for a folder
 * that cannot be written, or a file that is not ours.
 */
export function sqliteStore(file: string): RoomStore {
  const database = open(file)
  const statements = prepare(database)
  /** The rooms of which this batch has refused an append. */
  const lost = new Set<string>()
  /** What the appends of this batch add to the counts. */
  const faces = new Map<number, number[]>()

  /** Does all of a batch in one transaction, with one wait for the disk. */
  function commit(batch: readonly (() => unknown)[]): readonly unknown[] {
    lost.clear()
    faces.clear()
    try {
      database.exec('BEGIN IMMEDIATE')
      const outcomes = batch.map(write => write())
      countFaces()
      database.exec('COMMIT')
      return outcomes
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw unavailable(error)
    }
  }
  const writes = new GroupCommit(commit)

  function appendEvents(
    room: string,
    expectedSeq: number,
    { events, beside }: { events: readonly LoggedEvent[]; beside: Beside },
  ): Appended {
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
    keepBeside(room, beside)
    return 'appended'
  }

  function keepBeside(room: string, { roots = [], played, faces: rolled }: Beside): void {
    for (const { chain, sealed } of roots) statements.addRoot.run(room, chain, sealed)
    if (rolled) addFaces(faces, rolled)
    if (!played) return
    statements.addGame.run(room, played.number, JSON.stringify(played))
    for (const { player } of played.players) statements.addPlayed.run(room, played.number, player, played.at)
  }

  function countFaces(): void {
    for (const [sides, counts] of faces) {
      for (const [at, count] of counts.entries())
        if (count > 0) statements.countFace.run(sides, at + 1, count)
    }
  }

  function readEvents(room: string, after: number, limit: number): readonly LoggedEvent[] {
    const rows = statements.read.all(room, after, limit)
    return rows.map((row, at) => eventOf(String(row.body), { room, seq: after + 1 + at }))
  }

  return {
    append: (room, expectedSeq, events, beside = {}) =>
      writes.add(() => appendEvents(room, expectedSeq, { events, beside })),

    load: attempt((room: string) => {
      const snapshot = statements.snapshot.get(room)
      const seq = Number(snapshot?.seq ?? 0)
      const events = readEvents(room, seq, -1)
      if (snapshot === undefined && events.length === 0) return null
      const roots = statements.roots.all(room).map(row => ({
        chain: Number(row.chain),
        sealed: row.sealed instanceof Uint8Array ? row.sealed : new Uint8Array(),
      }))
      return { snapshot: snapshot ? { seq, body: String(snapshot.body) } : null, roots, events }
    }),
    read: attempt(readEvents),
    saveSnapshot: (room, { seq, body }) =>
      writes.add(() => void statements.saveSnapshot.run(room, seq, body)),
    idleSince: attempt((before: number, limit: number) =>
      statements.idle.all(before, limit).map(row => String(row.room)),
    ),
    playedBy: attempt((player: string, before: number, limit: number) =>
      statements.playedBy.all(player, before, limit).map((row): PlayedGame => JSON.parse(String(row.body))),
    ),
    faceCounts: attempt(() => {
      const counts = new Map<number, number[]>()
      for (const row of statements.faceCounts.all()) {
        const sides = Number(row.sides)
        const before = Array.from({ length: Number(row.face) - 1 }, () => 0)
        addFaces(counts, new Map([[sides, [...before, Number(row.count)]]]))
      }
      return counts
    }),
    claim: fingerprint =>
      writes.add(() => {
        statements.claim.run(fingerprint)
        return statements.claimed.get()?.value === fingerprint
      }),
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
    if (versionOf(database) > SCHEMA_VERSION) {
      throw new StartupError(`${file} was written by a newer version of this program; please update.`)
    }
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    // Checkpoints copy pages that hot rooms will change again at once: let them wait for 16 MB.
    database.exec('PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536')
    migrate(database)
    return database
  } catch (error) {
    if (error instanceof StartupError) throw error
    throw new StartupError(`Cannot keep rooms in ${file}: ${reasonOf(error)}.`)
  }
}

const versionOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)

/** Brings a database to the version of this program, one version a transaction. */
function migrate(database: DatabaseSync): void {
  for (const [from, migration] of MIGRATIONS.entries()) {
    if (versionOf(database) > from) continue
    database.exec('BEGIN IMMEDIATE')
    // Another process may have done it while this one waited.
    if (versionOf(database) === from) database.exec(`${migration}; PRAGMA user_version = ${from + 1}`)
    database.exec('COMMIT')
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
  addRoot: database.prepare('INSERT INTO roots VALUES (?, ?, ?)'),
  roots: database.prepare('SELECT chain, sealed FROM roots WHERE room = ? ORDER BY chain'),
  addGame: database.prepare('INSERT INTO games VALUES (?, ?, ?)'),
  addPlayed: database.prepare('INSERT OR IGNORE INTO played VALUES (?, ?, ?, ?)'),
  playedBy: database.prepare(
    `SELECT body FROM played JOIN games USING (room, number)
      WHERE player = ? AND at < ? ORDER BY at DESC, room DESC, number DESC LIMIT ?`,
  ),
  countFace: database.prepare(
    'INSERT INTO faces VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
  ),
  faceCounts: database.prepare('SELECT sides, face, count FROM faces ORDER BY sides, face'),
  claim: database.prepare("INSERT OR IGNORE INTO meta VALUES ('key', ?)"),
  claimed: database.prepare("SELECT value FROM meta WHERE name = 'key'"),
  remove: ['events', 'snapshots', 'rooms', 'roots', 'games', 'played'].map(table =>
    database.prepare(`DELETE FROM ${table} WHERE room = ?`),
  ),
})

/** The event numbered `seq` of a room; throws `RoomDamaged` where the text is none. */
function eventOf(body: string, { room, seq }: { room: string; seq: number }): LoggedEvent {
  try {
    const event: LoggedEvent = JSON.parse(body)
    if (event.seq === seq) return event
  } catch {}
  throw new RoomDamaged(`${room}: event ${seq} cannot be read`)
}

/** Lets what SQLite does at once be awaited, and its failures be known for what they are. */
const attempt =
  <Args extends readonly unknown[], T>(work: (...args: Args) => T) =>
  async (...args: Args): Promise<T> => {
    try {
      return work(...args)
    } catch (error) {
      throw error instanceof RoomDamaged ? error : unavailable(error)
    }
  }

const unavailable = (error: unknown): StorageUnavailable =>
  new StorageUnavailable(`the database failed: ${reasonOf(error)}`, { cause: error })

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
