import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { Answers, MessageName, Messages } from '@diceroom/shared/protocol/server-to-client.ts'
import { refusalIn } from './refusal.ts'
import type { Ear, Link, Loss, Transport } from './transport.ts'

const PATH = '/ws/v1'
const SUBPROTOCOL = 'diceroom.v1'

type AnyAnswer =
  | ({ readonly ok: true } & Answers[keyof Answers])
  | { readonly ok: false; readonly error: Rejection }

type MessageFrame = { [Name in MessageName]: { readonly type: Name } & Messages[Name] }[MessageName]
/** What the server sends, as far as this program knows it. */
type Frame =
  | MessageFrame
  | ({ readonly type: 'answer'; readonly ref: number } & AnyAnswer)
  /** About the request `ref`; without it about the connection, or about something that cannot be told any more. */
  | { readonly type: 'error'; readonly ref?: number; readonly error: unknown }

/** Whoever waits for an answer. */
interface Asker {
  answer(answer: AnyAnswer): void
}

/** Plain WebSocket to the server at `origin`: JSON in text frames. For browsers, and for Node from version 22 on. */
export function webSocketTransport(origin: string): Transport {
  if (!globalThis.WebSocket) throw new Error('There is no WebSocket here: Node has one from version 22 on.')
  const address = new URL(PATH, origin)
  address.protocol = address.protocol.replace('http', 'ws')
  return { open: (token, ear) => new PlainLink(address, token, ear) }
}

class PlainLink implements Link {
  /** `null` where none could be made. */
  readonly #socket: WebSocket | null
  readonly #ear: Ear
  readonly #unanswered = new Map<number, Asker>()
  /** Ends the listening. */
  readonly #end = new AbortController()
  #asked = 0

  constructor(address: URL, token: string | null, ear: Ear) {
    this.#ear = ear
    this.#socket = socketTo(address)
    const { signal } = this.#end
    if (!this.#socket) {
      // Not while it is being made: a connection that is lost has begun.
      const timer = setTimeout(() => this.#lost({ kind: 'broken' }))
      signal.addEventListener('abort', () => clearTimeout(timer))
      return
    }
    this.#socket.addEventListener('open', () => this.#opened(token), { signal })
    this.#socket.addEventListener('message', ({ data }) => this.#hear(data), { signal })
    // After `error` comes `close`.
    this.#socket.addEventListener('close', () => this.#lost({ kind: 'broken' }), { signal })
  }

  readonly request: Link['request'] = (name, payload, answer) => {
    this.#asked += 1
    this.#unanswered.set(this.#asked, { answer })
    this.#socket?.send(JSON.stringify({ type: name, ref: this.#asked, ...payload }))
  }

  close(): void {
    this.#end.abort()
    this.#unanswered.clear()
    this.#socket?.close()
  }

  #opened(token: string | null): void {
    this.#ear.travels('websocket')
    this.#socket?.send(JSON.stringify({ type: 'hello', ...(token === null ? {} : { token }) }))
  }

  #lost(loss: Loss): void {
    this.close()
    this.#ear.lost(loss)
  }

  #hear(data: unknown): void {
    const frame = frameIn(data)
    if (frame === null) this.#lost({ kind: 'broken' })
    else if (frame.type === 'answer') this.#answer(frame.ref, frame)
    else if (frame.type === 'error') this.#complain(frame)
    else tell(frame, this.#ear)
  }

  #answer(ref: number, answer: AnyAnswer): void {
    this.#ear.alive()
    const asker = this.#unanswered.get(ref)
    this.#unanswered.delete(ref)
    asker?.answer(answer)
  }

  #complain({ ref, error }: Frame & { type: 'error' }): void {
    const refusal = refusalIn(error)
    if (refusal === null) this.#ear.alive()
    else if (ref !== undefined) this.#answer(ref, { ok: false, error: refusal })
    else if (this.#asked === 0) this.#lost({ kind: 'refused', error: refusal })
    else this.#ear.alive()
  }
}

/** `null` where something of the environment's forbids it. */
function socketTo(address: URL): WebSocket | null {
  try {
    return new WebSocket(address, SUBPROTOCOL)
  } catch {
    return null
  }
}

/** `null` for what no server of this wire says. */
function frameIn(data: unknown): Frame | null {
  try {
    return JSON.parse(String(data))
  } catch {
    return null
  }
}

/** One line for each, so that the compiler checks every message's body; what is new to this program is let pass. */
function tell(frame: MessageFrame, ear: Ear): void {
  switch (frame.type) {
    case 'welcome':
      ear.message({ name: 'welcome', body: frame })
      break
    case 'game_start':
      ear.message({ name: 'game_start', body: frame })
      break
    case 'game_process':
      ear.message({ name: 'game_process', body: frame })
      break
    case 'room_event':
      ear.message({ name: 'room_event', body: frame })
      break
    case 'presence':
      ear.message({ name: 'presence', body: frame })
      break
    case 'heartbeat':
      ear.message({ name: 'heartbeat', body: frame })
      break
    case 'closing':
      ear.message({ name: 'closing', body: frame })
      break
    default:
      frame satisfies never
      ear.alive()
  }
}
