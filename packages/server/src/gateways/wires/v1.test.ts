import { CLOSE_CODES } from '@diceroom/shared/protocol/close-codes.ts'
import { FRAME_MAX_BYTES } from '@diceroom/shared/protocol/limits.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RawSocket } from '../../testing/raw-socket.ts'
import { openTable, type Table } from '../../testing/table.ts'
import { gatewayContract } from '../gateway.contract.ts'
import { v1Wire } from './v1.ts'

gatewayContract('v1')

describe('/ws/v1', () => {
  let table: Table
  beforeEach(async () => {
    table = await openTable({}, { heartbeatMs: 1e9 })
  })
  afterEach(() => table.close())

  const hears = async (socket: RawSocket): Promise<unknown> => JSON.parse(await socket.hears())
  const error = (code: string) => ({ code, message: expect.any(String) })

  /** A connection that was welcomed. */
  async function welcomed(): Promise<RawSocket> {
    const socket = await RawSocket.open(table.url, '/ws/v1')
    socket.say('{"type":"hello"}')
    expect(await hears(socket)).toMatchObject({ type: 'welcome', protocol: 1 })
    return socket
  }

  it('[WS1] welcomes who says hello, and answers what was asked before the welcome', async () => {
    const socket = await RawSocket.open(table.url, '/ws/v1')
    socket.say('{"type":"hello"}')
    socket.say('{"type":"my_games","ref":1}')
    expect(await hears(socket)).toEqual({
      type: 'welcome',
      player: { id: expect.any(String), name: expect.any(String) },
      token: expect.any(String),
      protocol: 1,
      now: expect.any(Number),
    })
    expect(await hears(socket)).toEqual({ type: 'answer', ref: 1, ok: true, games: [] })
  })

  it.each(['{"type":"my_games","ref":1}', '{"token":"x"}', 'hello', '"hello"', '[]'])(
    '[WS1] closes a connection that begins with anything but hello: %s',
    async text => {
      const socket = await RawSocket.open(table.url, '/ws/v1')
      socket.say(text)
      expect(await hears(socket)).toMatchObject({ type: 'error', error: error('bad_request') })
      expect(await socket.closeCode()).toBe(CLOSE_CODES.noHello)
    },
  )

  it.each(['"rubbish"', '7', 'null', '""'])('[WS1] closes a connection whose token is %s', async token => {
    const socket = await RawSocket.open(table.url, '/ws/v1')
    socket.say(`{"type":"hello","token":${token}}`)
    expect(await hears(socket)).toEqual({ type: 'error', error: error('bad_token') })
    expect(await socket.closeCode()).toBe(CLOSE_CODES.badToken)
  })

  it('[WS1] keeps 64 requests until it is known who asks, and refuses more', async () => {
    await table.close()
    table = await openTable({ RATE_LIMIT_BURST: '1000' })
    const socket = await RawSocket.open(table.url, '/ws/v1')
    socket.tcp.cork()
    socket.say('{"type":"hello"}')
    for (let ref = 0; ref < 70; ref += 1) socket.say(`{"type":"my_games","ref":${ref}}`)
    socket.tcp.uncork()
    const told = []
    while (told.length < 71) told.push(JSON.parse(await socket.hears()))
    const refused = told.filter(({ ok }) => ok === false)
    expect(refused.map(({ ref, error: { code } }) => [ref, code])).toEqual(
      [64, 65, 66, 67, 68, 69].map(ref => [ref, 'rate_limited']),
    )
    expect(told.filter(({ ok }) => ok)).toHaveLength(64)
  })

  it('[WS1] closes a connection that says nothing for ten seconds', () => {
    vi.useFakeTimers()
    try {
      const sent: unknown[] = []
      const closed = vi.fn()
      const connection = { isOpen: true, send: (data: unknown) => sent.push(data), write() {}, close: closed }
      const never = (): never => {
        throw new Error('nothing was asked')
      }
      const options = { identities: { identify: never }, now: never, answer: never, onError: never }
      const wire = v1Wire({ ...options, onOpen: never, onClose: never })
      const request = {
        path: '/ws/v1',
        headers: {},
        query: new URLSearchParams(),
        protocols: [],
        address: '',
      }
      wire.open(connection, request)
      vi.advanceTimersByTime(9_999)
      expect(closed).not.toHaveBeenCalled()
      vi.advanceTimersByTime(1)
      expect(closed).toHaveBeenCalledWith(CLOSE_CODES.noHello, 'bad_request')
      expect(sent).toEqual([expect.stringContaining('"type":"error"')])
    } finally {
      vi.useRealTimers()
    }
  })

  it('[WS1] takes hello once', async () => {
    const socket = await welcomed()
    socket.say('{"type":"hello","ref":"again"}')
    expect(await hears(socket)).toEqual({ type: 'error', ref: 'again', error: error('bad_request') })
    socket.say('{"type":"my_games","ref":1}')
    expect(await hears(socket)).toMatchObject({ ref: 1, ok: true })
  })

  it.each(['0', '7', '-3', '1.5', '9007199254740991', '""', '"a"', '"\\"é🎲\\u0000"', `"${'x'.repeat(64)}"`])(
    '[WS2] answers under the ref as it came: %s',
    async ref => {
      const socket = await welcomed()
      socket.say(`{"type":"my_games","ref":${ref}}`)
      expect(await hears(socket)).toEqual({ type: 'answer', ref: JSON.parse(ref), ok: true, games: [] })
    },
  )

  const broken: Record<string, { text: string; ref?: string | number }> = {
    'no JSON': { text: 'what?' },
    'half an object': { text: '{"type":"my_games","ref":1' },
    'a list': { text: '[{"type":"my_games","ref":1}]' },
    null: { text: 'null' },
    'no type': { text: '{"ref":7}', ref: 7 },
    'a type that is no text': { text: '{"type":["my_games"],"ref":"a"}', ref: 'a' },
    'no ref': { text: '{"type":"my_games"}' },
    'a ref of 65 characters': { text: `{"type":"my_games","ref":"${'x'.repeat(65)}"}` },
    'a ref that is an object': { text: '{"type":"my_games","ref":{}}' },
    'a ref that is null': { text: '{"type":"my_games","ref":null}' },
    'a number too large to come back': { text: '{"type":"my_games","ref":9007199254740993}' },
    'lists in lists': { text: '['.repeat(30_000) },
  }
  it.each(Object.entries(broken))(
    '[WS3] tells what is wrong with a frame: %s',
    async (_what, { text, ref }) => {
      const socket = await welcomed()
      socket.say(text)
      const told = ref === undefined ? {} : { ref }
      expect(await hears(socket)).toEqual({ type: 'error', ...told, error: error('bad_request') })
      socket.say('{"type":"my_games","ref":1}')
      expect(await hears(socket)).toMatchObject({ ref: 1, ok: true })
    },
  )

  it('[WS3] takes text frames alone, and goes on', async () => {
    const socket = await welcomed()
    socket.send(2, Buffer.from('{"type":"my_games","ref":1}'))
    expect(await hears(socket)).toEqual({ type: 'error', error: error('bad_request') })
    socket.say('{"type":"my_games","ref":1}')
    expect(await hears(socket)).toMatchObject({ ref: 1, ok: true })
  })

  it('[WS2] refuses a move that is nested 20,000 deep under its ref', async () => {
    const socket = await welcomed()
    const nested = '['.repeat(20_000) + ']'.repeat(20_000)
    socket.say(`{"type":"move","ref":1,"id":"b","room":"R","move":{"a":${nested}}}`)
    expect(await hears(socket)).toEqual({ type: 'answer', ref: 1, ok: false, error: error('bad_request') })
  })

  it.each([
    ['{"type":"chat","ref":5,', 5],
    ['{ "ref" : "a\\"b", ', 'a"b'],
  ])(
    '[WS2] refuses a message over 64 KiB under its ref where that comes first, and goes on',
    async (head, ref) => {
      const socket = await welcomed()
      socket.say(`${head}"room":"ABC234","text":"${'x'.repeat(FRAME_MAX_BYTES)}"}`)
      expect(await hears(socket)).toEqual({ type: 'answer', ref, ok: false, error: error('too_large') })
      socket.say(`{"type":"chat","text":"\\"ref\\":9,${'x'.repeat(FRAME_MAX_BYTES)}","ref":6}`)
      expect(await hears(socket)).toEqual({ type: 'error', error: error('too_large') })
      socket.say('{"type":"my_games","ref":1}')
      expect(await hears(socket)).toMatchObject({ ref: 1, ok: true })
    },
  )

  it('[WS2] refuses a flood under the ref of each message, then closes with 1008', async () => {
    const socket = await welcomed()
    for (let ref = 0; ref < 400; ref += 1) socket.say(`{"type":"my_games","ref":${ref}}`)
    expect(await socket.closeCode()).toBe(CLOSE_CODES.flood)
    // What was under way when the connection was closed is not answered any more.
    const answers = socket.heard.slice(1).map(text => JSON.parse(text))
    const refs = answers.map(({ ref }) => ref)
    expect(new Set(refs).size).toBe(refs.length)
    const refused = answers.filter(({ error }) => error?.code === 'rate_limited')
    expect(refused.map(({ ref }) => ref)).toEqual(refused.map((_, at) => refused[0].ref + at))
    expect(refused.length).toBeGreaterThan(190)
  })

  it('[WS4] agrees to diceroom.v1 where it is offered', async () => {
    const offer = (protocols: string) =>
      RawSocket.open(table.url, '/ws/v1', { 'sec-websocket-protocol': protocols })
    expect((await offer('soap, diceroom.v1')).headers.get('sec-websocket-protocol')).toBe('diceroom.v1')
    expect((await offer('soap')).headers.has('sec-websocket-protocol')).toBe(false)
    expect((await RawSocket.open(table.url, '/ws/v1')).headers.has('sec-websocket-protocol')).toBe(false)
  })

  it('[WS5] says closing when the server ends, and closes with 1012', async () => {
    const socket = await welcomed()
    const ended = table.app.close()
    expect(await hears(socket)).toEqual({ type: 'closing', message: expect.any(String) })
    expect(await socket.closeCode()).toBe(CLOSE_CODES.restart)
    await ended
  })

  it('[WS6] sends nothing compressed, also where that is offered', async () => {
    const headers = { 'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits' }
    const socket = await RawSocket.open(table.url, '/ws/v1', headers)
    expect(socket.headers.has('sec-websocket-extensions')).toBe(false)
  })
})
