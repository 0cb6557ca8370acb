import { pino } from 'pino'
import { Passwords } from '../accounts/passwords.ts'
import { type App, type AppOptions, createApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import type { WireName } from './lines.ts'
import { openClient, type TestClient } from './test-client.ts'

// A real server and real clients in one process, for tests.

export type { TestClient } from './test-client.ts'

export interface Table {
  readonly app: App
  readonly url: string
  connect(options?: {
    token?: string
    wire?: WireName
    headers?: Readonly<Record<string, string>>
  }): Promise<TestClient>
  close(): Promise<void>
}

/** Opens a server on a free port, keeping its rooms in memory unless told otherwise. */
export async function openTable(
  env: Record<string, string> = {},
  options: Partial<AppOptions> & { config?: Config } = {},
): Promise<Table> {
  const config =
    options.config ?? readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: 'memory:', ...env })
  // Passwords here keep nobody out, and many tests log in.
  const passwords = new Passwords({ N: 16, r: 1, p: 1 })
  const log = pino({ level: 'silent' })
  const app = await createApp({ log, clientFolder: null, passwords, ...options, config })
  const url = `http://127.0.0.1:${await app.listen()}`
  const clients: TestClient[] = []
  return {
    app,
    url,
    async connect({ token, wire = 'socket.io-websocket', headers = {} } = {}) {
      const client = await openClient(url, wire, { token, headers })
      clients.push(client)
      return client
    },
    async close() {
      for (const client of clients) client.hangUp()
      await app.close()
    },
  }
}
