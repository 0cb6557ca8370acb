/** How a request is written, and an answer or a broadcast recognised, on the wires that the bench speaks. */

export interface Dialect {
  /** Path of the WebSocket upgrade. */
  readonly path: string
  /** What to say before there can be requests, and who speaks first; `undefined` where nobody has to. */
  readonly hello: { readonly text: string; readonly after: 'upgrade' | 'first frame' } | undefined
  /** How the frame begins that opens the connection. */
  readonly welcome: string
  readonly ping: Buffer
  readonly pong: string
  /** How a `game_process` begins. */
  readonly delivery: Buffer
  /** How an answer begins; the number of the request follows. */
  readonly answer: Buffer
  request(number: number, name: string, payload: string): string
  /** The payload of an answer, from the text that follows the request's number. */
  answerPayload(rest: string): unknown
}

/** Engine.IO 4 and Socket.IO 5 framing, over WebSocket from the start. */
export const socketIoDialect: Dialect = {
  path: '/socket.io/?EIO=4&transport=websocket',
  hello: { text: '40', after: 'first frame' },
  welcome: '40',
  ping: Buffer.from('2'),
  pong: '3',
  delivery: Buffer.from('42["game_process",'),
  answer: Buffer.from('43'),
  request: (number, name, payload) => `42${number}["${name}",${payload}]`,
  answerPayload: rest => (JSON.parse(rest) as unknown[])[0],
}

/** JSON objects in text frames. */
export const v1Dialect: Dialect = {
  path: '/ws/v1',
  hello: { text: '{"type":"hello"}', after: 'upgrade' },
  welcome: '{"type":"welcome"',
  ping: Buffer.from('never sent as text'),
  pong: '',
  delivery: Buffer.from('{"type":"game_process"'),
  answer: Buffer.from('{"type":"answer","ref":'),
  request: (number, name, payload) => `{"type":"${name}","ref":${number},${payload.slice(1)}`,
  answerPayload: rest => JSON.parse(`{${rest.slice(1)}`),
}

/** What a small room server over bare `ws` would speak: JSON arrays, `[number, name, payload]` and `[number, answer]`. */
export const plainDialect: Dialect = {
  path: '/',
  hello: undefined,
  welcome: '',
  ping: Buffer.from('never sent'),
  pong: '',
  delivery: Buffer.from('["game_process",'),
  answer: Buffer.from('['),
  request: (number, name, payload) => `[${number},"${name}",${payload}]`,
  answerPayload: rest => (JSON.parse(`[0${rest}`) as unknown[])[1],
}
