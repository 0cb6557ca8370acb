import { setTimeout as delay } from 'node:timers/promises'
import type { RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { Numbers } from '@diceroom/shared/testing/dice.ts'
import type { Lane } from './lane.ts'
import { Line } from './line.ts'
import { Seals } from './seals.ts'
import { Table } from './table.ts'
import type { AnyAnswer, Done, Message, Request } from './wire.ts'
import { wishOf } from './wishes.ts'
import type { Witness } from './witness.ts'

/** Requests that a player sends at once. */
const IN_FLIGHT = 3
/** How long somebody who has left stays away, in ms. */
const AWAY_MS = 200

export interface PlayerOptions {
  readonly name: string
  readonly lane: Lane
  readonly transports: ('websocket' | 'polling')[]
  /** A browser puts a seed of its own into the dice; a plain client does not. */
  readonly kind: 'browser' | 'plain client'
  readonly numbers: Numbers
  readonly witness: Witness
  readonly onSend: (which: 'first' | 'again') => void
  readonly onDone: (request: Request) => void
}

/** Somebody who plays in one room after the other, whatever happens to the server and the line. */
export class Player {
  readonly name: string
  /** Where the player sits, watches, or is about to; `null` for nowhere. */
  table: Table | null = null
  /** Has left, and is about to go to the same table again. */
  isComingBack = false
  private readonly options: PlayerOptions
  private readonly line: Line
  private readonly seals = new Seals()
  private isResting = true
  private isSyncing = false
  private timer: NodeJS.Timeout | undefined

  constructor(options: PlayerOptions) {
    const { name, lane, transports, witness, onSend, onDone } = options
    this.name = name
    this.options = options
    this.line = new Line({
      lane,
      transports,
      onUp: () => this.up(),
      onMessage: message => this.hear(message),
      onSend,
      onOutcome: outcome => witness.promise(outcome),
      onComplaint: complaint => witness.complain(complaint),
      onDone,
    })
    this.tick()
  }

  get me(): PlayerId | null {
    return this.line.me
  }

  get unanswered(): readonly Request[] {
    return this.line.unanswered
  }

  /** Makes a room and gives its code. */
  async createRoom(game: string): Promise<string> {
    const answer = await this.line.ask('create_room', { game }, 'command')
    if (!answer.ok || answer.room === undefined) throw new Error(`no room: ${JSON.stringify(answer)}`)
    return answer.room
  }

  /** Goes to a table, to sit there or to watch. */
  async goTo(code: string): Promise<void> {
    this.table = new Table(code)
    await this.join(this.table)
  }

  /** Leaves the table for good. */
  async leave(): Promise<void> {
    const { table } = this
    if (table === null) return
    table.isLeaving = true
    await this.line.ask('leave_room', { room: table.code }, 'command')
    if (this.table === table) this.table = null
  }

  /** Begins nothing new; what is under way goes on to its end. */
  rest(): void {
    this.isResting = true
  }

  play(): void {
    this.isResting = false
  }

  close(): void {
    clearTimeout(this.timer)
    this.line.close()
  }

  private tick(): void {
    const { numbers } = this.options
    this.timer = setTimeout(() => {
      this.act()
      this.tick()
    }, 10 + numbers(110))
  }

  private act(): void {
    const { table, me } = this
    if (this.isResting || !table?.state || !table.isJoined || table.isLeaving || me === null) return
    if (this.unanswered.length >= IN_FLIGHT) return
    const { kind, numbers } = this.options
    if (kind === 'browser' && this.seals.areLackingAt(table, me)) {
      this.join(table)
      return
    }
    const wish = wishOf(table.state, me, numbers)
    if (wish.do === 'ask') this.ask(table, wish.name, wish.content)
    else if (wish.do === 'sit') this.join(table)
    else if (wish.do === 'leave' && this.unanswered.length === 0) this.comeAndGo(table.code)
  }

  private ask(table: Table, name: RequestName, content: Readonly<Record<string, unknown>>): void {
    this.line.ask(name, { room: table.code, ...content }, 'command').then(answer => this.learn(table, answer))
  }

  private async comeAndGo(code: string): Promise<void> {
    this.isComingBack = true
    await this.leave()
    await delay(this.options.numbers(AWAY_MS))
    this.isComingBack = false
    await this.goTo(code)
  }

  private async join(table: Table): Promise<void> {
    if (table.isJoining) return
    table.isJoining = true
    const since = table.state ? { since: table.seq } : {}
    const isSealing = this.options.kind === 'browser' && !this.seals.waitAt(table, this.me)
    const seal = isSealing ? { seal: this.seals.draw() } : {}
    const content = { room: table.code, name: this.name, ...since, ...seal }
    const answer = await this.line.ask('join_room', content, 'command')
    table.isJoining = false
    if (this.table !== table) return
    table.isJoined = true
    if (answer.ok && !table.isLeaving) this.beSeated(table, answer.seat ?? null)
    this.learn(table, answer)
    this.line.resend(() => true)
  }

  private beSeated(table: Table, seat: number | null): void {
    if (table.seat !== null && seat !== table.seat) {
      this.options.witness.complain(`${this.me} had seat ${table.seat} in ${table.code}, and now has ${seat}`)
    }
    table.seat ??= seat
  }

  private up(): void {
    const { table } = this
    if (table) table.isJoined = false
    // Only what changes where we are: the rest waits until we are there again.
    const isMoving = ({ name }: Request) =>
      name === 'join_room' || name === 'leave_room' || name === 'create_room'
    this.line.resend(request => table === null || isMoving(request))
    if (table && !table.isLeaving) this.join(table)
  }

  private hear(message: Message): void {
    const { witness } = this.options
    const player = this.me ?? ''
    if (message.name === 'heartbeat') {
      for (const [room, seq] of Object.entries(message.body.rooms)) {
        witness.tell({ player, room, seq, kind: 'seq' })
        const { table } = this
        if (table?.code === room && seq > table.seq) this.sync(table)
      }
    }
    if (message.name !== 'game_start' && message.name !== 'game_process' && message.name !== 'room_event')
      return
    const { name, body } = message
    witness.tell({ player, room: body.room, seq: body.seq, kind: 'append', name, append: body })
    if (this.table?.code === body.room) this.take(this.table, { events: body.events })
  }

  /** Keeps what an answer tells of a room. */
  private learn(table: Table, answer: AnyAnswer): void {
    if (!answer.ok) return
    const { witness } = this.options
    const about = { player: this.me ?? '', room: table.code, seq: answer.seq ?? 0 }
    witness.tell({ ...about, kind: 'seq' })
    for (const events of [answer.events, answer.recent]) {
      if (events) witness.tell({ ...about, kind: 'events', events })
    }
    if (answer.state) witness.tell({ ...about, kind: 'state', state: answer.state })
    this.take(table, answer)
  }

  private take(table: Table, { state, events }: Pick<Done, 'state' | 'events'>): void {
    if (state) table.stand(state)
    if (events && table.hear(events) === 'gap') this.sync(table)
    this.openSeal(table)
  }

  private async sync(table: Table): Promise<void> {
    if (this.isSyncing || !table.isJoined) return
    this.isSyncing = true
    const answer = await this.line.ask('sync', { room: table.code, since: table.seq }, 'question')
    this.isSyncing = false
    this.learn(table, answer)
  }

  /** Opens our seal where it is asked for; forgets to, now and then. */
  private openSeal(table: Table): void {
    const asked = table.isLeaving ? null : this.seals.askedFor(table, this.me)
    if (asked === null || this.options.numbers(20) === 0) return
    this.ask(table, 'open_seal', { ...asked, nextSeal: this.seals.draw() })
  }
}
