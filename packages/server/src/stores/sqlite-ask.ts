import { DatabaseSync } from 'node:sqlite'
import { migrate } from './migrations.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

export type Parameter = string | number | bigint | null

export interface Asked {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** How many rows were written. */
  readonly changes: number
}

/** Does one statement, at once and as a transaction of its own. Throws `Taken`, or `StorageUnavailable`. */
export type Ask = (sql: string, parameters: readonly Parameter[]) => Asked

/** A value is there already that may be there only once. */
export class Taken extends Error {}

/** SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE. */
const TAKEN: readonly unknown[] = [1555, 2067]

/** Asks the database of the rooms. */
export const askIn =
  (connection: SqliteConnection<unknown>): Ask =>
  (sql, parameters) => {
    const asked = connection.use(({ database }) => asking(database, sql, parameters))
    if (asked instanceof Taken) throw asked
    return asked
  }

/** Asks a database of its own, which ends with the process. */
export function askMemory(): Ask {
  const database = new DatabaseSync(':memory:')
  migrate(database)
  return (sql, parameters) => {
    const asked = asking(database, sql, parameters)
    if (asked instanceof Taken) throw asked
    return asked
  }
}

function asking(database: DatabaseSync, sql: string, parameters: readonly Parameter[]): Asked | Taken {
  const statement = database.prepare(sql)
  try {
    if (statement.columns().length === 0) {
      return { rows: [], changes: Number(statement.run(...parameters).changes) }
    }
    const rows = statement.all(...parameters)
    return { rows, changes: rows.length }
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && TAKEN.includes(error.errcode))
      return new Taken(error.message)
    throw error
  }
}
