import { anyEnvironment } from '../connection/any-environment.ts'
import type { Storage } from '../connection/environment.ts'
import { lazyTransport } from '../connection/lazy-transport.ts'
import type { Transport } from '../connection/transport.ts'
import { webSocketTransport } from '../connection/web-socket.ts'
import { DiceClient } from './dice-client.ts'

export interface ConnectOptions {
  /** Where the server is, as `https://dice.example`; in a browser the page's own origin if left out. */
  readonly url?: string
  /** Who one is, from an earlier `client.token`; without it the storage knows, or one comes as a new guest. */
  readonly token?: string
  /** What others at the table see. */
  readonly name?: string
  /**
   * `socket.io` falls back to long-polling where there is no WebSocket; `websocket` is plain WebSocket, and loads no
   * Socket.IO. Default: `socket.io`
   */
  readonly transport?: 'socket.io' | 'websocket'
  /** What becomes of a request while the connection is `connecting`: it fails with `NotOpen`, or waits. Default: `fail` */
  readonly whenNotOpen?: 'fail' | 'wait'
  /** Keeps the token, the name and the seeds for the dice. Default: the browser's, or in Node the memory */
  readonly storage?: Storage
  /** How many messages of a room may wait for their reader before a `standing` replaces them. Default: 1,000 */
  readonly pendingMax?: number
}

/** Connects to a server, and goes on until `close`. It is `connecting` at first: see `ready`. */
export function connect({
  url,
  transport = 'socket.io',
  storage,
  ...options
}: ConnectOptions = {}): DiceClient {
  const origin = originOf(url ?? globalThis.location?.origin)
  return new DiceClient({
    transport: transport === 'websocket' ? webSocketTransport(origin) : fetchedSocketIo(origin),
    environment: anyEnvironment(storage),
    ...options,
  })
}

/** Throws where it is none, rather than trying to connect to it for ever. */
function originOf(url: string | undefined): string {
  const { protocol, origin } = URL.parse(url ?? '') ?? {}
  if (origin !== undefined && (protocol === 'http:' || protocol === 'https:')) return origin
  throw new TypeError(`url: where the server is, as https://dice.example, not ${JSON.stringify(url)}`)
}

const fetchedSocketIo = (origin: string): Transport =>
  lazyTransport(async () => (await import('../connection/socket-io.ts')).socketIoTransport(origin))
