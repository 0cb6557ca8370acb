import type { Socket } from 'socket.io'
import { Decoder } from 'socket.io-parser'
import type { Outgoing } from '../sessions/session.ts'
import { textFrame } from './wires/frame.ts'
import { UNSENT_MAX_BYTES } from './wires/plain-connection.ts'

// Messages on their way out over Socket.IO: encoded once for all who receive them, and written once per connection and
// turn of the event loop. Stock Socket.IO writes each message by itself; with a commit per turn that sets dozens free,
// those writes are most of what a server does. The one thing here that engine.io does not document is
// `wsPreEncodedFrame`, which its own adapter uses in the same way; versions are pinned for it.

/** One Socket.IO packet, and the same as the bytes of a WebSocket frame. */
export interface Frame {
  readonly packet: string
  readonly options: { readonly compress: false; readonly wsPreEncodedFrame: readonly [Buffer] }
}

/** An event whose payload is JSON already. */
export const encodeEvent = ({ name, json }: Pick<Outgoing, 'name' | 'json'>): Frame =>
  frameOf(`2["${name}",${json}]`)

/** The answer to the request that the client numbered `number`. */
export const encodeAnswer = (number: number, json: string): Frame => frameOf(`3${number}[${json}]`)

const frameOf = (packet: string): Frame => ({ packet, options: optionsFor(textFrame(`4${packet}`)) })

const optionsFor = (bytes: Buffer): Frame['options'] => ({ compress: false, wsPreEncodedFrame: [bytes] })

/**
 * What waits to be written to one connection. Everything to one client goes through here, answers too, so that it
 * arrives in the order in which it was sent. Needs `perMessageDeflate` off: several frames in one cannot be compressed.
 */
export class Outbox {
  private waiting: Frame[] = []
  private unsentBytes = 0
  private readonly connection: Socket['conn']

  constructor(connection: Socket['conn']) {
    this.connection = connection
    connection.on('drain', () => {
      this.unsentBytes = 0
    })
  }

  send(frame: Frame): void {
    // After the promises of this turn: what one commit set free leaves together.
    if (this.waiting.length === 0) process.nextTick(flush, this)
    this.waiting.push(frame)
  }

  /** Writes what waits, now: before the connection is closed. */
  flush(): void {
    const frames = this.waiting
    const [first] = frames
    if (first === undefined) return
    this.waiting = []
    if (frames.length === 1 || this.connection.transport.name !== 'websocket') {
      for (const frame of frames) this.write(frame)
      return
    }
    const bytes = Buffer.concat(frames.map(frame => frame.options.wsPreEncodedFrame[0]))
    this.write({ packet: first.packet, options: optionsFor(bytes) })
  }

  private write({ packet, options }: Frame): void {
    this.unsentBytes += options.wsPreEncodedFrame[0].length
    this.connection.send(packet, options)
    if (this.unsentBytes > UNSENT_MAX_BYTES) this.cut()
  }

  private cut(): void {
    const { transport } = this.connection
    this.connection.close(true)
    // A WebSocket would wait for its client to read the farewell.
    if ('socket' in transport && canTerminate(transport.socket)) transport.socket.terminate()
  }
}

const canTerminate = (socket: unknown): socket is { terminate(): void } =>
  typeof socket === 'object' &&
  socket !== null &&
  'terminate' in socket &&
  typeof socket.terminate === 'function'

const flush = (outbox: Outbox): void => outbox.flush()

/**
 * Lets a request's number reach its handler, so that the answer can go the way of all other messages:
 * `2<number>["name",payload]` is read as the event `["name",payload,number]`, all else as Socket.IO reads it.
 * A connection becomes a player once: thousands of CONNECT packets fit into one frame.
 */
export class NumberedRequests extends Decoder {
  private hasKnocked = false

  override add(data: unknown): void {
    if (typeof data === 'string' && data.startsWith('0')) {
      if (this.hasKnocked) throw new Error('a second CONNECT packet')
      this.hasKnocked = true
    }
    const [head, number] = (typeof data === 'string' && /^2(\d+)\[/.exec(data)) || []
    if (typeof data === 'string' && head !== undefined) {
      super.add(`2${data.slice(head.length - 1, -1)},${number}]`)
    } else super.add(data)
  }
}
