import { type Server as HttpServer, type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { FRAME_MAX_BYTES } from '@diceroom/shared/protocol/limits.ts'
import { rejection } from '@diceroom/shared/protocol/rejections.ts'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { RateLimit } from '../../sessions/rate-limit.ts'
import type { ConnectionLimit } from '../connection-limit.ts'
import { type AllowedOrigins, isAllowedOrigin } from './origin.ts'
import { PlainConnection } from './plain-connection.ts'
import { errorFrame, type Refused, type Wire, type WireEar, type WireRequest } from './wire.ts'

/** Larger messages are not even read to their end: the connection is closed with 1009. */
const READ_MAX_BYTES = 1.5 * 1024 * 1024
const PING_EVERY_MS = 25_000
/** How long a connection may take to end, in ms. */
const FAREWELL_MS = 1000
/** Close code of a server that starts again (RFC 6455, 7.4.2: IANA registry). */
const SERVICE_RESTART = 1012
const POLICY_VIOLATION = 1008

export interface WireRouterOptions {
  readonly wires: readonly Wire[]
  readonly allowedOrigins: AllowedOrigins
  readonly rateLimit: { readonly perSecond: number; readonly burst: number }
  readonly limit: ConnectionLimit
  /** Where a request really comes from, proxies that are trusted taken away. */
  readonly addressOf: (request: IncomingMessage) => string
  /** Whether another gateway answers upgrades of this URL, as it stands in the request. */
  readonly isElsewhere: (url: string) => boolean
  readonly now: () => number
  readonly pingEveryMs?: number
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly onError: (error: unknown) => void
}

/**
 * Serves every wire that is spoken by plain WebSocket: finds it by the path, refuses before accepting where it has to,
 * and holds each connection to the limits. `close` ends them all.
 */
export function wireRouter(http: HttpServer, options: WireRouterOptions): { close: () => void } {
  const agreed = new WeakMap<IncomingMessage, string>()
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: READ_MAX_BYTES,
    handleProtocols: (_offered, request) => agreed.get(request) ?? false,
  })
  const served = new Map<PlainConnection, WireEar>()

  http.on('upgrade', (message, stream, head) => {
    if (options.isElsewhere(message.url ?? '')) return
    const request = requestOf(message, options)
    const isBroken = () => stream.destroy()
    stream.on('error', isBroken)
    if (request === null) return turnAway(stream, NOTHING)
    welcome(request)
      .then(wire => {
        if (stream.destroyed) return
        if ('status' in wire) return turnAway(stream, wire)
        // Asked again: others may have come meanwhile.
        if (!options.limit.hasRoomFor(request.address)) return turnAway(stream, TOO_MANY)
        const protocol = wire.protocol?.(request.protocols)
        if (protocol !== undefined) agreed.set(message, protocol)
        stream.off('error', isBroken)
        server.handleUpgrade(message, stream, head, socket =>
          serve(wire, { socket, request, connection: new PlainConnection(socket, stream) }),
        )
      })
      .catch(error => {
        options.onError(error)
        stream.destroy()
      })
  })

  /** The wire that a request asks for, or why it is refused. */
  async function welcome(request: WireRequest): Promise<Wire | Refused> {
    const wire = options.wires.find(one => one.match(request.path))
    if (!wire) return NOTHING
    if (!isAllowedOrigin(request.headers, options.allowedOrigins)) {
      const origin = String(request.headers.origin)
      return { status: 403, error: rejection('forbidden', `Pages of ${origin} may not connect.`) }
    }
    if (!options.limit.hasRoomFor(request.address)) return TOO_MANY
    return (await wire.admit?.(request)) ?? wire
  }

  function serve(
    wire: Wire,
    opened: { socket: WebSocket; request: WireRequest; connection: PlainConnection },
  ): void {
    const { socket, request, connection } = opened
    const ear = wire.open(connection, request)
    options.limit.opened(request.address)
    options.onOpen()
    served.set(connection, ear)
    listen({ socket, connection, ear }, options)
    socket.on('close', () => {
      options.limit.closed(request.address)
      served.delete(connection)
      ear.closed()
      options.onClose()
    })
  }

  const pings = setInterval(() => {
    for (const connection of served.keys()) connection.ping()
  }, options.pingEveryMs ?? PING_EVERY_MS)

  return {
    close() {
      clearInterval(pings)
      for (const [connection, ear] of served) {
        ear.closing?.()
        connection.close(SERVICE_RESTART, 'The server restarts.')
      }
      setTimeout(() => {
        for (const connection of served.keys()) connection.drop()
      }, FAREWELL_MS).unref()
    },
  }
}

const NOTHING: Refused = { status: 404, error: rejection('unknown_request', 'There is nothing here.') }
const TOO_MANY: Refused = {
  status: 429,
  error: rejection('rate_limited', 'Too many connections from this address.'),
}

/** Hands on what comes, within the limits. */
function listen(
  { socket, connection, ear }: { socket: WebSocket; connection: PlainConnection; ear: WireEar },
  { rateLimit, now }: WireRouterOptions,
): void {
  const limit = new RateLimit(rateLimit, now())
  const refuse = (error: ReturnType<typeof rejection>, text: string) => {
    if (ear.refused) ear.refused(error, text)
    else connection.send(errorFrame(error))
  }
  const flooded = () => connection.close(POLICY_VIOLATION, 'Too many messages.')
  socket.on('message', (data, isBinary) => {
    // What comes after our farewell is not for us any more.
    if (!connection.isOpen) return
    connection.isAlive = true
    const bytes = bytesOf(data)
    const text = isBinary ? '' : bytes.toString('utf8', 0, FRAME_MAX_BYTES)
    const verdict = limit.take(now())
    if (verdict !== 'pass') {
      refuse(rejection('rate_limited', 'Too many messages. Please slow down.'), text)
      if (verdict === 'close') flooded()
    } else if (bytes.length > FRAME_MAX_BYTES) {
      refuse(rejection('too_large', `A message has at most ${FRAME_MAX_BYTES} bytes.`), text)
    } else if (!isBinary) ear.text(text)
    else if (ear.bytes) ear.bytes(bytes)
    else refuse(rejection('bad_request', 'Messages here are text frames.'), text)
  })
  const aliveSign = () => {
    connection.isAlive = true
    if (connection.isOpen && limit.take(now()) === 'close') flooded()
  }
  socket.on('ping', aliveSign)
  socket.on('pong', aliveSign)
  // What ws finds wrong with a frame it tells the client by the close code.
  socket.on('error', () => {})
}

const bytesOf = (data: RawData): Buffer =>
  Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)

/** `null` for a URL that cannot be read. */
function requestOf(message: IncomingMessage, { addressOf }: WireRouterOptions): WireRequest | null {
  const url = URL.parse(message.url ?? '', 'http://here')
  const path = url && decoded(url.pathname)
  if (!url || path === null) return null
  const offered = message.headers['sec-websocket-protocol'] ?? ''
  return {
    path,
    query: url.searchParams,
    headers: message.headers,
    protocols: offered.split(',').flatMap(name => (name.trim() === '' ? [] : [name.trim()])),
    address: addressOf(message),
  }
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Answers an upgrade as HTTP, and ends the connection, whether the other end does or not. */
function turnAway(stream: Duplex, { status, error }: Refused): void {
  const body = JSON.stringify({ error })
  stream.once('finish', () => stream.destroy())
  stream.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}
