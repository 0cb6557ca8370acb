import { type GameId, isGameId } from '@diceroom/shared/games/registry.ts'
import {
  type RequestInput,
  type RequestName,
  requestSchemas,
} from '@diceroom/shared/protocol/client-to-server.ts'
import { PROTOCOL_VERSION } from '@diceroom/shared/protocol/limits.ts'
import { type Refusal, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { announce } from '@diceroom/shared/room/announcement.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import { type Named, present, seatOf } from '@diceroom/shared/room/room.ts'
import { fakeSecrets } from '../../store/testing/fake-secrets.ts'
import { type Done, RoomLog } from '../../store/testing/room-log.ts'
import type { Clock } from '../environment.ts'
import type { ServerMessage } from '../transport.ts'
import { DealTimers } from './deal-timers.ts'
import { chosen, claimIn, gamesOf, TABLE_COMMANDS, ticketFor } from './table-commands.ts'

/** The server's end of a connection. */
export interface Peer {
  send(message: ServerMessage): void
  /** The server ends the connection. */
  end(): void
}

interface Guest {
  readonly player: { readonly id: string; name: string }
  readonly peer: Peer
  readonly rooms: Set<string>
}

type Handlers = {
  readonly [Name in RequestName]: (guest: Guest, request: RequestInput<Name>) => Answer<Name>
}

const NO_ROOM = refuse('room_not_found', 'There is no such room.')
const NOT_JOINED = refuse('not_in_room', 'You have not joined this room.')
/** What no test of the connection asks for. */

/** The server in process: its real deciders and projections, without a disk and without a wire. */
export class RoomServer {
  readonly rooms = new Map<string, RoomLog>()
  /** Answers everything with this while it is set. */
  trouble: Refusal | null = null
  protocol = PROTOCOL_VERSION
  readonly #clock: Clock
  readonly #guests = new Map<Peer, Guest>()
  readonly #players = new Map<string, string>()
  readonly #deals: DealTimers
  #playersMade = 0

  constructor(clock: Clock) {
    this.#clock = clock
    this.#deals = new DealTimers(clock)
    const beat = () => {
      for (const guest of this.#guests.values()) guest.peer.send(this.#heartbeat(guest))
      clock.after(5_000, beat)
    }
    clock.after(5_000, beat)
  }

  room(code: string): RoomLog {
    const room = this.rooms.get(code)
    if (!room) throw new Error(`there is no room ${code}`)
    return room
  }

  makeRoom(game: GameId, options: unknown = {}): string {
    return this.makeNamed(`DESK${22 + this.rooms.size}`, game, options)
  }

  /** A new room under this code or name, in place of the one that was there. */
  makeNamed(code: string, game: GameId, options: unknown = {}): string {
    const secrets = fakeSecrets(this.rooms.has(code) ? `another ${code}` : code)
    this.rooms.set(code, new RoomLog({ room: code, game, options, secrets }, () => this.#clock.now()))
    return code
  }

  /** A connection begins, with a token or as a new guest. */
  connect(token: string | null, peer: Peer): Refusal | null {
    if (token !== null && !this.#players.has(token)) return refuse('bad_token', 'This token is not valid.')
    const known = token === null ? undefined : this.#players.get(token)
    const id = known ?? this.#newPlayer()
    const given = token ?? `token of ${id}`
    this.#players.set(given, id)
    const player = { id, name: `Guest ${id}` }
    this.#guests.set(peer, { player, peer, rooms: new Set() })
    const { protocol } = this
    peer.send({ name: 'welcome', body: { player, token: given, protocol, now: this.#clock.now() } })
    return null
  }

  disconnect(peer: Peer): void {
    this.#guests.delete(peer)
  }

  request<Name extends RequestName>(peer: Peer, name: Name, payload: RequestInput<Name>): Answer<Name> {
    const guest = this.#guests.get(peer)
    if (!guest) return refuse('internal', 'The connection is over.')
    if (this.trouble) return this.trouble
    if (!requestSchemas[name].safeParse(payload).success) return refuse('bad_request', `not a ${name}`)
    return this.#handlers[name](guest, payload)
  }

  /** The key that tokens were signed with is lost. */
  loseKey(): void {
    this.#players.clear()
  }

  /** Nobody is subscribed to anything any more, although all are connected. */
  forgetSubscriptions(): void {
    for (const { rooms } of this.#guests.values()) rooms.clear()
  }

  /** All connections break; what was committed stays. */
  restart(): void {
    this.#deals.stop()
    for (const code of this.rooms.keys()) this.#await(code)
    for (const { peer } of [...this.#guests.values()]) peer.end()
  }

  close(message: string): void {
    for (const { peer } of this.#guests.values()) peer.send({ name: 'closing', body: { message } })
    this.restart()
  }

  /** Gives up the seat of somebody who has been away for too long. */
  giveUp(code: string, player: string): void {
    this.#do(code, { type: 'leave', player, reason: 'gone' }, `gone ${player} ${this.#clock.now()}`)
  }

  /** The host gives the seat of who is gone to somebody who watches. */
  give(code: string, seat: number, { player, name }: { player: string; name: string }): void {
    const host = this.room(code).state.host ?? ''
    const command = { type: 'give_seat', player: host, seat, about: { player, name } } as const
    this.#do(code, command, `give ${this.#clock.now()}`)
  }

  #newPlayer(): string {
    this.#playersMade += 1
    return `p${this.#playersMade}`
  }

  #heartbeat({ rooms }: Guest): ServerMessage {
    const seqs = [...rooms].map(code => [code, this.room(code).state.seq])
    return { name: 'heartbeat', body: { rooms: Object.fromEntries(seqs), now: this.#clock.now() } }
  }

  #do(code: string, command: RoomCommand, id: string): Done | Refusal {
    const room = this.rooms.get(code)
    if (!room) return NO_ROOM
    const { seq } = room.state
    const done = room.execute(command, id)
    if (done.ok && room.state.seq > seq) this.#tell(code, room, done)
    this.#await(code)
    return done
  }

  /** Gives a deal that opens its time. */
  #await(code: string): void {
    const deal = this.room(code).state.dealing.opening?.deal
    this.#deals.look(code, deal, late => this.#do(code, { type: 'ready_deal', deal: late }, `ready ${late}`))
  }

  #tell(code: string, room: RoomLog, { before, events, seq }: Done): void {
    for (const { rooms, player, peer } of this.#guests.values()) {
      if (!rooms.has(code)) continue
      const seen = room.shownTo(player.id, events)
      const append = { room: code, seq, at: this.#clock.now(), events: seen }
      const said = announce(before, seen)
      if (said.name === 'game_start') peer.send({ name: said.name, body: { ...append, ...said } })
      else if (said.name === 'game_process') peer.send({ name: said.name, body: { ...append, ...said } })
      else peer.send({ name: 'room_event', body: append })
    }
  }

  #tellPresence(code: string): void {
    const here = [...this.#guests.values()].filter(({ rooms }) => rooms.has(code))
    const online = present(this.room(code).state)
      .map(({ player }) => player)
      .filter(id => here.some(({ player }) => player.id === id))
    const watching = here
      .map(({ player: { id, name } }) => ({ player: id, name }))
      .filter(({ player }) => !online.includes(player))
    const body = { room: code, online, spectators: watching.length, watching }
    for (const { peer } of here) peer.send({ name: 'presence', body })
  }

  readonly #handlers: Handlers = {
    create_room: (_guest, { game, options }) =>
      isGameId(game)
        ? { ok: true, room: this.makeRoom(game, options) }
        : refuse('unknown_game', 'There is no such game.'),
    join_room: (guest, request) => this.#join(guest, request),
    leave_room: (guest, { id, room }) => {
      const done = this.#act(guest, { id, room }, { type: 'leave', player: guest.player.id, reason: 'left' })
      if (done.ok) guest.rooms.delete(room)
      return done
    },
    start_game: (guest, request) =>
      this.#act(guest, request, { type: 'start', player: guest.player.id, options: request.options }),
    move: (guest, { id, room, move, seen }) => {
      const { id: player } = guest.player
      const wish = { type: 'move', player, move, ...(seen === undefined ? {} : { seen }) } as const
      const done = this.#do(room, wish, `${player} ${id}`)
      if (!done.ok) return done
      return { ok: true, seq: done.seq, events: this.room(room).shownTo(player, done.events) }
    },
    open_seal: (guest, { id, room, deal, seed, nextSeal }) => {
      const wish = { type: 'open_seal', player: guest.player.id, deal, seed } as const
      return this.#act(guest, { id, room }, { ...wish, ...(nextSeal === undefined ? {} : { nextSeal }) })
    },
    chat: (guest, request) => {
      if (!guest.rooms.has(request.room)) return NOT_JOINED
      const { id: player, name } = guest.player
      return this.#act(guest, request, { type: 'chat', player, name, text: request.text })
    },
    set_options: (guest, request) =>
      this.#act(guest, request, { type: 'set_options', player: guest.player.id, options: request.options }),
    set_room: (guest, request) => {
      const { player } = guest
      return this.#act(guest, request, {
        type: 'set_settings',
        player: player.id,
        settings: chosen(request.settings),
      })
    },
    quick_play: (_guest, { game }) =>
      isGameId(game)
        ? { ok: true, room: this.makeRoom(game) }
        : refuse('unknown_game', 'There is no such game.'),
    react: (guest, request) => this.#table(guest, request, TABLE_COMMANDS.react),
    report: (_guest, { room }) => ({ ok: true, seq: this.room(room).state.seq }),
    set_order: (guest, request) => this.#table(guest, request, TABLE_COMMANDS.set_order),
    add_bot: (guest, { id, room, level }) => {
      const done = this.#act(guest, { id, room }, { type: 'add_bot', player: guest.player.id, level })
      return done.ok
        ? { ...done, seat: this.room(room).state.seats.findLastIndex(holder => holder?.bot) }
        : done
    },
    remove_player: (guest, request) => this.#table(guest, request, TABLE_COMMANDS.remove_player),
    mute: (guest, request) => this.#table(guest, request, TABLE_COMMANDS.mute),
    make_host: (guest, request) => this.#table(guest, request, TABLE_COMMANDS.make_host),
    ask_host: (guest, request) => this.#table(guest, request, TABLE_COMMANDS.ask_host),
    ask_default: (guest, request) =>
      this.#act(guest, request, { type: 'ask_default', player: guest.player.id, now: this.#clock.now() }),
    take_back_seat: (guest, request) => this.#table(guest, request, TABLE_COMMANDS.take_back_seat),
    queue_next: (guest, request) => this.#table(guest, request, TABLE_COMMANDS.queue_next),
    seat_ticket: ({ player }, { room }) => ({
      ok: true,
      ticket: ticketFor(this.room(room).state, player.id),
      until: this.#clock.now() + 600_000,
    }),
    give_seat: (guest, request) => this.#table(guest, request, TABLE_COMMANDS.give_seat),
    end_game: (guest, request) => this.#act(guest, request, { type: 'end', player: guest.player.id }),
    sync: ({ player, rooms }, { room, since }) =>
      rooms.has(room) ? { ok: true, ...this.room(room).catchUp(player.id, since) } : NOT_JOINED,
    my_games: ({ player }, { before }) => ({
      ok: true,
      games: gamesOf([...this.rooms.values()], player.id, before),
    }),
    legal_moves: (_guest, { room }) => ({ ok: true, seq: this.room(room).state.seq, moves: [] }),
  }

  /** What a request asks of the table. */
  #table<Asked extends { id: string; room: string }>(
    guest: Guest,
    request: Asked,
    command: (request: Asked, asker: Named & { nameOf: (player: string) => string }) => RoomCommand,
  ) {
    const { id: player, name } = guest.player
    const nameOf = (whom: string) =>
      [...this.#guests.values()].find(other => other.player.id === whom)?.player.name ?? ''
    return this.#act(guest, request, command(request, { player, name, nameOf }))
  }

  #act({ player }: Pick<Guest, 'player'>, { id, room }: { id: string; room: string }, command: RoomCommand) {
    const done = this.#do(room, command, `${player.id} ${id}`)
    return done.ok ? ({ ok: true, seq: done.seq } as const) : done
  }

  #join(
    { player, rooms }: Guest,
    { id, room, name, as, since, seal, password, ticket }: RequestInput<'join_room'>,
  ): Answer<'join_room'> {
    if (name !== undefined) player.name = name
    const isNew = !rooms.has(room)
    const before = this.rooms.get(room)?.state
    rooms.add(room)
    const put = seal === undefined ? {} : { seal }
    const who = { player: player.id, name: player.name, ...put }
    const pass = password === undefined ? {} : { password }
    const command: RoomCommand =
      ticket === undefined
        ? { type: 'join', ...who, as: as ?? 'either', ...pass }
        : { type: 'move_seat', ...who, ...claimIn(this.room(room).state, ticket) }
    const done = this.#do(room, command, `${player.id} ${id}`)
    if (!done.ok) {
      if (isNew) rooms.delete(room)
      return done
    }
    this.#tellPresence(room)
    const { state } = this.room(room)
    const seat = seatOf(state, player.id)
    const known = before && seatOf(before, player.id) === seat ? since : undefined
    return { ok: true, room, seat, ...this.room(room).catchUp(player.id, known) }
  }
}
