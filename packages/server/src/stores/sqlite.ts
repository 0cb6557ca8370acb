import type { DatabaseSync } from 'node:sqlite'
import { isGameId } from '@diceroom/shared/games/registry.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import { addFaces } from './face-counts.ts'
import { GroupCommit } from './group-commit.ts'
import {
  type FaceCounts,
  type GameTotals,
  RoomDamaged,
  type RoomStore,
  type StoredRoom,
} from './room-store.ts'
import { SqliteBatch } from './sqlite-batch.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import { isDamage } from './sqlite-file.ts'
import { adopt, blank, words } from './sqlite-people.ts'
import { prepareStatements, type Statements } from './sqlite-statements.ts'

/** More than a page has room for, so that new ones are taken. */
const PROBE_BYTES = 8192

/**
 * Opens (and makes, where there is none) the database `file`. Throws a `StartupError` for a folder that cannot be
 * written, and for a file that is damaged, newer, or somebody else's.
 */
export const openDatabase = (file: string): SqliteConnection<Statements> =>
  new SqliteConnection(file, prepareStatements)

/** Keeps rooms in the database `file`, as `openDatabase` opens it. */
export const sqliteStore = (file: string): RoomStore => roomsIn(openDatabase(file))

/** Keeps rooms in a database that is open, and closes it in the end. */
export function roomsIn(connection: SqliteConnection<Statements>): RoomStore {
  /** Does all of a batch in one transaction, with one wait for the disk. */
  const writes = new GroupCommit<SqliteBatch>(works =>
    connection.use(({ database, statements }) =>
      inTransaction(database, () => {
        const batch = new SqliteBatch(statements)
        const outcomes = works.map(work => work(batch))
        batch.countFaces()
        return outcomes
      }),
    ),
  )
  const read = async <T>(work: (statements: Statements) => T): Promise<T> =>
    connection.use(({ statements }) => work(statements))

  return {
    append: (room, expectedSeq, events, beside = {}) =>
      writes.add(batch => batch.append(room, expectedSeq, { events, beside })),
    load: room => read(statements => ofRoom(room, () => loadRoom(statements, room))),
    read: (room, after, limit) =>
      read(statements => ofRoom(room, () => readEvents(statements, room, { after, limit }))),
    saveSnapshot: (room, { seq, body }) =>
      writes.add(({ statements }) => void statements.saveSnapshot.run(room, seq, body)),
    idleSince: ({ withGames, others }, limit) =>
      read(({ idle }) => idle.all(withGames, others, limit).map(({ room }) => String(room))),
    playedBy: (player, before, limit) =>
      read(({ playedBy }) => readGames(playedBy.all(player, before, limit))),
    totalsOf: player => read(({ totalsOf }) => totalsOf.all(player).flatMap(gameTotals)),
    adopt: (from, to) => writes.add(({ statements }) => adopt(statements, from, to)),
    forget: player =>
      writes.add(({ statements }) => {
        for (const statement of statements.forget) statement.run(player)
      }),
    roomsAfter: (after, limit) =>
      read(({ roomsAfter }) => roomsAfter.all(after, limit).map(({ room }) => String(room))),
    words: (room, player) => read(statements => words(statements, room, player)),
    blank: (room, player) => writes.add(({ statements }) => blank(statements, room, player)),
    faceCounts: () => read(readFaces),
    claim: fingerprint =>
      writes.add(({ statements }) => {
        statements.claim.run(fingerprint)
        return statements.claimed.get()?.value === fingerprint
      }),
    isClaimed: () => read(({ claimed }) => claimed.get() !== undefined),
    noteAlive: at => writes.add(({ statements }) => void statements.noteAlive.run(String(at))),
    lastAlive: () =>
      read(({ alive }) => {
        const row = alive.get()
        return row ? Number(row.value) : null
      }),
    remove: room =>
      writes.add(({ statements }) => {
        for (const statement of statements.remove) statement.run(room)
      }),
    // Takes pages and gives them back, in a transaction of its own: it may fail where others' writes would not.
    async ping() {
      connection.use(({ database, statements }) =>
        inTransaction(database, () => {
          statements.probe.run(PROBE_BYTES)
          statements.endProbe.run()
        }),
      )
    },
    async close() {
      writes.flush()
      connection.end()
    },
  }
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const outcome = work()
    database.exec('COMMIT')
    return outcome
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Reads what is kept of one room; damage in it is that room's, and no reason to refuse the others. */
function ofRoom<T>(room: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw isDamage(error) ? new RoomDamaged(`${room} cannot be read`, { cause: error }) : error
  }
}

function loadRoom(statements: Statements, room: string): StoredRoom | null {
  const row = statements.snapshot.get(room)
  const snapshot = row ? { seq: Number(row.seq), body: String(row.body) } : null
  const events = readEvents(statements, room, { after: snapshot?.seq ?? 0, limit: -1 })
  if (snapshot === null && events.length === 0) return null
  const roots = statements.roots
    .all(room)
    .flatMap(({ chain, sealed }) => (sealed instanceof Uint8Array ? [{ chain: Number(chain), sealed }] : []))
  return { snapshot, roots, events }
}

function readEvents(
  statements: Statements,
  room: string,
  { after, limit }: { after: number; limit: number },
): readonly LoggedEvent[] {
  const rows = statements.events.all(room, after, limit)
  return rows.map(({ body }, at) => {
    const seq = after + 1 + at
    const event: LoggedEvent | null = parsed(String(body), JSON.parse)
    if (event?.seq !== seq) throw new RoomDamaged(`${room}: event ${seq} cannot be read`)
    return event
  })
}

/** One that cannot be read is left out: it is missing in a list, and in no game's way. */
function readGames(rows: readonly Record<string, unknown>[]): readonly PlayedGame[] {
  return rows.flatMap(({ body }) => {
    const game: PlayedGame | null = parsed(String(body), JSON.parse)
    return game ? [game] : []
  })
}

/** What `parse` makes of a text; `null` for one that is no JSON. */
function parsed<T>(text: string, parse: (text: string) => T): T | null {
  try {
    return parse(text)
  } catch {
    return null
  }
}

function gameTotals({ game, ...row }: Record<string, unknown>): readonly GameTotals[] {
  const id = String(game)
  const [games, wins, dice] = [Number(row.games), Number(row.wins), Number(row.dice)]
  const [over, variance12] = [Number(row.over), Number(row.variance12)]
  return isGameId(id) ? [{ game: id, games, wins, dice, over, variance12 }] : []
}

function readFaces(statements: Statements): FaceCounts {
  const counts = new Map<number, number[]>()
  for (const { sides, face, count } of statements.faces.all()) {
    const below = Array.from({ length: Number(face) - 1 }, () => 0)
    addFaces(counts, new Map([[Number(sides), [...below, Number(count)]]]))
  }
  return counts
}
