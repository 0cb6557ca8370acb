import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { RoomDamaged, StorageUnavailable } from './room-store.ts'
import { openFile, reasonOf, reopenFile, sqliteCode } from './sqlite-file.ts'

/**
 * After these a connection may be of no use any more, though the disk is well again: SQLITE_READONLY, IOERR, CORRUPT,
 * CANTOPEN, PROTOCOL, NOTADB.
 */
const BROKEN: readonly number[] = [8, 10, 11, 14, 15, 26]

export interface Opened<Statements> {
  readonly database: DatabaseSync
  readonly statements: Statements
}

/**
 * The way to a database file, opened again by itself where a failure may have broken it. Only the file that was there
 * at the start is written to: what goes into one that was removed or replaced would be lost at the next start.
 */
export class SqliteConnection<Statements> {
  private readonly file: string
  private readonly prepare: (database: DatabaseSync) => Statements
  private readonly inode: number | undefined
  private opened: Opened<Statements> | null
  private isEnded = false

  /** Throws a `StartupError`. */
  constructor(file: string, prepare: (database: DatabaseSync) => Statements) {
    this.file = file
    this.prepare = prepare
    const database = openFile(file)
    this.opened = { database, statements: prepare(database) }
    this.inode = this.inodeNow()
  }

  /** Does what is to be done with the database; throws `StorageUnavailable` if it fails, or the `RoomDamaged` it throws. */
  use<T>(work: (opened: Opened<Statements>) => T): T {
    try {
      return work(this.current())
    } catch (error) {
      if (error instanceof RoomDamaged) throw error
      // A transaction that could not even be rolled back would be in the way of all others.
      if (BROKEN.includes(sqliteCode(error)) || this.opened?.database.isTransaction) this.disconnect()
      throw new StorageUnavailable(`the database failed: ${reasonOf(error)}`, { cause: error })
    }
  }

  end(): void {
    this.isEnded = true
    this.disconnect()
  }

  private current(): Opened<Statements> {
    if (this.isEnded) throw new Error('it is closed')
    if (this.inodeNow() !== this.inode) throw new Error(`${this.file} was removed or replaced`)
    if (this.opened === null) {
      const database = reopenFile(this.file)
      this.opened = { database, statements: this.prepare(database) }
    }
    return this.opened
  }

  private disconnect(): void {
    try {
      this.opened?.database.close()
    } catch {
      // It is of no use either way.
    }
    this.opened = null
  }

  private inodeNow(): number | undefined {
    return statSync(this.file, { throwIfNoEntry: false })?.ino
  }
}
