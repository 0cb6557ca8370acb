import type { Level } from '@diceroom/shared/games/bot.ts'
import type { Seat } from '@diceroom/shared/games/game.ts'
import type { Games } from '@diceroom/shared/games/registry.ts'
import type { SettingsWish } from '@diceroom/shared/room/command.ts'
import type { Emote, Named, PlayerId } from '@diceroom/shared/room/room.ts'
import type { DealWarning } from '../connection/deal-witness.ts'
import type { RoomSession } from '../connection/room-session.ts'
import type { RoomStatus } from '../store/room-store.ts'
import type { Table } from '../store/table.ts'
import { NotOpen, Refused } from './errors.ts'
import type { Answered, Gate } from './gate.ts'
import type { RoomMessage, RoomMessages } from './room-messages.ts'
import {
  type Move,
  type RoomEvent,
  type TypedState,
  typedEvent,
  typedMoves,
  typedState,
  type View,
} from './typed.ts'

/** What has been done, up to this event of the room. */
export interface Done {
  readonly seq: number
}

/** By which a seat goes to another device; `until` is server time in ms. */
export interface Ticket {
  readonly ticket: string
  readonly until: number
}

interface Undo {
  readonly undo?: true
}

export interface RoomParts {
  readonly session: RoomSession
  readonly messages: RoomMessages
  readonly gate: Gate
  readonly table: Table
  /** Called when this room is not to be used any more, with when its end has come. */
  readonly over: (ended: Promise<void>) => void
}

type AnyOptions = Partial<Games[keyof Games]['options']>

/**
 * A room as this program takes part in it: how it stands, what happens in it, and what one does there. It outlives lost
 * connections. Whoever asks for something that the server refuses gets `Refused`, whoever asks when nothing can be
 * sent gets `NotOpen`.
 */
export class Room implements AsyncIterable<RoomMessage, undefined> {
  readonly #session: RoomSession
  readonly #messages: RoomMessages
  readonly #gate: Gate
  /** What was asked and has not been answered. */
  readonly #asked = new Set<Promise<unknown>>()
  readonly #over: RoomParts['over']
  #table: Table
  #closed: Promise<void> | null = null
  /** Why the server does not let us come back. */
  #refused: Refused | null = null

  constructor(parts: RoomParts) {
    this.#over = parts.over
    this.#session = parts.session
    this.#messages = parts.messages
    this.#gate = parts.gate
    this.#table = parts.table
    this.#session.store.subscribe(status => this.#look(status))
  }

  /** The code by which others join. */
  get code(): string {
    return this.#session.code
  }

  /** How the room stands, all that has come included, read or not. */
  get state(): TypedState {
    return typedState(this.#table.room)
  }

  /** How its game stands; `null` before the first. */
  get view(): View | null {
    return this.state.view
  }

  /** The seat that this player holds; `null` for who watches. */
  get seat(): Seat | null {
    return this.#table.seat
  }

  /** Who of the seated is connected; `null` until the server has told. */
  get online(): readonly PlayerId[] | null {
    return this.#table.online
  }

  /** How many people watch. */
  get spectators(): number {
    return this.#table.spectators
  }

  /** Those who watch; where they are many, some of them. */
  get watching(): readonly Named[] {
    return this.#table.watching
  }

  /** Where the server has not kept to what it said about this player's part in the dice. */
  get warnings(): readonly DealWarning[] {
    return this.#session.dealWarnings.getState()
  }

  /** How many messages have come and were not read. */
  get pending(): number {
    return this.#messages.pending
  }

  /** The next message, now or when it comes; `done` when the room has been closed or left. */
  next(): Promise<IteratorResult<RoomMessage, undefined>> {
    return this.#messages.next()
  }

  /** The next message if there is one already. */
  poll(): RoomMessage | undefined {
    return this.#messages.poll()
  }

  /** Reads on from where others have stopped; to leave the loop closes nothing. */
  [Symbol.asyncIterator](): AsyncIterator<RoomMessage, undefined> {
    return { next: () => this.next() }
  }

  /** Makes a move of the room's game, as things stand in `state`; `stale` is refused if it has gone on meanwhile. */
  async move(move: Move): Promise<Done & { readonly events: readonly RoomEvent[] }> {
    const { seq, events } = await this.#ask(() => this.#session.move({ ...move }))
    return { seq, events: events.map(typedEvent) }
  }

  /** What this player may do now, each ready for `move`. */
  async legalMoves(): Promise<readonly Move[]> {
    const { moves } = await this.#ask(() => this.#session.legalMoves())
    return typedMoves(moves)
  }

  chat(text: string): Promise<Done> {
    return this.#ask(() => this.#session.chat(text))
  }

  /** Host only: begins a game, or the next one with the same people. */
  start(options?: AnyOptions): Promise<Done> {
    return this.#ask(() => this.#session.start(options && { ...options }))
  }

  /** Host only, before the start. */
  setOptions(options: AnyOptions): Promise<Done> {
    return this.#ask(() => this.#session.setOptions({ ...options }))
  }

  /** Host only: who may come, how long a turn may take, and what else is settled for a room; what is left out stays. */
  setRoom(settings: SettingsWish): Promise<Done> {
    return this.#ask(() => this.#session.setRoom(settings))
  }

  /** Host only, before the start: in which order the seats play. */
  setOrder(seats: readonly Seat[]): Promise<Done> {
    return this.#ask(() => this.#session.setOrder(seats))
  }

  /** Host only, before the start: puts a bot of the server's on a free seat, and gives that. */
  async addBot(level: Level): Promise<Seat> {
    const { seat } = await this.#ask(() => this.#session.addBot(level))
    return seat
  }

  /** Host only: who is removed may only watch, until that is undone. */
  removePlayer(player: PlayerId, how: Undo = {}): Promise<Done> {
    return this.#ask(() => this.#session.removePlayer(player, how))
  }

  /** Host only: who is muted can neither talk nor react, until that is undone. */
  mute(player: PlayerId, how: Undo = {}): Promise<Done> {
    return this.#ask(() => this.#session.mute(player, how))
  }

  /** Host only: hands over to somebody who sits at the table. */
  makeHost(player: PlayerId): Promise<Done> {
    return this.#ask(() => this.#session.makeHost(player))
  }

  /** Host only: gives the seat of who is gone to somebody who watches. */
  giveSeat(seat: Seat, player: PlayerId): Promise<Done> {
    return this.#ask(() => this.#session.giveSeat(seat, player))
  }

  /** Asks the host to hand over. */
  askHost(): Promise<Done> {
    return this.#ask(() => this.#session.askHost())
  }

  /** Where no clock runs: the default move for whoever is waited for. */
  askDefault(): Promise<Done> {
    return this.#ask(() => this.#session.askDefault())
  }

  /** No bot plays for this player any more. */
  takeBackSeat(): Promise<Done> {
    return this.#ask(() => this.#session.takeBackSeat())
  }

  /** Who watches waits for a seat in the next game, or does not any more. */
  queueNext(how: Undo = {}): Promise<Done> {
    return this.#ask(() => this.#session.queueNext(how))
  }

  /** A ticket by which another program or page takes over this player's seat, once: `join(code, { ticket })`. */
  async seatTicket(): Promise<Ticket> {
    const { ticket, until } = await this.#ask(() => this.#session.seatTicket())
    return { ticket, until }
  }

  react(emote: Emote): Promise<Done> {
    return this.#ask(() => this.#session.react(emote))
  }

  /** Shows whoever runs the server what was said in the event with this number. */
  report(seq: number, reason?: string): Promise<Done> {
    return this.#ask(() => this.#session.report(seq, reason))
  }

  /** Who watches takes a seat. */
  async sit(): Promise<void> {
    await this.#ask(() => this.#session.sit())
  }

  /** Gives the seat up, and closes the room. */
  async leave(): Promise<void> {
    this.#check()
    const leaving = this.#ask(() => this.#session.leave())
    this.close()
    await leaving
  }

  /** Host only: breaks the game off. */
  endGame(): Promise<Done> {
    return this.#ask(() => this.#session.endGame())
  }

  /**
   * Ends the iteration at once, and this program's part in the room when what was asked has been answered. The seat
   * stays taken, and the server goes on counting this player as there until the connection ends.
   */
  close(): Promise<void> {
    this.#messages.close()
    if (!this.#closed) {
      this.#closed = this.#end()
      this.#over(this.#closed)
    }
    return this.#closed
  }

  async #end(): Promise<void> {
    await Promise.allSettled(this.#asked)
    // Who only watches has nothing to keep.
    const watched = this.seat === null && this.#session.stage === 'open' && this.#gate.state === 'open'
    if (watched) await this.#session.leave()
    else this.#session.end()
  }

  /** Throws where nothing may be sent now. */
  #check(): void {
    if (this.#refused) throw this.#refused
    if (this.#closed) throw new NotOpen('closed', 'The room is closed: nothing was sent.')
    this.#gate.check()
  }

  async #ask<Body>(ask: () => Promise<Answered<Body>>): Promise<Body> {
    this.#check()
    const asked = this.#gate.pass(ask)
    this.#asked.add(asked)
    return asked.finally(() => this.#asked.delete(asked))
  }

  #look(status: RoomStatus): void {
    if ('table' in status) this.#table = status.table
    if (status.status === 'left') this.#messages.close()
    if (status.status !== 'refused') return
    this.#refused = new Refused(status.error)
    this.#messages.fail(this.#refused)
    this.close()
  }
}
