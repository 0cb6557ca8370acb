import type { RequestInput } from '@diceroom/shared/protocol/client-to-server.ts'
import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import { normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import type { Watcher } from '../store/room-store.ts'
import { Connection, type ConnectionStatus, type Watched } from './connection.ts'
import type { Cancel, Environment } from './environment.ts'
import { Identity } from './identity.ts'
import type { Line, Player } from './line.ts'
import { Outbox } from './outbox.ts'
import type { Pass, Role, RoomSession, SessionParts } from './room-session.ts'
import type { ServerMessage, Transport, Way } from './transport.ts'

/** A room that nobody looks at any more is kept so long, for whoever comes straight back. */
const LINGER_MS = 1_000

export interface ClientParts {
  readonly transport: Transport
  readonly environment: Environment
  /** Who one is, in place of whom the storage knows. */
  readonly token?: string | undefined
  /** Told when the server refuses the handshake; who does not close the client then goes on trying. */
  readonly refused?: (error: Rejection) => void
}

export interface OpenWish extends Pass {
  readonly name?: string
  readonly as?: Role
  readonly watcher?: Watcher
}

/** What the page has of the server: one connection, and a session for each room that is open. */
export class Client {
  readonly #environment: Environment
  readonly #identity: Identity
  readonly #connection: Connection
  /** Requests that belong to no room. */
  readonly #outbox: Outbox
  readonly #sessions = new Set<RoomSession>()
  readonly #lingering = new Map<RoomSession, Cancel>()
  #up: { readonly line: Line; readonly player: Player } | null = null

  constructor({ transport, environment, token, refused }: ClientParts) {
    this.#environment = environment
    this.#identity = new Identity(environment.storage, token)
    this.#outbox = new Outbox(environment)
    this.#connection = new Connection({
      transport,
      environment,
      identity: this.#identity,
      listener: {
        up: (line, player) => this.#lineUp(line, player),
        down: () => this.#lineDown(),
        refused: error => refused?.(error),
        message: message => this.#message(message),
        probe: line => this.#probe(line),
      },
    })
    environment.watch(change => {
      if (change === 'hidden') for (const session of this.#sessions) session.save()
    })
    this.#connection.start()
  }

  get status(): Watched<ConnectionStatus> {
    return this.#connection.status
  }

  /** How messages travel; `null` while there is no connection. */
  get way(): Watched<Way | null> {
    return this.#connection.way
  }

  /** What the server's clock shows, from what it has told. */
  get serverClock(): Connection['serverClock'] {
    return this.#connection.serverClock
  }

  /** Who this browser is to the server; `null` before the first connection. */
  get player(): Watched<Player | null> {
    return this.#connection.player
  }

  /** Whoever holds it is this player; `null` before the first connection. */
  get token(): string | null {
    return this.#identity.token
  }

  /** The name that the player gave last, also on an earlier visit. */
  get name(): string | null {
    return this.#identity.name
  }

  /** Remembers a name for the next room, and for later visits. */
  rename(name: string): void {
    this.#identity.rememberName(name)
  }

  forgetName(): void {
    this.#identity.forgetName()
  }

  /** Makes a room, in which nobody is seated yet. */
  createRoom(wish: Omit<RequestInput<'create_room'>, 'id'>): Promise<Answer<'create_room'>> {
    return this.#outbox.request('create_room', id => ({ ...wish, id }))
  }

  /** Finds an open table of this game, or makes one with bots; it is still to be joined. */
  quickPlay(game: string): Promise<Answer<'quick_play'>> {
    return this.#outbox.request('quick_play', id => ({ id, game }))
  }

  /** The games that this player has played and that ended before the server time `before`, the latest first. */
  myGames(before?: number): Promise<Answer<'my_games'>> {
    return this.#outbox.request('my_games', () => ({ before }))
  }

  /** Where this browser keeps what it is told, with everything that the open rooms have to add. */
  get kept(): Pick<Environment, 'storage' | 'clock'> {
    for (const session of this.#sessions) session.save()
    return this.#environment
  }

  /**
   * Joins a room, or gives the session that has it open already. Without `as` one gets a seat if there is one, and
   * else watches. Whoever opens a room closes it with `closeRoom`.
   *
   * @param code in any case, with or without separators
   * @param make what a session is made with; `openRoom` in `room-session.ts` brings it along, so that a page without rooms
   * loads nothing of them
   */
  open(code: string, wish: OpenWish, make: (parts: SessionParts) => RoomSession): RoomSession {
    if (wish.name !== undefined) this.rename(wish.name)
    const filed = normalizeCode(code)
    const open = [...this.#sessions].find(session => session.code === filed && session.stage === 'open')
    if (open) {
      this.#lingering.get(open)?.()
      this.#lingering.delete(open)
      return open
    }
    const session = make({
      code: filed,
      environment: this.#environment,
      identity: this.#identity,
      role: wish.as,
      pass: { password: wish.password, ticket: wish.ticket },
      watcher: wish.watcher,
      ended: over => this.#sessions.delete(over),
    })
    this.#sessions.add(session)
    if (this.#up) session.up(this.#up.line, this.#up.player.id)
    return session
  }

  /** The page does not show this room any more; the seat stays taken, and the player is away. */
  closeRoom(session: RoomSession): void {
    if (!this.#sessions.has(session) || this.#lingering.has(session)) return
    const cancel = this.#environment.clock.after(LINGER_MS, () => {
      this.#lingering.delete(session)
      const { stage } = session
      // Who leaves is let go when the server knows.
      if (stage === 'leaving') return
      session.end()
      // A connection stays subscribed to its rooms for as long as it lasts.
      if (stage === 'open') this.#connection.restart()
    })
    this.#lingering.set(session, cancel)
  }

  /** Ends everything, for good. */
  close(): void {
    this.#connection.stop()
    for (const cancel of this.#lingering.values()) cancel()
    this.#lingering.clear()
    for (const session of this.#sessions) session.end()
    this.#sessions.clear()
  }

  #lineUp(line: Line, player: Player): void {
    this.#up = { line, player }
    this.#outbox.open(line)
    for (const session of this.#sessions) session.up(line, player.id)
  }

  #lineDown(): void {
    this.#up = null
    this.#outbox.shut()
    for (const session of this.#sessions) session.down()
  }

  #message(message: ServerMessage): void {
    for (const session of this.#sessions) session.message(message)
  }

  #probe(line: Line): 'asked' | 'nothing to ask' {
    for (const session of this.#sessions) {
      if (session.probe(line) === 'asked') return 'asked'
    }
    return 'nothing to ask'
  }
}
