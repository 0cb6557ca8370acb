import { randomInt } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { HEARTBEAT_MS } from '@diceroom/shared/protocol/limits.ts'
import proxyAddr from '@fastify/proxy-addr'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { Passwords } from './accounts/passwords.ts'
import { accountHouse, personOf } from './app-accounts.ts'
import { claim, openStorage } from './app-storage.ts'
import type { Config } from './config.ts'
import { ConnectionLimit } from './gateways/connection-limit.ts'
import { httpGateway } from './gateways/http.ts'
import { SOCKET_IO_PATH, socketIoGateway } from './gateways/socket-io.ts'
import { gameWire } from './gateways/wires/game.ts'
import { olderWires } from './gateways/wires/older-wires.ts'
import { wireRouter } from './gateways/wires/router.ts'
import { v1Wire } from './gateways/wires/v1.ts'
import { addressesOf } from './ops/banner.ts'
import { Metrics } from './ops/metrics.ts'
import { catchUp } from './rooms/catch-up.ts'
import { createRoom } from './rooms/create-room.ts'
import { Deadlines } from './rooms/deadlines.ts'
import { listRooms, publicSeats } from './rooms/directory.ts'
import { execute, type RoomService } from './rooms/execute.ts'
import { startHousekeeping } from './rooms/housekeeping.ts'
import type { SecretsOf } from './rooms/live-room.ts'
import { RoomCache } from './rooms/room-cache.ts'
import { RoomSecrets } from './rooms/room-secrets.ts'
import { transcript } from './rooms/transcript.ts'
import { Audience } from './sessions/audience.ts'
import { broadcast } from './sessions/broadcast.ts'
import { MessageHandler } from './sessions/handle-message.ts'
import { startHeartbeat } from './sessions/heartbeat.ts'
import { LobbyChat } from './sessions/lobby-chat.ts'
import { LobbyPeople } from './sessions/lobby-people.ts'
import { Presence } from './sessions/presence.ts'
import { profileOf } from './sessions/profile.ts'
import { AddressRateLimit } from './sessions/rate-limit.ts'
import { unsubscribe } from './sessions/requests.ts'
import { derivedKey, secretKey } from './sessions/secret-key.ts'
import type { Session } from './sessions/session.ts'
import { roomForVisitors, Visits } from './sessions/visits.ts'
import type { RoomStore } from './stores/room-store.ts'
import { askMemory } from './stores/sqlite-ask.ts'

export interface AppOptions {
  readonly config: Config
  readonly log: Logger
  /** The built page; `null` where another server serves it. */
  readonly clientFolder: string | null
  /** How many deals a chain of secrets is good for; fewer in tests. */
  readonly chainLength?: number
  /** Another way to hash passwords, for tests. */
  readonly passwords?: Passwords
  /** Another store than the configured one, for tests. */
  readonly store?: RoomStore
  readonly now?: () => number
  readonly heartbeatMs?: number
}

export interface App {
  /** Begins to listen; gives the port. */
  listen(): Promise<number>
  /** Tells the clients to come back, waits for what is under way, and ends. */
  close(): Promise<void>
}

/** Puts the house together. The only place that knows which adapter is behind which port. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log, clientFolder, now = Date.now, heartbeatMs = HEARTBEAT_MS } = options
  const { passwords = new Passwords() } = options
  const chain = options.chainLength === undefined ? {} : { chainLength: options.chainLength }
  const logError = (error: unknown) => log.error(error)
  const key = secretKey(config.dataFolder)
  const { store, ask } = options.store ? { store: options.store, ask: askMemory() } : openStorage(config)
  const rootKey = derivedKey(key, 'roots')
  const secretsOf: SecretsOf = (room, roots) => new RoomSecrets({ room, roots, key: rootKey, ...chain })
  await claim(store, key, config)
  const cache = new RoomCache({
    store,
    secretsOf,
    now,
    onLoad: live => deadlines.watch(live.committed),
    onDamaged: logError,
  })
  const audience = new Audience()
  const metrics = new Metrics({ roomsInMemory: () => cache.all.length })
  const rooms: RoomService = {
    cache,
    store,
    secretsOf,
    now,
    publish(committed) {
      broadcast(audience, committed)
      visits.committed(committed)
      deadlines.watch(committed.after)
      if (committed.after.seats !== committed.before.seats) presence.changed(committed.after.room)
    },
  }
  const deadlines = new Deadlines({
    execute: (room, command) => execute(rooms, room, { command, mark: null }),
    onError: logError,
  })
  const presence = new Presence({
    audience,
    awayMs: config.awayMs,
    stateOf: async room => (await cache.load(room))?.committed ?? null,
    onGone(room, player) {
      execute(rooms, room, { command: { type: 'leave', player, reason: 'gone' }, mark: null }).catch(
        error => {
          logError(error)
          // Wait once more: the seat is given up when it can be written down.
          presence.changed(room)
        },
      )
    },
  })
  const chat = new LobbyChat()
  const house = accountHouse({ ask, key, store, cache, chat, config, now, passwords, onError: logError })
  const { accounts, identities, logins, desk } = house
  const codeKey = derivedKey(key, 'room codes')
  const context = { rooms, audience, presence, codeKey, accounts }
  const visits = new Visits(context)
  const messages = new MessageHandler({
    ...context,
    count: (request, outcome) => metrics.countRequest(request, outcome),
    onBug: (error, request) => log.error({ err: error, request }, 'a request failed'),
  })
  const roomLimit = new AddressRateLimit(config.rateLimit)
  const positionLimit = new AddressRateLimit(config.rateLimit)
  const talkLimit = new AddressRateLimit(config.rateLimit)
  const isAttended = (room: string) => audience.in(room).size > 0
  const people = new LobbyPeople()

  const http: FastifyInstance = await httpGateway({
    log,
    clientFolder,
    publicUrl: config.publicUrl,
    shareAddress: () => config.publicUrl ?? addressesOf(config.host, portOf(http, config)).lan[0] ?? null,
    trustedProxies: config.trustedProxies,
    isReady: () =>
      store.ping().then(
        () => true,
        () => false,
      ),
    metrics: () => metrics.page(),
    rooms: () => listRooms(cache, isAttended),
    mayCreateRoom: address => roomLimit.take(address, now()),
    async createRoom({ id, game, options, private: isPrivate }) {
      const mark = { player: 'http', id, hash: '' }
      const made = await createRoom(rooms, codeKey, { game, options, settings: { private: isPrivate }, mark })
      // In memory it is listed.
      if (made.ok) await cache.load(made.value)
      return made
    },
    async room(code) {
      const live = await cache.load(code)
      if (live === null) return null
      const spectators = presence.spectators(live.committed)
      const standing = catchUp(live, 'spectator', { since: null, spectators })
      return 'state' in standing ? standing.state : null
    },
    async figures() {
      const counts = await store.faceCounts()
      return { dice: [...counts].map(([sides, faces]) => ({ sides, faces })) }
    },
    async person(name, headers) {
      const login = await accounts.ofRequest(headers)
      return profileOf({ accounts, store }, name, login?.account.player ?? null)
    },
    desk,
    transcript: (code, page) => transcript(rooms, code, page),
    lobbyLines: () => chat.lines,
    async sayInLobby(text, headers) {
      const login = await accounts.ofRequest(headers)
      chat.say({ at: now(), text, name: login?.account.name ?? null })
    },
    maySayInLobby: address => talkLimit.take(address, now()),
    people() {
      const seats = publicSeats(cache, isAttended)
      return people.listed(player => seats.get(player))
    },
    older: {
      position: () => randomInt(1, 7),
      mayAskPosition: address => positionLimit.take(address, now()),
    },
  })
  const limit = new ConnectionLimit(config.connectionsPerAddress)
  const addressOf = addressReader(config.trustedProxies)
  /** What becomes of a connection that is a player, whichever wire it speaks. */
  const players = {
    identities,
    now,
    answer: (session: Session, name: string, payload: unknown) => messages.answer(session, name, payload),
    onOpen: (session: Session) => logins.opened(session),
    onClose(session: Session) {
      logins.closed(session)
      for (const room of [...audience.roomsOf(session)]) unsubscribe(context, room, session)
    },
    onError: logError,
  }
  const wires = wireRouter(http.server, {
    wires: [
      v1Wire(players),
      gameWire({
        roomFor: (name, address) => roomForVisitors(context, name, () => roomLimit.take(address, now())),
        visit: (room, visitor) => visits.begin(room, visitor),
        onError: logError,
      }),
      ...olderWires({
        chat,
        people,
        async personOf(headers) {
          const login = await accounts.ofRequest(headers)
          return login && personOf(login)
        },
        logins,
        now,
      }),
    ],
    allowedOrigins: config.allowedOrigins,
    rateLimit: config.rateLimit,
    limit,
    addressOf,
    isElsewhere: path => path.startsWith(SOCKET_IO_PATH),
    now,
    onOpen: () => metrics.connectionOpened(),
    onClose: () => metrics.connectionClosed(),
    onError: logError,
  })
  const sockets = socketIoGateway(http.server, {
    ...players,
    rateLimit: config.rateLimit,
    limit,
    addressOf,
    allowedOrigins: config.allowedOrigins,
    onOpen(session) {
      metrics.connectionOpened()
      players.onOpen(session)
    },
    onClose(session) {
      metrics.connectionClosed()
      players.onClose(session)
    },
  })
  const stopHeartbeat = startHeartbeat({
    audience,
    now,
    everyMs: heartbeatMs,
    seqOf: room => cache.peek(room)?.committed.seq ?? null,
  })
  const { idleMs } = config
  const stopHousekeeping = startHousekeeping({ rooms, idleMs, isAttended, onError: logError })

  return {
    async listen() {
      const port = await listen(http, config)
      house.warmUp().catch(logError)
      return port
    },
    async close() {
      stopHousekeeping()
      stopHeartbeat()
      presence.end()
      deadlines.end()
      wires.close()
      await sockets.close()
      await http.close()
      await Promise.allSettled(cache.all.map(live => live.settled))
      await store.close()
    },
  }
}

async function listen(http: FastifyInstance, config: Config): Promise<number> {
  await http.listen({ host: config.host, port: config.port })
  return portOf(http, config)
}

/** The port that is listened on, also where any free one was asked for. */
function portOf(http: FastifyInstance, { port }: Config): number {
  const address = http.server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

/** Who is behind a request, where some proxies are trusted to say so. */
function addressReader(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  if (trustedProxies.length === 0) return request => request.socket.remoteAddress ?? ''
  const trust = proxyAddr.compile([...trustedProxies])
  return request => proxyAddr(request, trust) ?? ''
}
