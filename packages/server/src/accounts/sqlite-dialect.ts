import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Asked, Parameter } from '../stores/sqlite-ask.ts'

export type AskLater = (sql: string, parameters: readonly Parameter[]) => Promise<Asked>

/** Has Kysely's statements done by `ask`, one by one: a transaction over several turns would stop every room. */
export const dialectOn = (ask: AskLater): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: database => new SqliteIntrospector(database),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createDriver: () => ({
    init: async () => {},
    acquireConnection: async () => new AskingConnection(ask),
    beginTransaction: noTransactions,
    commitTransaction: noTransactions,
    rollbackTransaction: noTransactions,
    releaseConnection: async () => {},
    destroy: async () => {},
  }),
})

class AskingConnection implements DatabaseConnection {
  private readonly ask: AskLater

  constructor(ask: AskLater) {
    this.ask = ask
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.ask(sql, parameters.map(parameter))
    return { rows: rows as Row[], numAffectedRows: BigInt(changes) }
  }

  // biome-ignore lint/correctness/useYield: there is nothing to give
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('rows are not streamed here')
  }
}

async function noTransactions(): Promise<void> {
  throw new Error('there are no transactions here')
}

function parameter(value: unknown): Parameter {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  throw new Error(`${typeof value} is no value of SQLite`)
}
