import { createHash, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LobbyChat } from '../../sessions/lobby-chat.ts'
import { type OpenWires, openWires } from '../../testing/open-wires.ts'
import { OPCODE, RawSocket } from '../../testing/raw-socket.ts'
import { openTable } from '../../testing/table.ts'
import { ConnectionLimit } from '../connection-limit.ts'
import { chatWire } from './chat.ts'
import { echoWire } from './echo.ts'
import type { WireRouterOptions } from './router.ts'
import type { Wire } from './wire.ts'

/** A machine that is busy with other things too may take its time. */
const PATIENTLY = { timeout: 10_000 }

const logins = { opened() {}, closed() {} }
const chat = () => chatWire({ chat: new LobbyChat(), personOf: async () => null, logins, now: () => 0 })

/** What a refused upgrade is answered with. */
async function answerTo(url: string, knock: Parameters<typeof RawSocket.knock>[1]) {
  const socket = await RawSocket.knock(url, knock)
  if (socket.status === 101) {
    socket.tcp.destroy()
    return { status: 101, code: null }
  }
  await socket.ended()
  return { status: socket.status, code: codeIn(socket.body) }
}

const codeIn = (body: string): string | null =>
  body.startsWith('{') ? (JSON.parse(body) as { error: { code: string } }).error.code : null

describe('a WebSocket', () => {
  let wires: OpenWires
  const open = async (options: Partial<WireRouterOptions> = {}) => {
    wires = await openWires([echoWire(), chat()], options)
    return wires.url
  }
  afterEach(() => wires.close())

  describe('is refused', () => {
    it('[OW14] by 404 where nothing is, and let in where something is', async () => {
      const url = await open()
      for (const path of ['/', '/ws', '/ws/chat', '/ws//', '/ws/nothing/', '//', '/%', '/ws/%E0%A4%A/', '*'])
        expect([path, await answerTo(url, { path })]).toEqual([
          path,
          { status: 404, code: 'unknown_request' },
        ])
      const key = randomBytes(16).toString('base64')
      const socket = await RawSocket.open(url, '/ws/?a=1&b', { 'sec-websocket-key': key })
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
      expect(socket.headers.get('sec-websocket-accept')).toBe(accept)
      expect(socket.headers.has('sec-websocket-extensions')).toBe(false)
    })

    it('[OW14] by 400 where the upgrade is broken, 405 where it is no GET', async () => {
      const url = await open()
      const broken: readonly Record<string, string | undefined>[] = [
        { 'sec-websocket-key': undefined },
        { 'sec-websocket-key': 'short' },
        { 'sec-websocket-key': '*'.repeat(24) },
        { 'sec-websocket-version': undefined },
        { 'sec-websocket-version': '12' },
        { 'sec-websocket-protocol': 'a, a' },
        { 'sec-websocket-protocol': 'a b' },
        { upgrade: 'h2c' },
      ]
      for (const headers of broken)
        expect([headers, (await answerTo(url, { path: '/ws/', headers })).status]).toEqual([headers, 400])
      expect((await answerTo(url, { path: '/ws/', method: 'POST' })).status).toBe(405)
      expect(wires.open).toBe(0)
    })

    it('[OW15] by 403 as a page of another site, and let in as one of this host, a program, or as the setting says', async () => {
      const url = await open({ allowedOrigins: ['https://friend.example', 'http://friend.example:8080'] })
      const { host } = new URL(url)
      const from = async (origin: string | undefined, more: Record<string, string> = {}) =>
        (await answerTo(url, { path: '/ws/chat/', headers: { origin, ...more } })).status
      const foreign = ['https://evil.example', 'null', 'http://localhost', `http://${host}.evil.example`, '']
      for (const origin of [...foreign, 'http://friend.example', 'file://', `ftp://${host}`, 'nonsense'])
        expect([origin, await from(origin)]).toEqual([origin, 403])
      for (const origin of [
        undefined,
        `http://${host}`,
        'https://friend.example',
        'http://friend.example:8080',
      ])
        expect([origin, await from(origin)]).toEqual([origin, 101])
      // The address that people use, as a proxy hands it on.
      const proxied = { host: 'dice.example' }
      expect(await from('https://dice.example', proxied)).toBe(101)
      expect(await from('http://dice.example', proxied)).toBe(101)
      expect(await from('https://dice.example:444', proxied)).toBe(403)
      expect(await answerTo(url, { path: '/ws/', headers: { origin: 'https://evil.example' } })).toEqual({
        status: 403,
        code: 'forbidden',
      })
    })

    it('[OW15] by nobody where the setting allows all', async () => {
      const url = await open({ allowedOrigins: 'any' })
      for (const origin of ['https://evil.example', 'null'])
        expect((await answerTo(url, { path: '/ws/', headers: { origin } })).status).toBe(101)
    })

    it('[OW16] by 429 beyond the connections of one address, until one of them has ended', async () => {
      const url = await open({ limit: new ConnectionLimit(3) })
      const three = await Promise.all([1, 2, 3].map(() => RawSocket.open(url, '/ws/')))
      expect(await answerTo(url, { path: '/ws/' })).toEqual({ status: 429, code: 'rate_limited' })
      three[0]?.leave()
      await expect.poll(() => wires.open, PATIENTLY).toBe(2)
      expect((await answerTo(url, { path: '/ws/' })).status).toBe(101)
    })

    it('[OW16] by 429 also where many come at once, and it takes a while to say who they are', async () => {
      const admit = () => new Promise<null>(resolve => setImmediate(() => resolve(null)))
      wires = await openWires([{ ...echoWire(), admit }], { limit: new ConnectionLimit(3) })
      const many = await Promise.all(
        Array.from({ length: 20 }, () => RawSocket.knock(wires.url, { path: '/ws/' })),
      )
      expect(many.filter(({ status }) => status === 101)).toHaveLength(3)
      expect(many.filter(({ status }) => status === 429)).toHaveLength(17)
    })
  })

  describe('is closed', () => {
    it('[OW17] with 1000 where the client closes', async () => {
      const socket = await RawSocket.open(await open(), '/ws/')
      socket.leave()
      expect(await socket.closeCode()).toBe(1000)
      await socket.ended()
    })

    it('[OW17] with 1002 for broken frames, 1007 for text that is no UTF-8, 1009 for too much at once', async () => {
      const url = await open()
      const other = await RawSocket.open(url, '/ws/chat/')
      const cases: readonly (readonly [number, (socket: RawSocket) => void])[] = [
        [1002, socket => socket.send(OPCODE.text, Buffer.from('hello'), { masked: false })],
        [1002, socket => socket.send(0x3, Buffer.from('hello'))],
        [1002, socket => socket.send(OPCODE.rest, Buffer.from('of nothing'))],
        [1002, socket => socket.send(OPCODE.ping, Buffer.alloc(126))],
        [1002, socket => socket.send(OPCODE.close, Buffer.from([0x03, 0xed]))],
        [1007, socket => socket.send(OPCODE.text, Buffer.from([0xc3, 0x28]))],
        [1007, socket => socket.send(OPCODE.text, Buffer.from([0xed, 0xa0, 0x80]))],
        [1009, socket => socket.send(OPCODE.text, Buffer.alloc(1.5 * 1024 * 1024 + 1, 'x'))],
      ]
      for (const [code, misbehave] of cases) {
        const socket = await RawSocket.open(url, '/ws/chat/')
        misbehave(socket)
        expect(await socket.closeCode()).toBe(code)
        await socket.ended()
      }
      other.say('{"message":"still here"}')
      expect(await other.hears()).toBe('{"message":"still here"}')
    })

    it('[OW17] [OW18] with 1008 for a flood, which is answered and which the others do not hear of', async () => {
      const url = await open({ rateLimit: { perSecond: 1, burst: 5 } })
      const [flooder, other] = [
        await RawSocket.open(url, '/ws/chat/'),
        await RawSocket.open(url, '/ws/chat/'),
      ]
      for (let at = 0; at < 300; at += 1) flooder.say('{"message":"flood"}')
      expect(await flooder.closeCode()).toBe(1008)
      const refusals = flooder.heard.filter(text => text.includes('rate_limited'))
      expect(refusals.length).toBe(201)
      expect(flooder.heard.length - refusals.length).toBe(5)
      await flooder.ended()
      other.say('{"message":"calm"}')
      await expect.poll(() => other.heard.at(-1), PATIENTLY).toBe('{"message":"calm"}')
      expect(other.heard).toHaveLength(6)
    })

    it('[OW17] [OW18] with 1008 for a flood of frames that say nothing, too', async () => {
      const url = await open({ rateLimit: { perSecond: 1, burst: 5 } })
      for (const opcode of [OPCODE.ping, OPCODE.pong]) {
        const flooder = await RawSocket.open(url, '/ws/chat/')
        for (let at = 0; at < 300; at += 1) flooder.send(opcode, Buffer.from('flood'))
        // Of pings ws itself has enough where it cannot answer as many as come.
        expect(await flooder.closeCode()).toBe(opcode === OPCODE.ping ? null : 1008)
        await flooder.ended()
      }
    })

    it('[OW19] without a word where nobody answers the pings, one every 25 s; who answers stays', async () => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
      try {
        const url = await open()
        const [dead, alive] = [await RawSocket.open(url, '/ws/'), await RawSocket.open(url, '/ws/')]
        dead.isPolite = false
        for (let pings = 1; pings <= 4; pings += 1) {
          vi.advanceTimersByTime(25_000)
          await alive.hearsPings(pings)
          // When this is back, the answer to the ping was heard before it.
          alive.say('hello')
          expect(await alive.hears()).toBe('hello')
        }
        await dead.ended()
        expect([await dead.closeCode(), wires.open]).toEqual([null, 1])
      } finally {
        vi.useRealTimers()
      }
    })

    it('[OW20] where a client reads nothing, once about 1 MB waits for it', async () => {
      const url = await open({ rateLimit: { perSecond: 10_000, burst: 10_000 } })
      const lazy = await RawSocket.open(url, '/ws/')
      lazy.tcp.pause()
      const frame = Buffer.alloc(60_000, 'x')
      for (let at = 0; at < 400; at += 1) lazy.send(OPCODE.bytes, frame)
      await expect.poll(() => wires.open, PATIENTLY).toBe(0)
      lazy.tcp.destroy()
    })
  })

  it('[OW17] that was told goodbye is listened to no more', async () => {
    const heard: string[] = []
    const once: Wire = {
      match: () => true,
      open: connection => ({
        text(text) {
          heard.push(text)
          connection.close()
        },
        closed() {},
      }),
    }
    wires = await openWires([once])
    const socket = await RawSocket.open(wires.url, '/')
    for (const text of ['one', 'two', 'three']) socket.say(text)
    expect(await socket.closeCode()).toBe(1000)
    await vi.waitFor(() => expect(wires.open).toBe(0), PATIENTLY)
    expect(heard).toEqual(['one'])
  })

  it('[OW21] whose wire has a bug ends alone, and leaves its place to others', async () => {
    const broken: Wire = {
      match: () => true,
      open() {
        throw new Error('a bug')
      },
    }
    wires = await openWires([broken], { limit: new ConnectionLimit(1) })
    for (let times = 1; times <= 2; times += 1) {
      const socket = await RawSocket.knock(wires.url, { path: '/' })
      await socket.ended()
      expect(wires.errors).toHaveLength(times)
    }
    expect(wires.open).toBe(0)
  })

  it('[OW21] full of garbage ends alone, before and after the upgrade', async () => {
    const url = await open()
    const witness = await RawSocket.open(url, '/ws/chat/')
    for (let round = 0; round < 60; round += 1) {
      const garbage = randomBytes(1 + ((round * 37) % 2000))
      const dialled = RawSocket.dial(url)
      dialled.tcp.write(
        round % 2 ? garbage : Buffer.concat([Buffer.from('GET /ws/chat/ HTTP/1.1\r\n'), garbage]),
      )
      const upgraded = await RawSocket.open(url, '/ws/chat/')
      upgraded.tcp.write(garbage)
      const cut = await RawSocket.open(url, '/ws/chat/')
      cut.tcp.write(garbage.subarray(0, 3))
      for (const socket of [dialled, upgraded, cut]) socket.tcp.end()
    }
    await expect.poll(() => wires.open, PATIENTLY).toBe(1)
    witness.say('{"message":"still here"}')
    await expect.poll(() => witness.heard.at(-1), PATIENTLY).toBe('{"message":"still here"}')
    expect(wires.errors).toEqual([])
  })
})

describe('the server', () => {
  it('[OW17] closes every WebSocket with 1012 when it ends, and waits for nobody who does not answer', async () => {
    const table = await openTable()
    const paths = ['/ws/', '/ws/chat/', '/ws/presence', '/ws/stream/']
    const sockets = await Promise.all(paths.map(path => RawSocket.open(table.url, path)))
    const [mute] = sockets
    if (mute) mute.isPolite = false
    await Promise.all([...sockets.map(async one => expect(await one.closeCode()).toBe(1012)), table.close()])
    await Promise.all(sockets.map(one => one.ended()))
  })

  it('[OW14] [OW15] [OW16] answers upgrades as its settings say', async () => {
    const table = await openTable({ ALLOWED_ORIGINS: 'https://friend.example', CONNECTIONS_PER_ADDRESS: '1' })
    const status = async (path: string, headers: Record<string, string> = {}) =>
      (await answerTo(table.url, { path, headers })).status
    expect(await status('/nothing/')).toBe(404)
    expect(await status('/socket%2Eio/')).toBe(404)
    expect(await status('/ws/', { origin: 'https://evil.example' })).toBe(403)
    const friend = await RawSocket.open(table.url, '/ws/', { origin: 'https://friend.example' })
    expect(await status('/ws/chat/')).toBe(429)
    friend.leave()
    await friend.ended()
    await expect.poll(() => status('/ws/chat/', { origin: table.url }), PATIENTLY).toBe(101)
    await table.close()
  })
})
