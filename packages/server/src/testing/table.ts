import { randomUUID } from 'node:crypto'
import type { RequestInput, RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import type {
  Answer,
  Answers,
  ClientToServerEvents,
  MessageName,
  Messages,
  ServerToClientEvents,
} from '@diceroom/shared/protocol/server-to-client.ts'
import { pino } from 'pino'
import { io, type Socket } from 'socket.io-client'
import { type App, type AppOptions, createApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'

// A real server and real clients in one process, for tests.

type TestSocket = Socket<ServerToClientEvents, ClientToServerEvents>

/** A message as a client received it. */
type Received = {
  readonly [Name in MessageName]: { name: Name; message: Messages[Name] }
}[MessageName]

export interface TestClient {
  readonly socket: TestSocket
  readonly welcome: Messages['welcome']
  readonly received: readonly Received[]
  /** Sends a request under a new id, unless it brings one. */
  ask<Name extends RequestName>(name: Name, request: Ask<Name>): Promise<Answer<Name>>
  /** As `ask`, for requests that have to be done. */
  done<Name extends RequestName>(name: Name, request: Ask<Name>): Promise<Answers[Name]>
  /** Sends anything at all. */
  send(name: string, ...payload: unknown[]): Promise<unknown>
  /** The next or an earlier message that fits. */
  until<Name extends MessageName>(
    name: Name,
    fits?: (message: Messages[Name]) => boolean,
  ): Promise<Messages[Name]>
}

type Ask<Name extends RequestName> = Omit<RequestInput<Name>, 'id'> & { id?: string }

export interface Table {
  readonly app: App
  readonly url: string
  connect(options?: { token?: string; transports?: ('websocket' | 'polling')[] }): Promise<TestClient>
  close(): Promise<void>
}

const WAIT_MS = 5_000
/** Requests that are no commands. */
const UNNUMBERED: ReadonlySet<RequestName> = new Set(['sync', 'legal_moves', 'my_games'])

/** Opens a server on a free port, keeping its rooms in memory unless told otherwise. */
export async function openTable(
  env: Record<string, string> = {},
  options: Partial<AppOptions> & { config?: Config } = {},
): Promise<Table> {
  const config =
    options.config ?? readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: 'memory:', ...env })
  const app = await createApp({ log: pino({ level: 'silent' }), clientFolder: null, ...options, config })
  const url = `http://127.0.0.1:${await app.listen()}`
  const clients: TestSocket[] = []
  return {
    app,
    url,
    async connect({ token, transports = ['websocket'] } = {}) {
      const auth = token === undefined ? {} : { token }
      const socket: TestSocket = io(url, { transports, forceNew: true, reconnection: false, auth })
      clients.push(socket)
      return clientOf(socket)
    },
    async close() {
      for (const socket of clients) socket.disconnect()
      await app.close()
    },
  }
}

async function clientOf(socket: TestSocket): Promise<TestClient> {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  socket.onAny((name, message) => {
    received.push({ name, message })
    for (const look of [...waiting]) look()
  })

  const until: TestClient['until'] = (name, fits = () => true) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(
          new Error(
            `no fitting ${name} in ${WAIT_MS} ms; received ${received.map(one => one.name).join(', ')}`,
          ),
        )
      }, WAIT_MS)
      const look = () => {
        for (const one of received) {
          if (one.name !== name) continue
          const message = one.message as Messages[typeof name]
          if (!fits(message)) continue
          clearTimeout(timer)
          waiting.delete(look)
          resolve(message)
          return
        }
      }
      waiting.add(look)
      look()
    })

  const send: TestClient['send'] = (name, ...payload) =>
    socket.timeout(WAIT_MS).emitWithAck(name as never, ...(payload as never))
  const ask = async <Name extends RequestName>(name: Name, request: Ask<Name>) => {
    const id = UNNUMBERED.has(name) ? {} : { id: randomUUID() }
    return (await send(name, { ...id, ...request })) as Answer<Name>
  }
  const client: TestClient = {
    socket,
    welcome: await new Promise((resolve, reject) => {
      socket.once('welcome', resolve)
      socket.once('connect_error', reject)
    }),
    received,
    until,
    send,
    ask,
    async done(name, request) {
      const answer = await ask(name, request)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
      return answer
    },
  }
  return client
}
