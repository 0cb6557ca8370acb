import { randomInt } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import proxyAddr from '@fastify/proxy-addr'
import type { Logger } from 'pino'
import type { AccountHouse } from './app-accounts.ts'
import { personOf } from './app-accounts.ts'
import type { RoomsHouse } from './app-rooms.ts'
import type { Config } from './config.ts'
import { ConnectionLimit } from './gateways/connection-limit.ts'
import type { HttpOptions } from './gateways/http.ts'
import { SOCKET_IO_PATH, socketIoGateway } from './gateways/socket-io.ts'
import { gameWire } from './gateways/wires/game.ts'
import { olderWires } from './gateways/wires/older-wires.ts'
import { wireRouter } from './gateways/wires/router.ts'
import { v1Wire } from './gateways/wires/v1.ts'
import type { Metrics } from './ops/metrics.ts'
import { catchUp } from './rooms/catch-up.ts'
import { createRoom } from './rooms/create-room.ts'
import { listRooms, publicSeats } from './rooms/directory.ts'
import { transcript } from './rooms/transcript.ts'
import { MessageHandler } from './sessions/handle-message.ts'
import type { LobbyChat } from './sessions/lobby-chat.ts'
import type { LobbyPeople } from './sessions/lobby-people.ts'
import { profileOf } from './sessions/profile.ts'
import { AddressRateLimit } from './sessions/rate-limit.ts'
import { Reports } from './sessions/reports.ts'
import { type RequestContext, unsubscribe } from './sessions/request-context.ts'
import type { RoomDoors } from './sessions/room-doors.ts'
import type { SeatTickets } from './sessions/seat-tickets.ts'
import type { Session } from './sessions/session.ts'
import { roomForVisitors } from './sessions/visits.ts'

/** What the gateways lead to. */
export interface House extends RoomsHouse, AccountHouse {
  readonly config: Config
  readonly log: Logger
  readonly metrics: Metrics
  readonly chat: LobbyChat
  readonly people: LobbyPeople
  /** What room codes are derived with. */
  readonly codeKey: Uint8Array
  /** How many rooms each address may make. */
  readonly roomLimit: AddressRateLimit
  readonly doors: RoomDoors
  readonly tickets: SeatTickets
  readonly now: () => number
  readonly onError: (error: unknown) => void
}

type Doors = Omit<HttpOptions, 'log' | 'clientFolder' | 'publicUrl' | 'trustedProxies' | 'shareAddress'>

/** What the pages over HTTP ask of the house; a part of `createApp`. */
export function httpDoors(house: House): Doors {
  const { rooms, presence, isAttended, accounts, desk, metrics, chat, people, codeKey, now } = house
  const { cache, store } = rooms
  const positionLimit = new AddressRateLimit(house.config.rateLimit)
  const talkLimit = new AddressRateLimit(house.config.rateLimit)
  return {
    isReady: () =>
      store.ping().then(
        () => true,
        () => false,
      ),
    metrics: () => metrics.page(),
    rooms: () => listRooms(cache, isAttended),
    mayCreateRoom: address => house.roomLimit.take(address, now()),
    async createRoom({ id, game, options, private: isPrivate }) {
      const mark = { player: 'http', id, hash: '' }
      const made = await createRoom(rooms, codeKey, {
        game,
        options,
        settings: { clock: house.config.defaultClock, private: isPrivate },
        mark,
      })
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
    refusedReader: (code, headers) => house.doors.refusedReader(code, headers),
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
  }
}

/** Opens every way by which connections come, on one port; a part of `createApp`. */
export function openConnections(http: Server, house: House): { close: () => Promise<void> } {
  const { config, metrics, onError } = house
  const shared = {
    allowedOrigins: config.allowedOrigins,
    rateLimit: config.rateLimit,
    limit: new ConnectionLimit(config.connectionsPerAddress),
    addressOf: addressReader(config.trustedProxies),
    now: house.now,
    onError,
  }
  const players = playersOf(house)
  const wires = wireRouter(http, {
    ...shared,
    wires: [v1Wire(players), ...wiresOfBefore(house)],
    isElsewhere: path => path.startsWith(SOCKET_IO_PATH),
    onOpen: () => metrics.connectionOpened(),
    onClose: () => metrics.connectionClosed(),
  })
  const sockets = socketIoGateway(http, {
    ...shared,
    ...players,
    onOpen(session) {
      metrics.connectionOpened()
      players.onOpen(session)
    },
    onClose(session) {
      metrics.connectionClosed()
      players.onClose(session)
    },
  })
  return {
    async close() {
      wires.close()
      await sockets.close()
    },
  }
}

/** What becomes of a connection that is a player, whichever wire it speaks. */
function playersOf(house: House) {
  const { rooms, audience, presence, accounts, identities, logins, metrics, codeKey, log, onError } = house
  const { config, doors, tickets, talk, now } = house
  const context: RequestContext = {
    rooms,
    audience,
    presence,
    codeKey,
    accounts,
    defaults: { clock: config.defaultClock },
    tickets,
    doors,
    talk,
    reports: new Reports(report => {
      metrics.countReport()
      log.warn({ report }, 'a player reports what was said')
    }, now),
  }
  const messages = new MessageHandler({
    ...context,
    count: (request, outcome) => metrics.countRequest(request, outcome),
    onBug: (error, request) => log.error({ err: error, request }, 'a request failed'),
  })
  return {
    identities,
    now: house.now,
    answer: (session: Session, name: string, payload: unknown) => messages.answer(session, name, payload),
    onOpen: (session: Session) => logins.opened(session),
    onClose(session: Session) {
      logins.closed(session)
      for (const room of [...audience.roomsOf(session)]) unsubscribe(context, room, session)
    },
    onError,
  }
}

function wiresOfBefore({ rooms, visits, accounts, logins, chat, people, roomLimit, now, onError }: House) {
  return [
    gameWire({
      roomFor: (name, address) => roomForVisitors({ rooms }, name, () => roomLimit.take(address, now())),
      visit: (room, visitor) => visits.begin(room, visitor),
      onError,
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
  ]
}

/** Who is behind a request, where some proxies are trusted to say so. */
function addressReader(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  if (trustedProxies.length === 0) return request => request.socket.remoteAddress ?? ''
  const trust = proxyAddr.compile([...trustedProxies])
  return request => proxyAddr(request, trust) ?? ''
}
