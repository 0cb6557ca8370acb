import { HEARTBEAT_MS } from '@diceroom/shared/protocol/limits.ts'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { Passwords } from './accounts/passwords.ts'
import { accountHouse } from './app-accounts.ts'
import { type House, httpDoors, openConnections } from './app-gateways.ts'
import { openRooms } from './app-rooms.ts'
import { keyOf, openStorage } from './app-storage.ts'
import type { Config } from './config.ts'
import { httpGateway } from './gateways/http.ts'
import { addressesOf } from './ops/banner.ts'
import { Metrics } from './ops/metrics.ts'
import { startHousekeeping } from './rooms/housekeeping.ts'
import { startHeartbeat } from './sessions/heartbeat.ts'
import { LobbyChat } from './sessions/lobby-chat.ts'
import { LobbyPeople } from './sessions/lobby-people.ts'
import { AddressRateLimit } from './sessions/rate-limit.ts'
import { RoomDoors } from './sessions/room-doors.ts'
import { SeatTickets } from './sessions/seat-tickets.ts'
import { derivedKey } from './sessions/secret-key.ts'
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

/** Puts the house together. Only this and its parts beside it know which adapter is behind which port. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log, clientFolder, now = Date.now } = options
  const house = await openHouse(options, now)
  const { cache, store } = house.rooms
  const http: FastifyInstance = await httpGateway({
    ...httpDoors(house),
    log,
    clientFolder,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    shareAddress: () => config.publicUrl ?? addressesOf(config.host, portOf(http, config)).lan[0] ?? null,
  })
  const connections = openConnections(http.server, house)
  const stopHeartbeat = startHeartbeat({
    audience: house.audience,
    now,
    everyMs: options.heartbeatMs ?? HEARTBEAT_MS,
    seqOf: room => cache.peek(room)?.committed.seq ?? null,
  })
  const stopHousekeeping = startHousekeeping({ ...house, idleMs: config.idleMs })
  return {
    async listen() {
      const port = await listen(http, config)
      house.warmUp().catch(house.onError)
      return port
    },
    async close() {
      stopHousekeeping()
      stopHeartbeat()
      house.end()
      await connections.close()
      await http.close()
      await Promise.allSettled(cache.all.map(live => live.settled))
      await store.close()
    },
  }
}

/** Everything behind the gateways. */
async function openHouse(options: AppOptions, now: () => number): Promise<House> {
  const { config, log, chainLength, passwords = new Passwords() } = options
  const onError = (error: unknown) => log.error(error)
  const { store, ask } = options.store ? { store: options.store, ask: askMemory() } : openStorage(config)
  const key = await keyOf(store, config)
  const onBotTrouble = (trouble: unknown) => log.warn(trouble)
  const inRooms = await openRooms({ store, key, config, now, chainLength, onError, onBotTrouble })
  const { cache } = inRooms.rooms
  const chat = new LobbyChat()
  const people = accountHouse({ ask, key, store, cache, chat, config, now, passwords, onError })
  const { identities } = people
  return {
    ...inRooms,
    ...people,
    config,
    log,
    metrics: new Metrics({ roomsInMemory: () => cache.all.length }),
    chat,
    people: new LobbyPeople(),
    codeKey: derivedKey(key, 'room codes'),
    roomLimit: new AddressRateLimit(config.rateLimit),
    doors: new RoomDoors({ cache, audience: inRooms.audience, identities, now }),
    tickets: new SeatTickets(derivedKey(key, 'seat tickets')),
    now,
    onError,
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
