/** One client connection: a raw TCP socket that speaks WebSocket and one of the dialects. */
import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { Dialect } from './dialects.ts'
import { clientFrame, readFrames, readNumber, readSeq, startsWith } from './frames.ts'

/** What a load wants to hear of. `now` is when the bytes were read, in ms of `performance.now()`. */
export interface RollListener {
  delivered(connection: Connection, seq: number, bytes: number, now: number): void
  /** `seq` is -1 for a refusal. */
  answered(connection: Connection, seq: number, due: number, now: number): void
}

const silent: RollListener = { delivered() {}, answered() {} }

/** All connections read into the same memory: what one of them reads is handled before the next one reads. */
const readBuffer = Buffer.alloc(256 * 1024)
const noBytes: Buffer = Buffer.alloc(0)
const endOfHeaders = Buffer.from('\r\n\r\n')

let connectionCount = 0

export class Connection {
  readonly number = ++connectionCount
  listener: RollListener = silent
  room = 0
  refusal: string | undefined

  readonly #dialect: Dialect
  readonly #socket: Socket
  readonly #rolls = new Map<number, number>()
  readonly #requests = new Map<number, (payload: unknown) => void>()
  #rollPayload = ''
  #lastRequest = 0
  #rest = noBytes
  #out: Buffer[] = []
  #now = 0
  #step: 'upgrading' | 'greeting' | 'open' = 'upgrading'
  #opened: () => void = () => {}
  #failed: (error: Error) => void = () => {}

  /** A connection to 127.0.0.1, once it can send requests. Fails after 10 s, or when it is refused. */
  static open(port: number, dialect: Dialect): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const connection = new Connection(port, dialect)
      const timer = setTimeout(() => reject(new Error('no connection within 10 s')), 10_000)
      connection.#opened = () => {
        clearTimeout(timer)
        resolve(connection)
      }
      connection.#failed = error => {
        clearTimeout(timer)
        reject(error)
      }
    })
  }

  private constructor(port: number, dialect: Dialect) {
    this.#dialect = dialect
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: length => {
          this.#read(readBuffer.subarray(0, length))
          return true
        },
      },
    })
    this.#socket.on('error', error => this.#failed(error))
    this.#socket.on('close', () => this.#failed(new Error('the server closed the connection')))
    this.#socket.write(
      `GET ${dialect.path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ZGljZSByb29tIGJlbmNoIQ==\r\n\r\n',
    )
  }

  get isClosed(): boolean {
    return this.#socket.destroyed
  }

  /** Sends a request; gives the payload of its answer, whether it is done or refused. */
  request(name: string, payload: object): Promise<unknown> {
    const number = ++this.#lastRequest
    this.#socket.write(clientFrame(this.#dialect.request(number, name, JSON.stringify(payload))))
    return new Promise(resolve => this.#requests.set(number, resolve))
  }

  /** Every roll is for this room from now on. */
  rollIn(roomCode: string): void {
    this.#rollPayload = `,"room":${JSON.stringify(roomCode)},"move":{"type":"roll"}}`
  }

  /** Queues one roll that was due at `due`; `flush` sends it, as does the end of a read. */
  roll(due: number): void {
    const number = ++this.#lastRequest
    this.#rolls.set(number, due)
    const payload = `{"id":"${this.number}-${number}"${this.#rollPayload}`
    this.#out.push(clientFrame(this.#dialect.request(number, 'move', payload)))
  }

  flush(): void {
    const [first] = this.#out
    if (first === undefined) return
    this.#socket.write(this.#out.length === 1 ? first : Buffer.concat(this.#out))
    this.#out = []
  }

  close(): void {
    this.#failed = () => {}
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    this.#now = performance.now()
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let done = 0
    if (this.#step === 'upgrading') {
      const end = bytes.indexOf(endOfHeaders)
      if (end >= 0) {
        this.#upgraded(bytes.toString('latin1', 0, end))
        done = end + endOfHeaders.length
      }
    }
    if (this.#step !== 'upgrading') done += readFrames(bytes.subarray(done), this.#readFrame)
    this.#rest = done === bytes.length ? noBytes : Buffer.from(bytes.subarray(done))
    this.flush()
  }

  #upgraded(head: string): void {
    if (!head.startsWith('HTTP/1.1 101')) {
      this.#failed(new Error(`the server refused the upgrade: ${head.split('\r\n')[0]}`))
      return
    }
    const { hello } = this.#dialect
    if (hello === undefined) {
      this.#step = 'open'
      this.#opened()
      return
    }
    this.#step = 'greeting'
    if (hello.after === 'upgrade') this.#socket.write(clientFrame(hello.text))
  }

  readonly #readFrame = (bytes: Buffer, start: number, end: number, isText: boolean): void => {
    const { delivery, answer, ping, pong, hello, welcome } = this.#dialect
    if (startsWith(bytes, start, delivery)) {
      this.listener.delivered(this, readSeq(bytes, start, end), end - start, this.#now)
    } else if (startsWith(bytes, start, answer)) this.#answered(bytes, start + answer.length, end)
    else if (end - start === ping.length && startsWith(bytes, start, ping))
      this.#socket.write(clientFrame(pong))
    else if (this.#step === 'greeting' && isText) {
      if (bytes.toString('latin1', start, end).startsWith(welcome)) {
        this.#step = 'open'
        this.#opened()
      } else if (hello?.after === 'first frame') this.#socket.write(clientFrame(hello.text))
    }
  }

  #answered(bytes: Buffer, start: number, end: number): void {
    const number = readNumber(bytes, start)
    const due = this.#rolls.get(number)
    if (due !== undefined) {
      this.#rolls.delete(number)
      const seq = readSeq(bytes, start, end)
      if (seq < 0) this.refusal ??= bytes.toString('utf8', start, end)
      this.listener.answered(this, seq, due, this.#now)
      return
    }
    const resolve = this.#requests.get(number)
    if (resolve === undefined) throw new Error(`an answer to request ${number}, which was not asked`)
    this.#requests.delete(number)
    resolve(this.#dialect.answerPayload(bytes.toString('utf8', start + String(number).length, end)))
  }
}
