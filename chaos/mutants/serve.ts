import { pino } from 'pino'
import { createApp } from '../../packages/server/src/app.ts'
import { type Config, readConfig } from '../../packages/server/src/config.ts'
import { addressesOf, banner } from '../../packages/server/src/ops/banner.ts'
import type { RoomStore } from '../../packages/server/src/stores/room-store.ts'
import { sqliteStore } from '../../packages/server/src/stores/sqlite.ts'

interface Mutation {
  readonly store?: (real: RoomStore) => RoomStore
  readonly config?: (real: Config) => Config
}

/** Serves the product with one thing wrong: what the harness has to find. */
export async function serve({ store = real => real, config = real => real }: Mutation): Promise<void> {
  const settings = config(readConfig(process.env))
  if (settings.database.kind === 'memory') throw new Error('a mutant needs a database file')
  const log = pino({ level: settings.logLevel }, pino.destination(2))
  const mutated = store(sqliteStore(settings.database.file))
  const app = await createApp({ config: settings, log, clientFolder: null, store: mutated })
  const port = await app.listen()
  process.stdout.write(banner(addressesOf(settings.host, port), settings.publicUrl))
}

/** Says yes at every `n`th call. */
export function every(n: number): () => boolean {
  let calls = 0
  return () => {
    calls += 1
    return calls % n === 0
  }
}
