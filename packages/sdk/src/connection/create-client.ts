import { Client } from './client.ts'
import { browserEnvironment } from './environment.ts'
import { socketIoTransport } from './socket-io.ts'

/** A page's client of the server that the page came from. It connects at once. */
export const createClient = (): Client =>
  new Client({ transport: socketIoTransport(), environment: browserEnvironment() })
