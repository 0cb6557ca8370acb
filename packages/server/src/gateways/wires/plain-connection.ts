import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { bytesFrame, textFrame } from './frame.ts'
import type { WireConnection } from './wire.ts'

/** What may wait for a client that does not read, in bytes; what it misses it gets when it comes back. */
export const UNSENT_MAX_BYTES = 1024 * 1024

/** How long the answer to a farewell may take, in ms. */
const FAREWELL_MS = 5_000

/**
 * A connection that is written to once a turn of the event loop, with all that was sent in it: ws would write each
 * message by itself. Frames go straight to the stream that was upgraded; control frames are left to ws, which writes
 * them at once, as it has nothing to compress.
 */
export class PlainConnection implements WireConnection {
  /** Whether anything came since the last ping. */
  isAlive = true
  private waiting: Buffer[] = []
  private readonly socket: WebSocket
  private readonly stream: Duplex

  constructor(socket: WebSocket, stream: Duplex) {
    this.socket = socket
    this.stream = stream
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }

  send(data: string | Uint8Array): void {
    this.write(typeof data === 'string' ? textFrame(data) : bytesFrame(data))
  }

  write(frame: Buffer): void {
    // After the promises of this turn: what one commit set free leaves together.
    if (this.waiting.length === 0) process.nextTick(flush, this)
    this.waiting.push(frame)
  }

  close(code = 1000, reason = ''): void {
    this.flush()
    this.socket.close(code, reason)
    // Who goes on sending in place of an answer is listened to no longer than this.
    setTimeout(() => this.drop(), FAREWELL_MS).unref()
  }

  /** Asks whether the other end is there, and ends the connection where it has not answered the last time. */
  ping(): void {
    if (!this.isAlive) {
      this.socket.terminate()
      return
    }
    this.isAlive = false
    if (this.isOpen) this.socket.ping()
  }

  /** Ends the connection without a farewell. */
  drop(): void {
    this.socket.terminate()
  }

  flush(): void {
    const frames = this.waiting
    const [first] = frames
    if (first === undefined) return
    this.waiting = []
    if (!this.isOpen || !this.stream.writable) return
    this.stream.write(frames.length === 1 ? first : Buffer.concat(frames))
    if (this.stream.writableLength > UNSENT_MAX_BYTES) this.socket.terminate()
  }
}

const flush = (connection: PlainConnection): void => connection.flush()
