import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { GAME_IDS, gameOf } from '@diceroom/shared/games/registry.ts'
import { complaintOf, PLAINLY } from '@diceroom/shared/protocol/complaint.ts'
import { FRAME_MAX_BYTES } from '@diceroom/shared/protocol/limits.ts'
import { type Refusal, type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import type { Result } from '@diceroom/shared/result.ts'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { z } from 'zod'
import { refusalFor } from '../sessions/handle-message.ts'
import { type AccountRoutesOptions, addAccountRoutes } from './account-routes.ts'
import { addLobby, type LobbyRoutesOptions } from './lobby-routes.ts'
import { addOlderHttp, type OlderHttpOptions } from './older-http.ts'
import { addPeople, type PeopleOptions } from './people-routes.ts'
import { statusOf } from './status.ts'

/** Addresses of the page that are there whatever is kept. Whether there is such a person, the page says. */
const PAGES = [
  '/fairness',
  '/games',
  '/connection',
  '/log-in',
  '/sign-up',
  '/log-out',
  '/account',
  '/people/:name',
]
/** How long a request may take to arrive, in ms. */
const REQUEST_WITHIN_MS = 30_000
/** Whatever fits into a URL may be looked up, and is found not to be a room. */
const PARAM_MAX = 16 * 1024

/** What the pages over HTTP ask of the house. */
export interface HttpOptions extends PeopleOptions, AccountRoutesOptions, LobbyRoutesOptions {
  readonly log: FastifyBaseLogger
  /** The built page; `null` where another server serves it (development). */
  readonly clientFolder: string | null
  readonly publicUrl: string | null
  readonly trustedProxies: readonly string[]
  /** Where other people's devices find this server; `null` where nobody can say. */
  readonly shareAddress: () => string | null
  readonly isReady: () => Promise<boolean>
  readonly metrics: () => Promise<{ type: string; body: string }>
  readonly rooms: () => readonly unknown[]
  /** Whether one more room may be made from this address now. */
  readonly mayCreateRoom: (address: string) => boolean
  readonly createRoom: (wish: {
    id: string
    game: string
    options: unknown
    private: boolean
  }) => Promise<Result<string, Rejection>>
  /** What a spectator may see of a room; `null` if there is none. */
  readonly room: (code: string) => Promise<unknown>
  /** Why whoever sends these headers may not read a room; `null` where they may. */
  readonly refusedReader: (code: string, headers: IncomingHttpHeaders) => Promise<Refusal | null>
  /** Every die that was ever rolled here. */
  readonly figures: () => Promise<unknown>
  readonly transcript: (code: string, page: { after: number; limit: number }) => Promise<unknown>
  readonly older: OlderHttpOptions
}

const NewRoom = z.strictObject({
  game: z.string().max(32),
  options: z.record(z.string(), z.unknown()).optional(),
  private: z.boolean().optional(),
})

const Page = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(10_000),
})

/** The HTTP side of the one port: page, API, health. `listen` it; its `server` is where sockets attach. */
export async function httpGateway(options: HttpOptions): Promise<FastifyInstance> {
  const { trustedProxies } = options
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: FRAME_MAX_BYTES,
    forceCloseConnections: true,
    // Some programs offer to go on in another protocol (h2c) with everything that they ask; they are answered in this one.
    http: { shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket' },
    requestTimeout: REQUEST_WITHIN_MS,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: PARAM_MAX },
    frameworkErrors: (error, _request, reply) => failed(error, reply),
  })
  await app.register(helmet, securityHeaders(options.publicUrl))
  app.setErrorHandler((error, _request, reply) => failed(error, reply))
  addHealth(app, options)
  addApi(app, options)
  addPeople(app, options)
  addAccountRoutes(app, options)
  addLobby(app, options)
  addOlderHttp(app, options.older)
  if (options.clientFolder !== null) await addPage(app, options, options.clientFolder)
  app.setNotFoundHandler((request, reply) => {
    // A browser is shown the page, which says the same in its own words.
    const isForPeople = request.headers.accept?.includes('text/html') && options.clientFolder !== null
    return isForPeople
      ? reply.code(404).sendFile('index.html')
      : send(reply, 404, refuse('unknown_request', 'There is nothing here.'))
  })
  return app
}

function securityHeaders(publicUrl: string | null) {
  const isHttps = publicUrl?.startsWith('https:') ?? false
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' as const },
    frameguard: { action: 'deny' as const },
    // These mean something only on https, and on a LAN by plain http browsers complain about them.
    hsts: isHttps,
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
  }
}

function addHealth(app: FastifyInstance, { isReady, metrics }: HttpOptions): void {
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    if (await isReady()) return { ok: true }
    return send(reply, 503, refuse('storage_unavailable', 'The storage cannot be written to.'))
  })
  app.get('/metrics', async (_request, reply) => {
    const { type, body } = await metrics()
    return reply.type(type).send(body)
  })
}

function addApi(app: FastifyInstance, options: HttpOptions): void {
  app.get('/api/games', async () => ({ games: GAME_IDS.map(describeGame) }))
  app.get('/api/address', async () => ({ url: options.shareAddress() }))
  app.get('/api/rooms', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { rooms: options.rooms() }
  })
  app.get('/api/figures', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return options.figures()
  })
  app.post('/api/rooms', async (request, reply) => {
    if (!options.mayCreateRoom(request.ip))
      return send(reply, 429, refuse('rate_limited', 'Too many rooms. Please slow down.'))
    const wish = NewRoom.safeParse(request.body, PLAINLY)
    if (!wish.success) return send(reply, 400, refuse('bad_request', complaintOf(wish.error)))
    const { game, options: gameOptions, private: isPrivate = false } = wish.data
    const id = randomBytes(16).toString('base64url')
    const made = await options.createRoom({ id, game, options: gameOptions, private: isPrivate })
    if (!made.ok) return send(reply, statusOf(made.error), made)
    const base = options.publicUrl ?? `${request.protocol}://${request.host}`
    return reply.code(201).send({ room: made.value, url: `${base}/r/${made.value}` })
  })
  // What only some may read is kept by nobody on the way.
  const forReaders = async (request: RoomRequest, reply: FastifyReply) => {
    const refused = await options.refusedReader(normalizeCode(request.params.room), request.headers)
    if (refused) {
      reply.header('cache-control', 'no-store')
      return send(reply, statusOf(refused.error), refused)
    }
  }
  app.get('/api/rooms/:room', { preHandler: forReaders }, async (request: RoomRequest, reply) => {
    const room = await options.room(normalizeCode(request.params.room))
    return room ?? noRoom(reply)
  })
  app.get('/api/rooms/:room/transcript', { preHandler: forReaders }, async (request: RoomRequest, reply) => {
    const page = Page.safeParse(request.query, PLAINLY)
    if (!page.success) return send(reply, 400, refuse('bad_request', complaintOf(page.error)))
    const transcript = await options.transcript(normalizeCode(request.params.room), page.data)
    return transcript ?? noRoom(reply)
  })
}

type RoomRequest = FastifyRequest<{ Params: { room: string } }>

const noRoom = (reply: FastifyReply) => send(reply, 404, refuse('room_not_found', 'There is no such room.'))

function describeGame(id: (typeof GAME_IDS)[number]) {
  const { seats, options, move, events } = gameOf(id)
  const schemaOf = (schema: z.core.$ZodType) =>
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return { id, seats, options: schemaOf(options), move: schemaOf(move), events }
}

async function addPage(app: FastifyInstance, { room }: HttpOptions, clientFolder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: clientFolder,
    preCompressed: true,
    wildcard: false,
    index: false,
    setHeaders: cacheRules,
  })
  const page = (reply: FastifyReply) => reply.sendFile('index.html')
  app.get('/', (_request, reply) => page(reply))
  for (const path of PAGES) app.get(path, (_request, reply) => page(reply))
  const roomPage = async (request: RoomRequest, reply: FastifyReply) => {
    // The same page says in its own words what is wrong; whoever only looks at the status is told too.
    return page(reply.code(await statusOfPage(room(normalizeCode(request.params.room)))))
  }
  for (const path of ['/r/:room', '/verify/:room', '/replay/:room/:game']) app.get(path, roomPage)
}

/** Of the page of a room: 404 where there is none, or what fits the reason why it cannot be read. */
async function statusOfPage(room: Promise<unknown>): Promise<number> {
  try {
    return (await room) === null ? 404 : 200
  } catch (error) {
    const refusal = refusalFor(error).error
    if (refusal.code === 'internal') throw error
    return statusOf(refusal)
  }
}

/** Names under `assets` change with their content; everything else is asked for again. */
function cacheRules(reply: FastifyReply, path: string): void {
  const isHashed = /[\\/]assets[\\/]/.test(path)
  reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}

function failed(error: unknown, reply: FastifyReply) {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return send(reply, 413, refuse('too_large', `At most ${FRAME_MAX_BYTES} bytes.`))
  if (status >= 400 && status < 500)
    return send(reply, status, refuse('bad_request', 'This is not a valid request.'))
  const refusal = refusalFor(error)
  if (refusal.error.code === 'internal') reply.log.error(error)
  return send(reply, statusOf(refusal.error), refusal)
}

const send = (reply: FastifyReply, status: number, { error }: { error: Rejection }) =>
  reply.code(status).send({ error })
