import { DatabaseSync } from 'node:sqlite'

/** One row of a room's log, as it lies in the database. */
export interface Row {
  readonly seq: number
  readonly body: string
}

/** Reads the logs of these rooms from the database file, at one moment, as nobody who serves it: read-only. */
export function readLogs(file: string, rooms: Iterable<string>): ReadonlyMap<string, readonly Row[]> {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  try {
    const select = database.prepare('SELECT seq, body FROM events WHERE room = ? ORDER BY seq')
    database.exec('BEGIN')
    const rows = (room: string) =>
      select.all(room).map(row => ({ seq: Number(row.seq), body: String(row.body) }))
    return new Map([...rooms].map(room => [room, rows(room)]))
  } finally {
    database.close()
  }
}

/** How many events each of these rooms has. */
export function lastSeqs(file: string, rooms: Iterable<string>): ReadonlyMap<string, number> {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  try {
    const select = database.prepare('SELECT max(seq) AS seq FROM events WHERE room = ?')
    return new Map([...rooms].map(room => [room, Number(select.get(room)?.seq ?? 0)]))
  } finally {
    database.close()
  }
}

/** What SQLite itself finds wrong with the file; nothing, as it should be. */
export function damagesOf(file: string): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  try {
    const found = database
      .prepare('PRAGMA integrity_check')
      .all()
      .map(row => String(row.integrity_check))
    return found.filter(line => line !== 'ok')
  } finally {
    database.close()
  }
}
