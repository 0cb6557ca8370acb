import { randomUUID } from 'node:crypto'
import type { RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { io, type Socket } from 'socket.io-client'
import type { Lane } from './lane.ts'
import type { AnyAnswer, Message, Outcome, Request } from './wire.ts'

/** After so much silence a request is sent again, under the same id. */
const SILENCE_MS = 1200
/** So many silences in a row, and the connection is given up. */
const SILENCES_MAX = 3
/** Refusals that have nothing to do with what was asked. */
const PASSING: ReadonlySet<string> = new Set(['storage_unavailable', 'rate_limited'])
const HOLD_ON_MS = 250

interface Waiting extends Request {
  sends: number
  /** The connection that it was sent over last. */
  connection: number
  readonly answers: AnyAnswer[]
  timer: NodeJS.Timeout | undefined
  answered(answer: AnyAnswer): void
}

interface LineOptions {
  readonly lane: Lane
  readonly transports: ('websocket' | 'polling')[]
  /** Called when the server knows us on a new connection; what is asked first goes first. */
  readonly onUp: () => void
  readonly onMessage: (message: Message) => void
  /** Called when a request is sent, the first time and again. */
  readonly onSend: (isRetry: 'first' | 'again') => void
  /** Called when a request is answered with yes. */
  readonly onDone: (request: Request) => void
  readonly onOutcome: (outcome: Outcome) => void
  readonly onComplaint: (complaint: string) => void
}

/** A player's Socket.IO connection, which comes back by itself, and the requests that wait for their answer. */
export class Line {
  /** Who we are; `null` before the first welcome. */
  me: PlayerId | null = null
  private readonly options: LineOptions
  private readonly socket: Socket
  private readonly waiting = new Set<Waiting>()
  private token: string | null = null
  private isUp = false
  /** Counts the connections on which we were welcomed. */
  private connection = 0
  private silences = 0

  constructor(options: LineOptions) {
    this.options = options
    this.socket = io(options.lane.url, {
      transports: options.transports,
      forceNew: true,
      reconnectionDelay: 30,
      reconnectionDelayMax: 300,
      timeout: 4000,
      auth: tell => tell(this.token === null ? {} : { token: this.token }),
    })
    this.socket.onAny((name, body) => this.hear({ name, body }))
    this.socket.on('disconnect', reason => {
      this.isUp = false
      // Every other loss is made good by the library.
      if (reason === 'io server disconnect') this.socket.connect()
    })
    this.socket.on('connect_error', error => {
      if (this.socket.active) return
      options.onComplaint(`${this.me} was not let in: ${error.message}`)
      setTimeout(() => this.socket.connect(), HOLD_ON_MS)
    })
  }

  get unanswered(): readonly Request[] {
    return [...this.waiting]
  }

  /** Asks until there is an answer that is meant: again after silence, and after refusals that pass. */
  ask(
    name: RequestName,
    content: Readonly<Record<string, unknown>>,
    kind: 'command' | 'question',
  ): Promise<AnyAnswer> {
    return new Promise(resolve => {
      const id = kind === 'command' ? { id: randomUUID() } : {}
      const room = typeof content.room === 'string' ? { room: content.room } : {}
      const waiting: Waiting = {
        name,
        ...id,
        ...room,
        payload: { ...id, ...content },
        sends: 0,
        connection: 0,
        answers: [],
        timer: undefined,
        answered: resolve,
      }
      this.waiting.add(waiting)
      this.send(waiting)
    })
  }

  /** Sends again what lost connections have left without an answer. */
  resend(which: (request: Request) => boolean): void {
    for (const waiting of this.waiting) {
      if (waiting.connection !== this.connection && which(waiting)) this.send(waiting)
    }
  }

  close(): void {
    for (const { timer } of this.waiting) clearTimeout(timer)
    this.socket.disconnect()
  }

  private hear(message: Message): void {
    if (message.name === 'welcome') {
      const { player, token } = message.body
      if (this.me !== null && this.me !== player.id) {
        this.options.onComplaint(`${this.me} came back as ${player.id}`)
      }
      this.me = player.id
      this.token = token
      this.isUp = true
      this.connection += 1
      this.silences = 0
      this.options.onUp()
    }
    this.options.onMessage(message)
  }

  private send(waiting: Waiting): void {
    clearTimeout(waiting.timer)
    if (!this.isUp || !this.waiting.has(waiting)) return
    waiting.timer = setTimeout(() => this.silence(waiting), SILENCE_MS)
    this.options.onSend(waiting.sends === 0 ? 'first' : 'again')
    waiting.connection = this.connection
    waiting.sends += this.options.lane.isDoubled ? 2 : 1
    this.socket.emit(waiting.name, waiting.payload, (answer: AnyAnswer) => this.answer(waiting, answer))
  }

  private silence(waiting: Waiting): void {
    this.silences += 1
    if (this.silences < SILENCES_MAX) {
      this.send(waiting)
      return
    }
    this.isUp = false
    this.silences = 0
    this.socket.disconnect().connect()
  }

  private answer(waiting: Waiting, answer: AnyAnswer): void {
    this.silences = 0
    waiting.answers.push(answer)
    // A second answer to a request that was sent twice.
    if (!this.waiting.has(waiting)) return
    clearTimeout(waiting.timer)
    if (!answer.ok && PASSING.has(answer.error.code)) {
      waiting.timer = setTimeout(() => this.send(waiting), HOLD_ON_MS)
      return
    }
    this.waiting.delete(waiting)
    if (answer.ok) this.options.onDone(waiting)
    this.options.onOutcome({ ...waiting, player: this.me ?? '' })
    waiting.answered(answer)
  }
}
