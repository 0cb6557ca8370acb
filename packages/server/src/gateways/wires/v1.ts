import { CLOSE_CODES } from '@diceroom/shared/protocol/close-codes.ts'
import { UNANSWERED_COMMANDS } from '@diceroom/shared/protocol/limits.ts'
import { type Rejection, rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { Identity } from '../../sessions/identity.ts'
import type { Outgoing, Session } from '../../sessions/session.ts'
import { farewell, identify, welcome } from '../handshake.ts'
import type { GatewayOptions } from '../socket-io.ts'
import { answerText, encodeV1, errorText, problemOf, type Ref, readFrame, refIn } from './v1-frames.ts'
import type { Wire, WireConnection, WireEar, WireRequest } from './wire.ts'

type V1Options = Pick<GatewayOptions, 'identities' | 'now' | 'answer' | 'onOpen' | 'onClose' | 'onError'>

const SUBPROTOCOL = 'diceroom.v1'
/** How long a connection may take to say who it is, in ms. */
const HELLO_WITHIN_MS = 10_000

/** `/ws/v1`: all that Socket.IO carries, as JSON in text frames. */
export const v1Wire = (options: V1Options): Wire => ({
  match: path => /^\/ws\/v1\/?$/.test(path),
  protocol: offered => (offered.includes(SUBPROTOCOL) ? SUBPROTOCOL : undefined),
  open: (connection, request) => new V1Ear(connection, request, options),
})

/** One connection: first it says who it is, then it asks. */
class V1Ear implements WireEar {
  private session: Session | null = null
  /** What was asked before it was known who asks; `null` before the `hello`. */
  private early: string[] | null = null
  private readonly patience: NodeJS.Timeout
  private readonly connection: WireConnection
  private readonly request: WireRequest
  private readonly options: V1Options

  constructor(connection: WireConnection, request: WireRequest, options: V1Options) {
    this.connection = connection
    this.request = request
    this.options = options
    this.patience = setTimeout(() => this.turnAway(CLOSE_CODES.noHello, NO_HELLO), HELLO_WITHIN_MS)
  }

  text(text: string): void {
    if (this.session) this.ask(this.session, text)
    else if (!this.early) this.greet(text)
    else if (this.early.length < UNANSWERED_COMMANDS) this.early.push(text)
    else this.refused(TOO_EARLY, text)
  }

  refused(error: Rejection, text: string): void {
    const ref = refIn(text)
    const isRequest = ref !== undefined && (this.session || this.early)
    this.connection.send(isRequest ? answerText(ref, { ok: false, error }) : errorText(error, ref))
  }

  closing(): void {
    this.session?.send(farewell())
  }

  closed(): void {
    clearTimeout(this.patience)
    if (this.session) this.options.onClose(this.session)
  }

  private greet(text: string): void {
    const frame = readFrame(text)
    if (frame?.type !== 'hello') {
      this.turnAway(CLOSE_CODES.noHello, NO_HELLO, frame?.ref)
      return
    }
    clearTimeout(this.patience)
    this.early = []
    const { headers } = this.request
    identify({ handshake: frame.payload, headers }, this.options).then(identity => {
      if (!this.connection.isOpen) return
      if (identity.ok) this.begin(identity.value)
      else this.turnAway(closeCodeFor(identity.error), identity.error)
    })
  }

  private begin(identity: Identity): void {
    this.session = new V1Session(identity, this.connection)
    this.options.onOpen(this.session)
    this.session.send(welcome(identity, this.options.now()))
    for (const text of this.early ?? []) this.ask(this.session, text)
    this.early = null
  }

  private ask(session: Session, text: string): void {
    const frame = readFrame(text)
    if (!frame || frame.type === null || frame.type === 'hello' || frame.ref === undefined) {
      this.complain(problemOf(frame), frame?.ref)
      return
    }
    const { type, ref, payload } = frame
    this.options
      .answer(session, type, payload)
      .then(answer => this.connection.send(answerText(ref, answer)), this.options.onError)
  }

  private complain(error: Rejection, ref?: Ref): void {
    this.connection.send(errorText(error, ref))
  }

  private turnAway(code: number, error: Rejection, ref?: Ref): void {
    this.complain(error, ref)
    this.connection.close(code, error.code)
  }
}

const NO_HELLO = rejection('bad_request', 'A connection begins with {"type": "hello"}, within 10 s.')

const TOO_EARLY = rejection('rate_limited', `${UNANSWERED_COMMANDS} requests wait for the welcome already.`)

const closeCodeFor = ({ code }: Rejection): number =>
  code === 'bad_token' ? CLOSE_CODES.badToken : CLOSE_CODES.failure

class V1Session implements Session {
  readonly player: { readonly id: string; name: string }
  readonly login: string | null
  private readonly connection: WireConnection

  constructor({ id, name, login }: Identity, connection: WireConnection) {
    this.player = { id, name }
    this.login = login
    this.connection = connection
  }

  get isOpen(): boolean {
    return this.connection.isOpen
  }

  send(message: Outgoing): void {
    this.connection.write(message.frame(encodeV1))
  }

  close(): void {
    this.connection.close(CLOSE_CODES.over)
  }
}
