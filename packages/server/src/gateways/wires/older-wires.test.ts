import type { IncomingHttpHeaders } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LobbyChat } from '../../sessions/lobby-chat.ts'
import { LobbyPeople } from '../../sessions/lobby-people.ts'
import { StorageUnavailable } from '../../stores/room-store.ts'
import { type OpenWires, openWires } from '../../testing/open-wires.ts'
import { OPCODE, RawSocket } from '../../testing/raw-socket.ts'
import { olderWires } from './older-wires.ts'

/** A machine that is busy with other things too may take its time. */
const PATIENTLY = { timeout: 10_000 }

/** Of accounts whose names no header can hold. */
const NAMES: Readonly<Record<string, string>> = { lin: '小林' }

const refused = (code: string) => ({ error: { code, message: expect.any(String) } })

describe('the older wires', () => {
  let wires: OpenWires
  let chat: LobbyChat
  let people: LobbyPeople

  beforeEach(async () => {
    chat = new LobbyChat()
    people = new LobbyPeople()
    // Whoever brings a cookie is logged in under it.
    const personOf = async ({ cookie }: IncomingHttpHeaders) => {
      if (cookie === 'broken') throw new StorageUnavailable('no disk')
      if (cookie === 'bug') throw new Error('a bug')
      return cookie
        ? { id: cookie, name: NAMES[cookie] ?? cookie, player: `p_${cookie}`, login: cookie }
        : null
    }
    const logins = { opened() {}, closed() {} }
    wires = await openWires(olderWires({ chat, people, personOf, logins, now: () => 7 }))
  })
  afterEach(() => wires.close())

  const open = (path: string, headers: Record<string, string> = {}) =>
    RawSocket.open(wires.url, path, headers)
  const json = async (socket: RawSocket) => JSON.parse(await socket.hears())

  describe('the chat', () => {
    it('[OW1] tells everybody what somebody says, the sender included, and nothing but that', async () => {
      const [ada, bo] = [await open('/ws/chat/'), await open('/ws/chat/')]
      ada.say('{"message": "hello", "message_type": 1, "user": "root"}')
      bo.say('{"message":""}')
      for (const one of [ada, bo]) {
        const both = [await one.hears(), await one.hears()]
        expect(both.sort()).toEqual(['{"message":""}', '{"message":"hello"}'])
      }
    })

    it('[OW1] changes nothing about a text', async () => {
      const ada = await open('/ws/chat/')
      const texts = [
        '<b>&amp;</b> "quoted" \\ back',
        'two\nlines\u0000\u0007\u202e',
        '游戏开始 🎲 e\u0301 \u00e9 ﬁ',
        '\ud800 alone',
        ' spaces ',
        '🎲'.repeat(500),
      ]
      for (const message of texts) ada.say(JSON.stringify({ message }))
      for (const message of texts) expect(await json(ada)).toEqual({ message })
      expect(chat.lines.map(({ text }) => text)).toEqual(texts)
    })

    it('[OW2] answers what it cannot take, and nothing else happens', async () => {
      const [ada, bo] = [await open('/ws/chat/'), await open('/ws/chat/')]
      const cases: readonly (readonly [string, string])[] = [
        ['hello', 'bad_request'],
        ['', 'bad_request'],
        ['{"message": "x"', 'bad_request'],
        ['null', 'bad_request'],
        ['["message"]', 'bad_request'],
        ['{}', 'bad_request'],
        ['{"text": "x"}', 'bad_request'],
        ['{"message": 7}', 'bad_request'],
        ['{"message": null}', 'bad_request'],
        ['{"__proto__": {"message": "x"}}', 'bad_request'],
        [JSON.stringify({ message: 'x'.repeat(501) }), 'too_large'],
        [JSON.stringify({ message: '🎲'.repeat(501) }), 'too_large'],
        [JSON.stringify({ message: 'x'.repeat(1024 * 1024) }), 'too_large'],
        ['['.repeat(60_000), 'bad_request'],
      ]
      for (const [frame, code] of cases) {
        ada.say(frame)
        expect([frame.slice(0, 40), await json(ada)]).toEqual([frame.slice(0, 40), refused(code)])
      }
      ada.send(OPCODE.bytes, Buffer.from('{"message":"bytes"}'))
      expect(await json(ada)).toEqual(refused('bad_request'))
      expect(chat.lines).toEqual([])
      ada.say('{"message":"still here"}')
      expect(await json(bo)).toEqual({ message: 'still here' })
      expect(bo.heard).toHaveLength(1)
    })

    it('[OW3] tells nothing to who has left, and goes on for the others', async () => {
      const [ada, bo, lin] = [await open('/ws/chat/'), await open('/ws/chat/'), await open('/ws/chat/')]
      bo.leave()
      await bo.ended()
      lin.tcp.destroy()
      await expect.poll(() => wires.open, PATIENTLY).toBe(1)
      ada.say('{"message":"anybody?"}')
      expect(await json(ada)).toEqual({ message: 'anybody?' })
      expect([...bo.heard, ...lin.heard]).toEqual([])
    })

    it('[OW4] keeps lines under the name of the account, and sends none of them to a newcomer', async () => {
      const [ada, bo] = [await open('/ws/chat/', { cookie: 'Ada' }), await open('/ws/chat/')]
      ada.say('{"message":"from an account"}')
      await bo.hears()
      bo.say('{"message":"from a guest"}')
      await bo.hears()
      expect(chat.lines).toEqual([
        { id: 1, at: 7, text: 'from an account', name: 'Ada' },
        { id: 2, at: 7, text: 'from a guest', name: null },
      ])
      const lin = await open('/ws/chat/')
      ada.say('{"message":"live"}')
      expect(await json(lin)).toEqual({ message: 'live' })
    })
  })

  describe('presence', () => {
    const told = (msg: string, users: readonly string[]) => ({ msg, online: users.length, users })
    const anonymous = 'AnonymousUser'

    it('[OW5] [OW6] tells everybody who comes and who goes, the newcomer too, in that order', async () => {
      const ada = await open('/ws/presence/', { cookie: 'Ada' })
      expect(await json(ada)).toEqual(told('Ada Connected', ['Ada']))
      const bo = await open('/ws/presence')
      for (const one of [ada, bo])
        expect(await json(one)).toEqual(told('AnonymousUser Connected', ['Ada', anonymous]))
      const lin = await open('/ws/presence/', { cookie: 'lin' })
      for (const one of [ada, bo, lin])
        expect(await json(one)).toEqual(told('小林 Connected', ['Ada', anonymous, '小林']))
      ada.leave()
      for (const one of [bo, lin])
        expect(await json(one)).toEqual(told('Ada Disconnected', [anonymous, '小林']))
      bo.tcp.destroy()
      expect(await json(lin)).toEqual(told('AnonymousUser Disconnected', ['小林']))
    })

    it('[OW7] tells of every connection, and counts persons', async () => {
      const ada = await open('/ws/presence/', { cookie: 'Ada' })
      const phone = await open('/ws/presence/', { cookie: 'Ada' })
      const tab = await open('/ws/presence/?player=p_guest')
      const otherTab = await open('/ws/presence/?player=p_guest')
      expect(await json(otherTab)).toEqual(told('AnonymousUser Connected', ['Ada', anonymous]))
      tab.leave()
      expect(await json(otherTab)).toEqual(told('AnonymousUser Disconnected', ['Ada', anonymous]))
      phone.leave()
      expect(await json(otherTab)).toEqual(told('Ada Disconnected', ['Ada', anonymous]))
      otherTab.leave()
      await expect
        .poll(() => ada.heard.at(-1))
        .toBe(JSON.stringify(told('AnonymousUser Disconnected', ['Ada'])))
    })

    it('[OW7] does not believe that somebody is an account, or an id of any length', async () => {
      await open('/ws/presence/', { cookie: 'Ada' })
      const liar = await open('/ws/presence/?player=p_Ada')
      expect(await json(liar)).toEqual(told('AnonymousUser Connected', ['Ada', anonymous]))
      const long = `/ws/presence/?player=${'x'.repeat(65)}`
      await open(long)
      const second = await open(long)
      expect(await json(second)).toMatchObject({ online: 4 })
    })

    it('[OW2] [OW5] answers who talks to it, and the others hear nothing of it', async () => {
      const [ada, bo] = [await open('/ws/presence/'), await open('/ws/presence/')]
      await bo.hears()
      bo.say('{"message":"hello"}')
      expect(await json(bo)).toEqual(refused('bad_request'))
      bo.leave()
      await expect.poll(() => ada.heard, PATIENTLY).toHaveLength(3)
    })

    it('[OW14] refuses by 503 while nobody can say who comes, and ends the connection at a bug', async () => {
      const broken = { path: '/ws/presence/', headers: { cookie: 'broken' } }
      const socket = await RawSocket.knock(wires.url, broken)
      await socket.ended()
      expect([socket.status, JSON.parse(socket.body)]).toEqual([503, refused('storage_unavailable')])
      const bug = await RawSocket.knock(wires.url, { ...broken, headers: { cookie: 'bug' } })
      await bug.ended()
      expect([bug.status, wires.errors]).toEqual([0, [new Error('a bug')]])
      expect(people.all).toEqual([])
    })
  })

  describe('the echo', () => {
    it('[OW8] sends every frame back, byte for byte and in order, text as text and bytes as bytes', async () => {
      const socket = await open('/ws/')
      const frames = [
        [OPCODE.text, Buffer.from('hello')],
        [OPCODE.text, Buffer.from('')],
        [OPCODE.text, Buffer.from('\ufeff{"not": json \u0000 游戏开始 🎲')],
        [OPCODE.bytes, Buffer.from([0, 255, 0x80, 0xc3, 0x28])],
        [OPCODE.bytes, Buffer.alloc(0)],
        [OPCODE.text, Buffer.alloc(64 * 1024, 'x')],
        [OPCODE.bytes, Buffer.alloc(200, 0xfe)],
      ] as const
      for (const [opcode, payload] of frames) socket.send(opcode, payload)
      for (const [opcode, payload] of frames) expect(await socket.next()).toEqual({ opcode, payload })
    })

    it('[OW8] puts a message together that comes in pieces', async () => {
      const socket = await open('/ws/')
      const text = Buffer.from('骰子')
      socket.send(OPCODE.text, text.subarray(0, 2), { final: false })
      socket.send(OPCODE.ping, Buffer.from('?'))
      socket.send(OPCODE.rest, text.subarray(2))
      expect(await socket.hears()).toBe('骰子')
      expect(socket.frames[0]).toEqual({ opcode: OPCODE.pong, payload: Buffer.from('?') })
    })
  })

  it('[OW13] the first subprotocol that is offered is agreed to, on each of them', async () => {
    for (const path of ['/ws/', '/ws/chat/', '/ws/presence', '/ws/stream/']) {
      const some = await open(path, { 'sec-websocket-protocol': 'dice.v2, dice.v1' })
      expect(some.headers.get('sec-websocket-protocol')).toBe('dice.v2')
      const none = await open(path)
      expect(none.headers.has('sec-websocket-protocol')).toBe(false)
    }
  })
})
