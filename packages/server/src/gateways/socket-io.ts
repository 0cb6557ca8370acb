import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { FRAME_MAX_BYTES } from '@diceroom/shared/protocol/limits.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type {
  ClientToServerEvents,
  ServerToClientEvents,
} from '@diceroom/shared/protocol/server-to-client.ts'
import { Server, type Socket } from 'socket.io'
import { Encoder } from 'socket.io-parser'
import { WebSocketServer } from 'ws'
import type { Identities, Identity } from '../sessions/identity.ts'
import { RateLimit } from '../sessions/rate-limit.ts'
import type { Session } from '../sessions/session.ts'
import type { ConnectionLimit } from './connection-limit.ts'
import { encodeAnswer, encodeEvent, NumberedRequests, Outbox } from './frames.ts'
import { farewell, identify, welcome } from './handshake.ts'
import { type AllowedOrigins, isAllowedOrigin } from './wires/origin.ts'

/** What a gateway needs of the house; each gateway turns its wire into sessions and decides nothing. */
export interface GatewayOptions {
  readonly identities: Pick<Identities, 'identify'>
  readonly rateLimit: { readonly perSecond: number; readonly burst: number }
  readonly limit: ConnectionLimit
  readonly allowedOrigins: AllowedOrigins
  /** Where a request really comes from, proxies that are trusted taken away. */
  readonly addressOf: (request: IncomingMessage) => string
  readonly now: () => number
  readonly answer: (session: Session, name: string, payload: unknown) => Promise<unknown>
  readonly onOpen: (session: Session) => void
  readonly onClose: (session: Session) => void
  readonly onError: (error: unknown) => void
}

export const SOCKET_IO_PATH = '/socket.io/'
/** How long a connection may take to end, in ms. */
const FAREWELL_MS = 1000
/** How long the last messages may take to be fetched by those who poll, in ms. */
const LAST_WORDS_MS = 500

type NoEvents = Record<never, never>
type SocketData = { identity?: Identity }
type IoServer = Server<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>
type IoSocket = Socket<ClientToServerEvents, ServerToClientEvents, NoEvents, SocketData>

/** Serves Socket.IO on an HTTP server, WebSocket and long-polling. */
export function socketIoGateway(http: HttpServer, options: GatewayOptions): { close: () => Promise<void> } {
  const { limit } = options
  const io: IoServer = new Server(http, {
    path: SOCKET_IO_PATH,
    serveClient: false,
    // Upgrades of other paths are other gateways'.
    destroyUpgrade: false,
    parser: { Encoder, Decoder: NumberedRequests },
    maxHttpBufferSize: FRAME_MAX_BYTES,
    // Newer than engine.io's own: it ends who pings and never reads the answers.
    wsEngine: WebSocketServer,
    // A connection that is dead without having said so is noticed within 20 s.
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    allowRequest: (request, allow) => {
      const refused = isAllowedOrigin(request.headers, options.allowedOrigins)
        ? limit.hasRoomFor(options.addressOf(request)) || 'too many connections from this address'
        : 'pages from elsewhere may not connect'
      allow(refused === true ? null : refused, refused === true)
    },
  })
  const connections = new Set<IoSocket['conn']>()
  io.engine.on('connection', (connection: IoSocket['conn']) => {
    const address = options.addressOf(connection.request)
    limit.opened(address)
    connections.add(connection)
    connection.once('close', () => {
      limit.closed(address)
      connections.delete(connection)
    })
  })
  const wires = new Set<Duplex>()
  http.on('upgrade', ({ url }, wire) => {
    if (!url?.startsWith(SOCKET_IO_PATH)) return
    wires.add(wire)
    wire.once('close', () => wires.delete(wire))
  })
  io.use((socket, next) => {
    const { auth, headers } = socket.handshake
    identify({ handshake: auth, headers }, options).then(identity => {
      if (!identity.ok) return next(refusal(identity.error))
      socket.data.identity = identity.value
      next()
    })
  })
  io.on('connection', socket => {
    if (socket.data.identity) serve(socket, socket.data.identity, options)
  })

  return {
    async close() {
      const closing = farewell()
      io.emit(closing.name, closing.message)
      // One turn for the message to leave before the connections end.
      await new Promise<void>(resolve => setImmediate(resolve))
      await Promise.race([allEnd(connections), new Promise(resolve => setTimeout(resolve, LAST_WORDS_MS))])
      io.engine.close()
      // Who does not answer the farewell is not waited for.
      setTimeout(() => {
        for (const wire of wires) wire.destroy()
      }, FAREWELL_MS).unref()
    },
  }
}

/** Ends connections, and waits until everybody has heard the last message: who polls, with the next poll. */
function allEnd(connections: ReadonlySet<IoSocket['conn']>): Promise<unknown> {
  return Promise.all(
    [...connections].map(connection => {
      const over = new Promise(resolve => connection.once('close', resolve))
      connection.close()
      return over
    }),
  )
}

/** A refused handshake as Socket.IO sends it: `connect_error` with the code and the sentence in `data`. */
const refusal = (error: Rejection): Error => Object.assign(new Error(error.message), { data: error })

function serve(socket: IoSocket, identity: Identity, options: GatewayOptions): void {
  const outbox = new Outbox(socket.conn)
  const session: Session = {
    player: { id: identity.id, name: identity.name },
    login: identity.login,
    get isOpen() {
      return socket.connected
    },
    send: message => outbox.send(message.frame(encodeEvent)),
    close() {
      outbox.flush()
      socket.disconnect(true)
    },
  }
  options.onOpen(session)
  socket.on('disconnect', () => options.onClose(session))

  session.send(welcome(identity, options.now()))

  const limit = new RateLimit(options.rateLimit, options.now())
  socket.onAny((request: string, ...args: unknown[]) => {
    const acknowledge = acknowledger(outbox, args.at(-1))
    const verdict = limit.take(options.now())
    if (verdict === 'pass') {
      options.answer(session, request, args[0]).then(answer => acknowledge(answer), options.onError)
      return
    }
    acknowledge(refuse('rate_limited', 'Too many messages. Please slow down.'))
    if (verdict === 'close') session.close()
  })
}

/** How a request is answered: by its number, or as Socket.IO does it where it came with bytes. */
function acknowledger(outbox: Outbox, reply: unknown): (answer: unknown) => void {
  if (typeof reply === 'number') return answer => outbox.send(encodeAnswer(reply, JSON.stringify(answer)))
  return answer => {
    if (typeof reply === 'function') reply(answer)
  }
}
