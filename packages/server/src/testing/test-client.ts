import { randomUUID } from 'node:crypto'
import type { RequestInput, RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import type { Answer, Answers, MessageName, Messages } from '@diceroom/shared/protocol/server-to-client.ts'
import { type Closed, type WireName, wireKind } from './lines.ts'

/** A message as a client received it. */
type Received = {
  readonly [Name in MessageName]: { name: Name; message: Messages[Name] }
}[MessageName]

type Ask<Name extends RequestName> = Omit<RequestInput<Name>, 'id'> & { id?: string }

/** One player at one connection, on any wire. */
export interface TestClient {
  readonly welcome: Messages['welcome']
  readonly received: readonly Received[]
  /** All that came in, as text; may be emptied. */
  readonly heard: { text: string }
  /** Fulfilled when the connection is over, whoever ended it. */
  readonly closed: Promise<Closed>
  /** Sends a request under a new id, unless it brings one. */
  ask<Name extends RequestName>(name: Name, request: Ask<Name>): Promise<Answer<Name>>
  /** As `ask`, for requests that have to be done. */
  done<Name extends RequestName>(name: Name, request: Ask<Name>): Promise<Answers[Name]>
  /** Sends anything at all as a request. */
  send(name: string, ...payload: unknown[]): Promise<unknown>
  /** Sends bytes as they are. */
  raw(data: string | Buffer): void
  /** Sends a request and does not wait. */
  toss(name: string, payload: object): void
  /** The next or an earlier message that fits. */
  until<Name extends MessageName>(
    name: Name,
    fits?: (message: Messages[Name]) => boolean,
  ): Promise<Messages[Name]>
  /** Ends the connection. */
  hangUp(): void
}

/** Long, for machines that are busy with other things too. */
const WAIT_MS = 15_000
/** Requests that are no commands. */
const UNNUMBERED: ReadonlySet<RequestName> = new Set(['sync', 'legal_moves', 'my_games'])

/** Connects a client; fails with the refusal in `data` where its token is refused. */
export async function openClient(
  url: string,
  wire: WireName,
  { token, headers = {} }: { token?: string | undefined; headers?: Readonly<Record<string, string>> } = {},
): Promise<TestClient> {
  const received: Received[] = []
  const heard = { text: '' }
  const waiting = new Set<() => void>()
  const { promise: closed, resolve: close } = Promise.withResolvers<Closed>()
  const line = await wireKind(wire).open({
    url,
    token,
    headers,
    ear: {
      message(name, message) {
        received.push({ name, message } as Received)
        for (const look of [...waiting]) look()
      },
      bytes(text) {
        heard.text += text
      },
      closed: close,
    },
  })

  const until: TestClient['until'] = (name, fits = () => true) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look)
        const names = received.map(one => one.name).join(', ')
        reject(new Error(`no fitting ${name} in ${WAIT_MS} ms; received ${names}`))
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

  const ask = async <Name extends RequestName>(name: Name, request: Ask<Name>) => {
    const id = UNNUMBERED.has(name) ? {} : { id: randomUUID() }
    return (await line.request(name, { ...id, ...request })) as Answer<Name>
  }
  return {
    welcome: await until('welcome'),
    received,
    heard,
    closed,
    until,
    ask,
    send: line.request,
    raw: line.raw,
    toss: (name, payload) => void line.request(name, payload).catch(() => {}),
    hangUp: line.hangUp,
    async done(name, request) {
      const answer = await ask(name, request)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
      return answer
    },
  }
}
