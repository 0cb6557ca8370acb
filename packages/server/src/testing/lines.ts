import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import { io } from 'socket.io-client'
import { WebSocket } from 'ws'

// The ways in which a client may speak to the server, for tests: each as a line that looks like the others.

/** What a line tells of what comes in. */
interface LineEar {
  message(name: string, message: unknown): void
  /** All that comes in, as it comes. */
  bytes(text: string): void
  closed(why: Closed): void
}

/** How a connection ended; `code` is that of a WebSocket where the client can tell. */
export interface Closed {
  readonly code: number | null
}

interface Line {
  /** Sends a request; gives its answer, whether it is done or refused. */
  request(name: string, ...payload: readonly unknown[]): Promise<unknown>
  /** Sends bytes as they are, upon the connection that there is. */
  raw(data: string | Buffer): void
  hangUp(): void
}

interface Opening {
  readonly url: string
  readonly token: string | undefined
  /** Of the request that the connection begins with. */
  readonly headers: Readonly<Record<string, string>>
  readonly ear: LineEar
}

/** Long, for machines that are busy with other things too. */
const WAIT_MS = 15_000

/** What a wire is for a test: how one is connected, and where it is spoken. */
interface WireKind {
  readonly open: (opening: Opening) => Promise<Line>
  /** Where its WebSocket is; `null` where there is none. */
  readonly path: string | null
  /** What a client says before it can ask, and how it asks. */
  readonly hello: (token: string | undefined) => string
  readonly request: (ref: number | string, name: string, payload: object) => string
  /** How an answer looks among all that comes in. */
  readonly answer: RegExp
}

const socketIo = (transport: 'websocket' | 'polling'): WireKind => ({
  open: opening => openSocketIo(opening, transport),
  path: transport === 'websocket' ? '/socket.io/?EIO=4&transport=websocket' : null,
  hello: token => `40${token === undefined ? '' : JSON.stringify({ token })}`,
  request: (number, name, payload) => `42${number}${JSON.stringify([name, payload])}`,
  answer: /3\d+\[\{"ok"/g,
})

/** Every wire that makes players of connections: `gateway.contract.ts` runs over each. */
export const WIRES = {
  'socket.io-websocket': socketIo('websocket'),
  'socket.io-polling': socketIo('polling'),
  v1: {
    open: openV1,
    path: '/ws/v1',
    hello: token => JSON.stringify({ type: 'hello', ...(token === undefined ? {} : { token }) }),
    request: (ref, type, payload) => JSON.stringify({ type, ref, ...payload }),
    answer: /\{"type":"answer"/g,
  },
} satisfies Record<string, WireKind>

export type WireName = keyof typeof WIRES
/** A wire by its name, for whoever goes through all of them. */
export const wireKind = (name: WireName): WireKind => WIRES[name]

/** What a refused handshake fails with. */
const refused = (error: Rejection): Error => Object.assign(new Error(error.message), { data: error })

async function openSocketIo(
  { url, token, headers, ear }: Opening,
  transport: 'websocket' | 'polling',
): Promise<Line> {
  const auth = token === undefined ? {} : { token }
  const transports = [transport]
  const extraHeaders = { ...headers }
  const socket = io(url, { transports, forceNew: true, reconnection: false, auth, extraHeaders })
  socket.onAny((name: string, message: unknown) => ear.message(name, message))
  socket.on('disconnect', () => ear.closed({ code: null }))
  socket.io.engine.on('packet', ({ data }) => ear.bytes(String(data ?? '')))
  await new Promise<void>((resolve, reject) => {
    socket.once('welcome', () => resolve())
    socket.once('connect_error', reject)
  })
  return {
    request: (name, ...payload) => socket.timeout(WAIT_MS).emitWithAck(name, ...payload),
    raw(data) {
      const { engine } = socket.io
      if (transport === 'polling') {
        const body = typeof data === 'string' ? data : new Uint8Array(data)
        const address = `${url}/socket.io/?EIO=4&transport=polling&sid=${engine.id}`
        fetch(address, { method: 'POST', body }).catch(() => {})
      } else (engine.transport as unknown as { ws: WebSocket }).ws.send(data)
    },
    hangUp: () => void socket.disconnect(),
  }
}

async function openV1({ url, token, headers, ear }: Opening): Promise<Line> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws/v1`, { headers })
  const answers = new Map<unknown, (answer: unknown) => void>()
  let requests = 0
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => socket.send(WIRES.v1.hello(token)))
    socket.on('close', code => {
      ear.closed({ code })
      reject(new Error(`closed with ${code}`))
    })
    socket.on('message', data => {
      const text = String(data)
      ear.bytes(text)
      const { type, ...message } = JSON.parse(text)
      if (type === 'answer') {
        const { ref, ...answer } = message
        answers.get(ref)?.(answer)
        return
      }
      ear.message(type, message)
      if (type === 'welcome') resolve()
      if (type === 'error') reject(refused(message.error))
    })
  })
  return {
    request: (name, payload) =>
      new Promise((resolve, reject) => {
        requests += 1
        const ref = `r${requests}`
        const timer = setTimeout(() => reject(new Error('operation has timed out')), WAIT_MS)
        answers.set(ref, answer => {
          clearTimeout(timer)
          resolve(answer)
        })
        if (socket.readyState !== WebSocket.OPEN) return
        socket.send(WIRES.v1.request(ref, name, Object(payload)))
      }),
    raw: data => socket.send(data),
    hangUp: () => socket.close(),
  }
}
