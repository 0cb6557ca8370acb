import type { Seat } from '@diceroom/shared/games/game.ts'
import type { RequestInput } from '@diceroom/shared/protocol/client-to-server.ts'
import type { Rejection, RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import { hasName } from '@diceroom/shared/protocol/room-code.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { type RoomStatus, RoomStore, type RoomStoreApi, type Watcher } from '../store/room-store.ts'
import type { Client, OpenWish } from './client.ts'
import type { Watched } from './connection.ts'
import { DealPart } from './deal-part.ts'
import type { DealWarning } from './deal-witness.ts'
import type { Environment } from './environment.ts'
import type { Identity } from './identity.ts'
import type { Line } from './line.ts'
import { Outbox } from './outbox.ts'
import { RoomRequests } from './room-requests.ts'
import { Subscription } from './subscription.ts'
import type { ServerMessage } from './transport.ts'

export type Role = NonNullable<RequestInput<'join_room'>['as']>

export interface SessionParts {
  readonly code: string
  readonly environment: Environment
  readonly identity: Identity
  /** What one wants to be; a player if there is a seat, where it is left open. */
  readonly role: Role | undefined
  readonly pass: Pass
  /** Told of what comes, beside the store. */
  readonly watcher: Watcher | undefined
  /** Told when the session has come to its end. */
  readonly ended: (session: RoomSession) => void
}

/** What lets one in where not everybody comes in. */
export interface Pass {
  /** Brought with every joining; a room without a password does not mind it. */
  readonly password?: string | undefined
  /** Moves a seat from another device to this one, once. */
  readonly ticket?: string | undefined
}

/** One room as this page takes part in it, from opening to closing; outlives lost connections. */
export class RoomSession extends RoomRequests {
  readonly #identity: Identity
  readonly #ended: SessionParts['ended']
  readonly #deals: DealPart
  readonly #store: RoomStore
  readonly #subscription: Subscription
  #role: Role | undefined
  #pass: Pass
  #line: Line | null = null
  #me: PlayerId = ''
  #isLeaving = false
  /** Whether this page has asked for a seat and has no answer yet. */
  #isSitting = false
  /** The seat that was held when the table was looked at last; `undefined` before. */
  #seat: Seat | null | undefined

  constructor(parts: SessionParts) {
    super(parts.code, new Outbox(parts.environment))
    this.#identity = parts.identity
    this.#role = parts.role
    this.#pass = parts.pass
    this.#ended = parts.ended
    this.#subscription = new Subscription(parts.environment)
    this.#deals = new DealPart(this.code, parts.environment, {
      handIn: seal => this.#joinAs('player', seal),
      open: share => this.outbox.request('open_seal', id => ({ ...share, id, room: this.code })),
      table: () => this.#store.table,
    })
    this.#store = new RoomStore(
      since => this.#sync(since),
      parts.watcher ? both(this.#deals, parts.watcher) : this.#deals,
    )
    this.store.subscribe(status => this.#look(status))
  }

  get store(): RoomStoreApi {
    return this.#store.api
  }

  /** Where the server has not kept to what it said about this player's part in the dice. */
  get dealWarnings(): Watched<readonly DealWarning[]> {
    return this.#deals.warnings
  }

  /** `leaving`: the seat is being given up. `over`: refused, or left. */
  get stage(): 'open' | 'leaving' | 'over' {
    const { status } = this.store.getState()
    if (status === 'refused' || status === 'left') return 'over'
    return this.#isLeaving ? 'leaving' : 'open'
  }

  /** Makes a move of the room's game, as things stand on this page. What it does has been applied when this resolves. */
  async move(move: RequestInput<'move'>['move']): Promise<Answer<'move'>> {
    const seen = this.#store.table?.room.seq
    const answer = await this.outbox.request('move', id => ({ id, room: this.code, move, seen }))
    if (answer.ok) this.#store.apply(answer.events)
    return answer
  }

  /** Who watches takes a seat. */
  async sit(): Promise<Answer<'join_room'>> {
    const seal = await this.#deals.sealToJoin(this.#me)
    this.#isSitting = true
    const answer = await this.#joinAs('player', seal)
    this.#isSitting = false
    if (answer.ok) this.#deals.joined(seal)
    return answer
  }

  /** Who watches says what they are called: by the name that is remembered. */
  introduce(): Promise<Answer<'join_room'>> {
    return this.#joinAs('spectator', undefined)
  }

  /** Gives the seat up, as soon as there is a connection. The session is over then, whatever the answer. */
  async leave(): Promise<Answer<'leave_room'>> {
    this.#isLeaving = true
    const answering = this.outbox.request('leave_room', id => ({ id, room: this.code }))
    if (this.#line) this.outbox.open(this.#line)
    const answer = await answering
    this.end()
    return answer
  }

  /** Ends this page's part in the room, whose seat stays taken. */
  end(): void {
    this.down()
    this.#store.leave()
    this.save()
    this.outbox.end({ code: 'not_in_room', message: 'This page has left the room.' })
    this.#ended(this)
  }

  /** The page may be gone in a moment: what is to be remembered is written down. */
  save(): void {
    this.#deals.save()
  }

  up(line: Line, me: PlayerId): void {
    const { stage } = this
    if (stage === 'over') return
    this.#line = line
    if (stage === 'leaving') {
      this.outbox.open(line)
      return
    }
    const table = this.#store.table
    if (table) this.#role = table.seat === null ? 'spectator' : 'player'
    const since = this.#me === me ? this.#known() : undefined
    this.#me = me
    this.#join(line, since)
  }

  down(): void {
    this.#line = null
    this.#subscription.stop()
    this.outbox.shut()
  }

  message(message: ServerMessage): void {
    const { name, body } = message
    if (name === 'heartbeat') this.#store.heard(body.rooms[this.code] ?? 0)
    if (!('room' in body) || body.room !== this.code) return
    if (name === 'presence') this.#store.presence(body)
    if ('events' in body) this.#store.apply(body.events)
  }

  /** Asks anything that is answered at once, if the room is joined. */
  probe(line: Line): 'asked' | 'nothing to ask' {
    const since = this.#known()
    if (since === undefined || this.#line !== line) return 'nothing to ask'
    line.request('sync', { room: this.code, since }, answer => {
      if (this.#line !== line) return
      if (answer.ok) this.#store.heard(answer.seq)
      else if (this.store.getState().status === 'live') this.#join(line, since)
    })
    return 'asked'
  }

  #known(): number | undefined {
    return this.#store.table?.room.seq
  }

  #wish(role: Role | undefined): Omit<RequestInput<'join_room'>, 'id'> {
    return { ...this.#pass, room: this.code, name: this.#identity.name ?? undefined, as: role }
  }

  async #joinAs(role: Role, seal: string | undefined): Promise<Answer<'join_room'>> {
    const wish = { ...this.#wish(role), seal }
    const answer = await this.outbox.request('join_room', id => ({ ...wish, id, since: this.#known() }))
    if (!answer.ok) return answer
    // What was hidden from who watched comes with the state.
    if ('state' in answer) this.#store.catchUp(answer, this.#me)
    else this.#store.heard(answer.seq)
    return answer
  }

  async #join(line: Line, since: number | undefined): Promise<void> {
    this.#store.expectCatchUp()
    this.#subscription.stop()
    const role = this.#role
    const seal = role === 'spectator' ? undefined : await this.#deals.sealToJoin(this.#me)
    // Meanwhile the line may be lost, or the room be left.
    if (this.#line !== line || this.stage !== 'open') return
    // Under a name there may be another room by now, whose events would not follow.
    const known = hasName(this.code) ? {} : { since }
    this.#subscription.join(line, { ...this.#wish(role), ...known, seal }, answer => {
      if (!answer.ok) {
        this.#refused(line, answer.error)
        return
      }
      // A ticket is good once, and has been used.
      this.#pass = { password: this.#pass.password }
      this.#store.catchUp(answer, this.#me)
      this.#deals.joined(seal)
      this.outbox.open(line)
    })
  }

  #look(status: RoomStatus): void {
    if (status.status !== 'live' || this.stage !== 'open') return
    this.#deals.look(status.table)
    const before = this.#seat
    this.#seat = status.table.seat
    if (before === null && this.#seat !== null && !this.#isSitting) this.#wasGivenASeat()
  }

  /** By the host, or after waiting for it: what one sees from there, and a seal to put there, come with joining again. */
  #wasGivenASeat(): void {
    this.#role = 'player'
    if (this.#line) void this.#join(this.#line, undefined)
  }

  #refused(line: Line, error: Rejection): void {
    const hadSeat = this.#role === 'player' && this.#store.table !== null
    if (hadSeat && SEATLESS.includes(error.code)) {
      // The seat was given to somebody else meanwhile, or we were removed: better to watch than to be sent away.
      this.#role = undefined
      this.#join(line, this.#known())
      return
    }
    this.#store.refuse(error)
    this.outbox.end(error)
  }

  #sync(since: number): void {
    const line = this.#line
    if (!line) return
    this.#subscription.sync(line, { room: this.code, since }, answer => {
      if (answer.ok) this.#store.catchUp(answer, this.#me)
      else this.#join(line, since)
    })
  }
}

/** Who is refused by these has no seat, and may watch. */
const SEATLESS: readonly RejectionCode[] = ['room_full', 'game_in_progress', 'forbidden']

const both = (one: Watcher, other: Watcher): Watcher => ({
  arrived(...told) {
    one.arrived(...told)
    other.arrived(...told)
  },
  happened(...told) {
    one.happened(...told)
    other.happened(...told)
  },
})

/**
 * Joins a room, or gives the session that this client has open for it. Without `as` one gets a seat if there is one, and
 * else watches. Whoever opens a room closes it with `closeRoom`.
 *
 * @param code in any case, with or without separators
 */
export const openRoom = (client: Client, code: string, wish: OpenWish = {}): RoomSession =>
  client.open(code, wish, parts => new RoomSession(parts))
