import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartupError } from '../config.ts'
import { isDamage, isInUse, noFile, openWhole, reasonOf } from './sqlite-file.ts'

/** A database and what SQLite may have left beside it. */
const SUFFIXES = ['', '-wal', '-shm'] as const

/**
 * Writes what `database` holds at this moment to the new file `backup`, also while a server uses it. Throws a
 * `StartupError`, and leaves nothing behind, where that cannot be done.
 */
export function backUp(database: string, backup: string): void {
  if (existsSync(backup)) throw new StartupError(`${backup} is there already; choose another name.`)
  const part = copyOf(database, backup)
  renameSync(part, backup)
  flush(dirname(backup))
}

/**
 * Puts a backup in the place of `database`. What is there already is kept beside it under another name, which is given,
 * and is not touched unless `whenThere` says so; gives `null` where nothing was. Throws a `StartupError`, and changes
 * nothing, for a backup that is damaged, newer or none of this program, and while a server has the database open.
 */
export function restore(backup: string, database: string, whenThere: 'refuse' | 'replace'): string | null {
  if (!existsSync(backup)) throw noFile(backup)
  if (resolve(backup) === resolve(database)) throw new StartupError(`${backup} is the database itself.`)
  const isThere = SUFFIXES.some(suffix => existsSync(database + suffix))
  if (isThere && whenThere === 'refuse') {
    throw new StartupError(`${database} is there already; --force keeps it under another name.`)
  }
  const part = copyOf(backup, database)
  try {
    const kept = isThere ? putAside(database, part) : null
    if (kept === null) renameSync(part, database)
    flush(dirname(database))
    return kept
  } finally {
    if (existsSync(part)) rmSync(part)
  }
}

/**
 * Copies a database into one file beside where it shall be, and gives its name: whole, checked and on the disk. Whatever
 * ends this process, nothing half-written is found under the name `to`.
 */
function copyOf(from: string, to: string): string {
  const source = openWhole(from)
  const part = `${to}.${process.pid}.part`
  try {
    mkdirSync(dirname(to), { recursive: true })
    source.prepare('VACUUM INTO ?').run(part)
    endLogins(part)
    openWhole(part).close()
    flush(part)
    return part
  } catch (error) {
    if (existsSync(part)) rmSync(part)
    throw error instanceof StartupError ? error : new StartupError(`Cannot write ${to}: ${reasonOf(error)}.`)
  } finally {
    source.close()
  }
}

/**
 * Nobody is logged in by a copy. The cookies that its log-ins stand for are signed by the key, which is not in it; but
 * with the key beside it, log-ins would be good again that people have ended since.
 */
function endLogins(copy: string): void {
  const database = new DatabaseSync(copy)
  try {
    const isThere = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'account_session'").get()
    if (isThere) database.exec('PRAGMA secure_delete = ON; DELETE FROM account_session')
  } finally {
    database.close()
  }
}

/** Puts `part` in the place of `database`, which is kept under the name that is given. */
function putAside(database: string, part: string): string {
  const kept = `${database}.${new Date().toISOString().replaceAll(':', '-')}.old`
  const held = holdAlone(database)
  try {
    for (const suffix of SUFFIXES) {
      if (existsSync(database + suffix)) renameSync(database + suffix, kept + suffix)
    }
    renameSync(part, database)
    return kept
  } finally {
    held?.close()
  }
}

/**
 * Takes a database for this process alone, all of it in one file; `null` for one that is not there or too damaged to be
 * used by anybody. Throws a `StartupError` while somebody else has it open.
 */
function holdAlone(database: string): DatabaseSync | null {
  if (!existsSync(database)) return null
  const held = new DatabaseSync(database, { timeout: 0 })
  try {
    // Leaving write-ahead mode takes that nobody else has the file open.
    held.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
    return held
  } catch (error) {
    held.close()
    if (isDamage(error)) return null
    const reason = isInUse(error) ? 'it is in use. Stop the server first' : reasonOf(error)
    throw new StartupError(`Cannot replace ${database}: ${reason}.`)
  }
}

/** Waits until a file, or which files a folder has, is on the disk. */
function flush(path: string): void {
  // Windows opens no folders.
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
