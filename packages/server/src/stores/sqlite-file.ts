import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartupError } from '../config.ts'
import { isOurs, migrate, SCHEMA_VERSION, versionOf } from './migrations.ts'

/** While it waits for another process, nobody is served: not for long. */
const BUSY_MS = 1000
/** Larger databases are not read from end to end at the start: that would take more than about a second. */
const CHECK_MAX_BYTES = 512 * 1024 * 1024
const READ_BYTES = 1024 * 1024

/** What SQLite says is wrong with a file that is damaged, or none of its own: SQLITE_CORRUPT, SQLITE_NOTADB. */
const DAMAGED: readonly number[] = [11, 26]
const WHAT_TO_DO =
  'Put a backup in its place (pnpm restore FILE --force), or move it away to begin anew; docs/backup.md says more.'

/** What is wrong with a file that is or was a database. */
class FileDamaged extends StartupError {}

/**
 * Opens the database of a server, made where there is none and brought up to date where it is older. Throws a
 * `StartupError` for a folder that cannot be written, and for a file that is damaged, newer, or somebody else's.
 */
export function openFile(file: string): DatabaseSync {
  try {
    return explained(file, () => {
      mkdirSync(dirname(file), { recursive: true })
      refuseLoneLog(file)
      const isChecked = sizeOf(file) <= CHECK_MAX_BYTES
      if (isChecked) readThrough(file)
      return opened(file, database => {
        refuseOthers(database, file)
        if (isChecked) refuseDamaged(database, file)
        setUp(database)
        migrate(database)
      })
    })
  } catch (error) {
    throw error instanceof FileDamaged ? new StartupError(`${error.message} ${WHAT_TO_DO}`) : error
  }
}

/** Opens the database of a server again, after a failure. Throws what SQLite throws. */
export const reopenFile = (file: string): DatabaseSync => opened(file, setUp)

/**
 * Opens a database that is there already, and changes nothing in it. Throws a `StartupError` where there is none, or one
 * that is damaged, newer, or somebody else's.
 */
export function openWhole(file: string): DatabaseSync {
  if (!existsSync(file)) throw noFile(file)
  return explained(file, () =>
    opened(file, database => {
      refuseOthers(database, file)
      refuseDamaged(database, file)
    }),
  )
}

export const noFile = (file: string): StartupError => new StartupError(`There is no file ${file}.`)

/** Whether an error says that a database is damaged, and not only unavailable. */
export const isDamage = (error: unknown): boolean => DAMAGED.includes(sqliteCode(error))

/** Whether an error says that somebody else has the database: SQLITE_BUSY. */
export const isInUse = (error: unknown): boolean => sqliteCode(error) === 5

/** SQLite's primary code of an error; 0 for any other error. */
export function sqliteCode(error: unknown): number {
  const isSqlite = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
  return isSqlite ? Number(error.errcode) & 0xff : 0
}

/** What an error says. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Opens a file and gives it once `prepare` is through with it; closes it if that fails. */
function opened(file: string, prepare: (database: DatabaseSync) => void): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_MS })
  try {
    prepare(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function setUp(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  // What somebody wants to have forgotten is written over at once; it costs next to nothing. FAST would spare whole pages.
  database.exec('PRAGMA secure_delete = ON')
  // Checkpoints copy pages that hot rooms will change again at once: let them wait for 16 MB.
  database.exec('PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536')
}

/** SQLite deletes a log that has no database: what it holds would be gone without a word. */
function refuseLoneLog(file: string): void {
  if (sizeOf(file) > 0 || sizeOf(`${file}-wal`) === 0) return
  throw new FileDamaged(
    `${file} is missing or empty, though ${file}-wal still holds what was written to it last.`,
  )
}

/**
 * Reads a file into the system's cache: a disk gives a whole file far quicker in the order of its blocks. To be done before
 * SQLite opens the file, whose locks are lifted when anybody else in this process closes it.
 */
function readThrough(file: string): void {
  if (!existsSync(file)) return
  const descriptor = openSync(file, 'r')
  const buffer = Buffer.allocUnsafe(READ_BYTES)
  while (readSync(descriptor, buffer) > 0);
  closeSync(descriptor)
}

function refuseOthers(database: DatabaseSync, file: string): void {
  if (!isOurs(database)) throw new StartupError(`${file} is a database of another program.`)
  if (versionOf(database) <= SCHEMA_VERSION) return
  throw new StartupError(`${file} was written by a newer version of this program; please update.`)
}

function refuseDamaged(database: DatabaseSync, file: string): void {
  const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (found !== 'ok')
    throw new FileDamaged(`${file} is damaged: ${String(found).trim().replaceAll('\n', ', ')}.`)
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function explained<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof StartupError) throw error
    const reason = reasonOf(error)
    if (isDamage(error)) throw new FileDamaged(`${file} is damaged: ${reason}.`)
    throw new StartupError(`Cannot use ${file}: ${reason}.`)
  }
}
