/** How a request is written, and an answer or a broadcast recognised, on the wires that the bench speaks. */

export interface Dialect {
  /** Path of the WebSocket upgrade. */
  readonly path: string
  /** What to say to the server's first frame, if it speaks first; the answer to it opens the connection. */
  readonly hello: string | undefined
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
  hello: '40',
  ping: Buffer.from('2'),
  pong: '3',
  delivery: Buffer.from('42["game_process",'),
  answer: Buffer.from('43'),
  request: (number, name, payload) => `42${number}["${name}",${payload}]`,
  answerPayload: rest => (JSON.parse(rest) as unknown[])[0],
}

/** What a small room server over bare `ws` would speak: JSON arrays, `[number, name, payload]` and `[number, answer]`. */
export const plainDialect: Dialect = {
  path: '/',
  hello: undefined,
  ping: Buffer.from('never sent'),
  pong: '',
  delivery: Buffer.from('["game_process",'),
  answer: Buffer.from('['),
  request: (number, name, payload) => `[${number},"${name}",${payload}]`,
  answerPayload: rest => (JSON.parse(`[0${rest}`) as unknown[])[1],
}
