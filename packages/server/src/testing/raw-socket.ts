import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

// A WebSocket client written by hand over TCP (RFC 6455), so that a test sees every byte, and can send wrong ones.

export const OPCODE = { rest: 0x0, text: 0x1, bytes: 0x2, close: 0x8, ping: 0x9, pong: 0xa } as const

export interface RawFrame {
  readonly opcode: number
  readonly payload: Buffer
}

interface Knock {
  readonly path: string
  readonly method?: string
  /** `undefined` leaves one of the usual ones out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

const WAIT_MS = 5_000

export class RawSocket {
  /** Of the answer to the upgrade; 0 where none came. */
  status = 0
  readonly headers = new Map<string, string>()
  /** Everything that came after the head of the answer: the body of a refusal. */
  body = ''
  readonly frames: RawFrame[] = []
  /** Those of them that are text or bytes. */
  private readonly data: RawFrame[] = []
  isOver = false
  /** Whether pings and the server's farewell are answered, as every library does. */
  isPolite = true
  readonly tcp: Socket
  private unread = Buffer.alloc(0)
  private taken = 0
  private readonly waiting = new Set<() => void>()

  private constructor(tcp: Socket) {
    this.tcp = tcp
    tcp.on('data', data => this.take(data))
    tcp.on('error', () => {})
    const end = () => {
      this.isOver = true
      this.wake()
    }
    tcp.on('end', end)
    tcp.on('close', end)
  }

  /** Sends an upgrade, and waits for the head of the answer or the end of the connection. */
  static async knock(url: string, { path, method = 'GET', headers = {} }: Knock): Promise<RawSocket> {
    const socket = RawSocket.dial(url)
    const sent: Knock['headers'] = {
      host: new URL(url).host,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...headers,
    }
    const lines = Object.entries(sent).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}: ${value}`],
    )
    socket.tcp.write([`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    await socket.waitFor(() => socket.status !== 0 || socket.isOver, `an answer at ${path}`)
    return socket
  }

  /** As `knock`, for those who have to be let in. */
  static async open(url: string, path: string, headers: Knock['headers'] = {}): Promise<RawSocket> {
    const socket = await RawSocket.knock(url, { path, headers })
    if (socket.status !== 101) throw new Error(`${path} was answered ${socket.status}: ${socket.body}`)
    return socket
  }

  /** A connection on which nothing is said yet. */
  static dial(url: string): RawSocket {
    const { hostname, port } = new URL(url)
    return new RawSocket(connect({ port: Number(port), host: hostname, allowHalfOpen: true }))
  }

  /** Sends a whole text frame. */
  say(text: string): void {
    this.send(OPCODE.text, Buffer.from(text))
  }

  /** Sends a frame, masked and final unless told otherwise. */
  send(opcode: number, payload: Buffer, { final = true, masked = true } = {}): void {
    this.tcp.write(frameOf(opcode, payload, { final, masked }))
  }

  /** The next text or binary frame. */
  async next(): Promise<RawFrame> {
    await this.waitFor(() => this.data.length > this.taken || this.isOver, `frame ${this.taken}`)
    const frame = this.data[this.taken]
    if (!frame) throw new Error(`the connection ended before frame ${this.taken}`)
    this.taken += 1
    return frame
  }

  /** The next frame as text. */
  async hears(): Promise<string> {
    return (await this.next()).payload.toString()
  }

  /** How many text and binary frames have come. */
  get heardCount(): number {
    return this.data.length
  }

  /** The last of them, as text. */
  get lastHeard(): string | undefined {
    return this.data.at(-1)?.payload.toString()
  }

  /** When so many text and binary frames have come in all. */
  heardTimes(count: number): Promise<void> {
    return this.waitFor(() => this.data.length >= count, `${count} frames, but ${this.data.length}`)
  }

  /** When so many pings have come in all. */
  hearsPings(count: number): Promise<void> {
    const pings = () => this.frames.filter(({ opcode }) => opcode === OPCODE.ping)
    return this.waitFor(() => pings().length >= count, `${count} pings`)
  }

  /** The text frames so far. */
  get heard(): readonly string[] {
    return this.frames.flatMap(({ opcode, payload }) => (opcode === OPCODE.text ? [payload.toString()] : []))
  }

  /** The code that the server closes with, `null` where the connection ends without one. */
  async closeCode(): Promise<number | null> {
    const farewell = () => this.frames.find(({ opcode }) => opcode === OPCODE.close)
    await this.waitFor(() => farewell() !== undefined || this.isOver, 'the end')
    return farewell()?.payload.readUInt16BE(0) ?? null
  }

  /** When the connection has ended, as TCP sees it. */
  ended(): Promise<void> {
    return this.waitFor(() => this.isOver, 'the end of the connection')
  }

  /** Ends it as a browser does. */
  leave(): void {
    this.send(OPCODE.close, Buffer.from([0x03, 0xe8]))
  }

  private async waitFor(isSo: () => boolean, what: string): Promise<void> {
    if (isSo()) return
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(look)
        reject(new Error(`no ${what} in ${WAIT_MS} ms; heard ${this.heard.slice(-5).join(' | ')}`))
      }, WAIT_MS)
      const look = () => {
        if (!isSo()) return
        clearTimeout(timer)
        this.waiting.delete(look)
        resolve()
      }
      this.waiting.add(look)
    })
  }

  private wake(): void {
    for (const look of [...this.waiting]) look()
  }

  private take(data: Buffer): void {
    this.unread = Buffer.concat([this.unread, data])
    if (this.status === 0) this.readHead()
    if (this.status === 101) this.readFrames()
    else if (this.status !== 0) {
      this.body += this.unread.toString()
      this.unread = Buffer.alloc(0)
    }
    this.wake()
  }

  private readHead(): void {
    const end = this.unread.indexOf('\r\n\r\n')
    if (end < 0) return
    const [first = '', ...lines] = this.unread.subarray(0, end).toString().split('\r\n')
    this.unread = this.unread.subarray(end + 4)
    for (const line of lines) {
      const [name = '', ...value] = line.split(':')
      this.headers.set(name.toLowerCase(), value.join(':').trim())
    }
    this.status = Number(first.split(' ')[1])
  }

  private readFrames(): void {
    for (let read = frameIn(this.unread); read; read = frameIn(this.unread)) {
      this.frames.push(read.frame)
      if (read.frame.opcode < OPCODE.close) this.data.push(read.frame)
      if (this.isPolite) this.reply(read.frame)
      this.unread = this.unread.subarray(read.length)
    }
  }

  private reply({ opcode, payload }: RawFrame): void {
    if (opcode === OPCODE.ping) this.send(OPCODE.pong, payload)
    if (opcode !== OPCODE.close) return
    this.send(OPCODE.close, payload.subarray(0, 2))
    this.tcp.end()
  }
}

/** The frame that some bytes begin with, if all of it is there. Servers do not mask. */
function frameIn(bytes: Buffer): { frame: RawFrame; length: number } | null {
  if (bytes.length < 2) return null
  const short = bytes.readUInt8(1)
  const header = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < header) return null
  const size = header === 2 ? short : header === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  if (bytes.length < header + size) return null
  const payload = Buffer.from(bytes.subarray(header, header + size))
  return { frame: { opcode: bytes.readUInt8(0) & 0x0f, payload }, length: header + size }
}

function frameOf(opcode: number, payload: Buffer, { final = true, masked = true }): Buffer {
  const { length } = payload
  const size = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const head = Buffer.alloc(2 + size)
  head[0] = (final ? 0x80 : 0) | opcode
  head[1] = (masked ? 0x80 : 0) | (size === 0 ? length : size === 2 ? 126 : 127)
  if (size === 2) head.writeUInt16BE(length, 2)
  if (size === 8) head.writeBigUInt64BE(BigInt(length), 2)
  if (!masked) return Buffer.concat([head, payload])
  const mask = randomBytes(4)
  const body = Buffer.from(payload)
  for (let at = 0; at < length; at += 1) body[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0)
  return Buffer.concat([head, mask, body])
}
