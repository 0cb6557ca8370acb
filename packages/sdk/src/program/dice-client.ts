import type { GameId, Games } from '@diceroom/shared/games/registry.ts'
import { normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import { Client } from '../connection/client.ts'
import type { ConnectionStatus } from '../connection/connection.ts'
import type { Environment } from '../connection/environment.ts'
import type { Player } from '../connection/line.ts'
import { openRoom, type Pass, type Role, type RoomSession } from '../connection/room-session.ts'
import type { Transport } from '../connection/transport.ts'
import type { RoomStatus } from '../store/room-store.ts'
import type { Table } from '../store/table.ts'
import { type ConnectionState, NotOpen, Outdated, Refused } from './errors.ts'
import { Gate } from './gate.ts'
import { Room } from './room.ts'
import { RoomMessages } from './room-messages.ts'

export interface DiceClientParts {
  readonly transport: Transport
  readonly environment: Environment
  readonly token?: string | undefined
  readonly name?: string | undefined
  readonly whenNotOpen?: 'fail' | 'wait' | undefined
  readonly pendingMax?: number | undefined
}

export interface RoomWish<Id extends GameId> {
  readonly game: Id
  /** What is left out is as the game's rules have it. */
  readonly options?: Partial<Games[Id]['options']>
  /** A private room is not listed. */
  readonly private?: boolean
}

export interface JoinWish extends Pass {
  readonly as?: Role
}

/** So long `close` waits for answers, in ms, unless it is told otherwise. */
const CLOSED_WITHIN_MS = 5_000

const UNANSWERED = 'The connection was closed before the answer came: it may have been done, or not.'

/** A program's connection to the server, which comes back by itself, and the rooms that it is in. */
export class DiceClient {
  readonly #environment: Environment
  readonly #client: Client
  readonly #gate: Gate
  readonly #pendingMax: number | undefined
  readonly #rooms = new Map<string, Promise<Room>>()
  /** Rooms that were closed while something in them had not been answered. */
  readonly #endings = new Map<string, Promise<void>>()
  /** How those who read are told that nothing comes any more. */
  readonly #readings = new Set<RoomMessages>()
  #problem: Error | null = null
  #closed: Promise<void> | null = null

  constructor({ transport, environment, token, name, whenNotOpen = 'fail', pendingMax }: DiceClientParts) {
    this.#environment = environment
    this.#gate = new Gate(whenNotOpen)
    this.#pendingMax = pendingMax
    this.#client = new Client({
      transport,
      environment,
      token,
      refused: error => {
        // Who says who they are does not want to be somebody else.
        if (error.code === 'bad_token' && token !== undefined) this.#fail(new Refused(error))
      },
    })
    if (name !== undefined) this.#client.rename(name)
    this.#client.status.subscribe(status => this.#look(status))
  }

  get state(): ConnectionState {
    return this.#gate.state
  }

  /** Why it is `closed`, where it was not this program that closed it. */
  get problem(): Error | null {
    return this.#problem
  }

  /** Who this program is to the server; `null` before the first connection. */
  get player(): Player | null {
    return this.#client.player.getState()
  }

  /** Whoever connects with it is this player; `null` before the first connection. Keep it as a password. */
  get token(): string | null {
    return this.#client.token
  }

  /** Calls back whenever the state has changed, until the function that it gives is called. */
  onState(listener: (state: ConnectionState) => void): () => void {
    return this.#gate.watch(listener)
  }

  /** When the connection is open. */
  async ready(): Promise<void> {
    while (this.state === 'connecting') await this.#change()
    if (this.state !== 'open') throw this.#problem ?? new NotOpen(this.state)
  }

  /** Makes a room, and gives its code. Nobody sits there yet, its maker neither: `join` it. */
  async createRoom<Id extends GameId>({ options, ...wish }: RoomWish<Id>): Promise<string> {
    const chosen = options === undefined ? {} : { options: { ...options } }
    const { room } = await this.#gate.pass(() => this.#client.createRoom({ ...wish, ...chosen }))
    return room
  }

  /** Finds an open room of this game that waits for players, else makes one with bots, and gives its code: `join` it. */
  async quickPlay(game: GameId): Promise<string> {
    const { room } = await this.#gate.pass(() => this.#client.quickPlay(game))
    return room
  }

  /**
   * Joins a room, or gives the one that has been joined already. Without `as` one gets a seat if there is one, and else watches.
   * A room may want a `password`; by a `ticket` one takes over a seat from another device.
   *
   * @param code in any case, with or without separators
   */
  join(code: string, wish: JoinWish = {}): Promise<Room> {
    const filed = normalizeCode(code)
    const joined = this.#rooms.get(filed)
    if (joined) return joined
    const joining = this.#join(filed, wish)
    this.#rooms.set(filed, joining)
    joining.catch(() => this.#rooms.delete(filed))
    return joining
  }

  /** The games that this player has played and that ended before the server time `before`, the latest first. */
  async myGames(before?: number): Promise<readonly PlayedGame[]> {
    const { games } = await this.#gate.pass(() => this.#client.myGames(before))
    return games
  }

  /**
   * Ends everything, for good. Nothing new is sent from now on; what was sent is waited for, for so many ms at most, and what
   * is not answered by then fails.
   */
  close({ within = CLOSED_WITHIN_MS }: { readonly within?: number } = {}): Promise<void> {
    this.#closed ??= this.#close(within)
    return this.#closed
  }

  async #close(within: number): Promise<void> {
    this.#gate.become('closing')
    for (const messages of this.#readings) messages.close()
    await new Promise<void>(resolve => {
      const cancel = this.#environment.clock.after(within, resolve)
      this.#gate.idle().then(cancel).then(resolve)
    })
    this.#client.close()
    this.#gate.shut(new NotOpen('closed', UNANSWERED))
  }

  #fail(problem: Error): void {
    this.#problem ??= problem
    for (const messages of this.#readings) messages.fail(problem)
    this.#client.close()
    this.#gate.shut(problem)
  }

  #look({ kind }: ConnectionStatus): void {
    if (kind === 'outdated') this.#fail(new Outdated())
    else this.#gate.become(kind === 'online' ? 'open' : 'connecting')
  }

  #change(): Promise<void> {
    return new Promise(resolve => {
      const stop = this.onState(() => {
        stop()
        resolve()
      })
    })
  }

  async #join(code: string, wish: JoinWish): Promise<Room> {
    this.#gate.check()
    const ending = this.#endings.get(code)
    if (ending) {
      await ending
      this.#gate.check()
    }
    const messages = new RoomMessages(this.#pendingMax)
    const session = openRoom(this.#client, code, { ...wish, watcher: messages })
    this.#readings.add(messages)
    const over = (ended: Promise<void>) => {
      this.#readings.delete(messages)
      this.#rooms.delete(code)
      this.#endings.set(code, ended)
      ended.then(() => this.#endings.delete(code))
    }
    try {
      const table = await this.#gate.outstanding(firstTable(session))
      return new Room({ session, messages, gate: this.#gate, table, over })
    } catch (error) {
      session.end()
      over(Promise.resolve())
      throw error
    }
  }
}

/** The table, as soon as the room has let us in. */
const firstTable = (session: RoomSession): Promise<Table> =>
  new Promise((resolve, reject) => {
    const look = (status: RoomStatus) => {
      if (status.status === 'live') resolve(status.table)
      else if (status.status === 'refused') reject(new Refused(status.error))
      else if (status.status === 'left') reject(new NotOpen('closed'))
    }
    look(session.store.getState())
    session.store.subscribe(look)
  })
