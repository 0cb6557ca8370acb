import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type WireName, wireKind } from '../../testing/lines.ts'
import { RawSocket } from '../../testing/raw-socket.ts'
import type { TestClient } from '../../testing/table.ts'
import { CALM, type Seated, seated } from './seated.ts'

const RUBBISH: Record<string, string | Buffer> = {
  nothing: '',
  'no JSON': 'hello?',
  'half of a JSON text': '{"type":"move","ref":1,"move":{"ty',
  'half of a packet': '42["move",{"id":"b"',
  'an unknown packet': '9{"what":',
  'a number': '17',
  'a list': '[]',
  null: 'null',
  'lists in lists': '['.repeat(30_000),
  'an object in an object': '{"a":'.repeat(10_000),
  bytes: Buffer.from([0, 255, 254, 128]),
  'no bytes': Buffer.alloc(0),
  'control characters': '\u0000\u0007\u001e\u202e',
}

/** Bytes that are no message cost nobody anything but who sent them. */
export function rubbishContract(wire: WireName): void {
  describe('bytes that are no message', () => {
    let at: Seated
    let room: string
    let ada: TestClient
    let seqAtStart: number
    beforeEach(async () => {
      at = await seated(wire, { env: CALM })
      room = at.room
      ada = at.ada
      seqAtStart = (await ada.done('sync', { room, since: 0 })).seq
    })
    afterEach(() => at.table.close())

    /** The room is as the test found it, and Ada still plays. */
    async function nothingChanged() {
      expect(await ada.ask('sync', { room, since: 0 })).toMatchObject({ ok: true, seq: seqAtStart })
      expect(await ada.ask('legal_moves', { room })).toMatchObject({ ok: true, moves: [{ type: 'roll' }] })
    }

    for (const [what, data] of Object.entries(RUBBISH)) {
      it(`[WR14] end nothing but their own connection: ${what}`, async () => {
        const cai = await at.connect()
        cai.raw(data)
        const answered = cai.ask('legal_moves', { room }).catch(() => 'silence')
        // Either way: the next request is answered as ever, or the connection is over.
        await Promise.race([answered, cai.closed])
        await nothingChanged()
      })
    }

    it('[WR14] end nothing but their own connection, however a request was mutilated', async () => {
      const whole = wireKind(wire).request(7, 'legal_moves', { room })
      let cai = await at.connect()
      let isOver = false
      const mutilated = fc.record({
        from: fc.nat(whole.length),
        length: fc.nat(9),
        put: fc.string({ unit: 'binary', maxLength: 5 }),
      })
      await fc.assert(
        fc.asyncProperty(mutilated, async ({ from, length, put }) => {
          if (isOver) {
            cai = await at.connect()
            isOver = false
          }
          cai.raw(whole.slice(0, from) + put + whole.slice(from + length))
          const over = cai.closed.then(() => {
            isOver = true
          })
          await Promise.race([cai.ask('legal_moves', { room }).catch(() => {}), over])
        }),
        { numRuns: 100 },
      )
      await nothingChanged()
    })

    it('[WR14] end nothing but their own connection: frames that break off', async () => {
      const { path, hello } = wireKind(wire)
      for (const bytes of path === null ? HALF_POSTS : HALF_FRAMES) {
        const socket = path === null ? RawSocket.dial(at.table.url) : await RawSocket.open(at.table.url, path)
        if (path !== null) {
          socket.say(hello(undefined))
          while (!(await socket.hears()).includes('welcome'));
        }
        socket.tcp.end(bytes)
        await socket.ended()
      }
      await nothingChanged()
      const metrics = await (await fetch(`${at.table.url}/metrics`)).text()
      expect(metrics).toContain('dice_room_connections 2\n')
    })
  })
}

/** Half of a header, a header without its payload, a payload without its mask, a reserved kind, and no frame at all. */
const HALF_FRAMES = [
  [0x81],
  [0x81, 0xfe, 0x00],
  [0x81, 0x85, 1, 2, 3, 4, 5],
  [0x81, 0x02, 0x7b, 0x7d],
  [0x83, 0x80, 0, 0, 0, 0],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
].map(bytes => Buffer.from(bytes))

const HALF_POSTS = [
  'POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n42["mo',
  'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHo',
  'GET /socket.io/?EIO=4&transport=nonsense HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
].map(text => Buffer.from(text))
