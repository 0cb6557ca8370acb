import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { derivedKey } from '../../sessions/secret-key.ts'
import { type WireName, wireKind } from '../../testing/lines.ts'
import { openTable, type TestClient } from '../../testing/table.ts'
import { type Seated, seated } from './seated.ts'

const REFUSED: Record<string, { readonly send: readonly [string, object]; readonly code: string }> = {
  'an unknown request': { send: ['launch_rockets', {}], code: 'unknown_request' },
  'a property of every object as a request': { send: ['constructor', {}], code: 'unknown_request' },
  'no payload': { send: ['move', {}], code: 'bad_request' },
  'a wrong type': { send: ['chat', { id: 'b', room: 'R', text: 7 }], code: 'bad_request' },
  'a missing field': { send: ['chat', { id: 'b', room: 'R' }], code: 'bad_request' },
  'an unknown field': { send: ['chat', { id: 'b', room: 'R', text: 'hi', loud: true }], code: 'bad_request' },
  'a missing id': { send: ['chat', { room: 'R', text: 'hi' }], code: 'bad_request' },
  'an id of 65 characters': {
    send: ['chat', { id: 'i'.repeat(65), room: 'R', text: 'hi' }],
    code: 'bad_request',
  },
  'a name of 10,000 characters': {
    send: ['join_room', { id: 'b', room: 'R', name: 'n'.repeat(10_000) }],
    code: 'bad_request',
  },
  'a move that is nested 1,000 deep': {
    send: ['move', { id: 'b', room: 'R', move: JSON.parse(`{"a":${'['.repeat(1e3)}${']'.repeat(1e3)}}`) }],
    code: 'bad_request',
  },
  'an unknown room': { send: ['join_room', { id: 'b', room: 'ZZZZZZ' }], code: 'room_not_found' },
  'a move in an unknown room': {
    send: ['move', { id: 'b', room: 'ZZZZZZ', move: { type: 'roll' } }],
    code: 'room_not_found',
  },
  'an unknown game': { send: ['create_room', { id: 'b', game: 'roulette' }], code: 'unknown_game' },
  'the prototype as a game': { send: ['create_room', { id: 'b', game: '__proto__' }], code: 'unknown_game' },
  'an unknown option': {
    send: ['create_room', { id: 'b', game: 'race', options: { turbo: 1 } }],
    code: 'bad_options',
  },
  'an option out of range': {
    send: ['create_room', { id: 'b', game: 'free-roll', options: { dice: 21 } }],
    code: 'bad_options',
  },
  '__proto__ among the options': {
    send: [
      'create_room',
      { id: 'b', game: 'race', options: JSON.parse('{"__proto__": {"finish": "stay"}}') },
    ],
    code: 'bad_options',
  },
  '__proto__ in the payload': {
    send: ['create_room', JSON.parse('{"id": "b", "game": "race", "__proto__": {}}')],
    code: 'bad_request',
  },
}

const UNSAYABLE = {
  'empty text': '',
  blanks: '   ',
  '501 characters': 'x'.repeat(501),
  'control characters': 'a\u0007b',
  'a bidi override': 'a\u202eb',
  'a line break': 'a\nb',
}

/** Whatever is wrong with a request, it has one answer, and nothing else happens. */
export function refusingContract(wire: WireName): void {
  describe('a request that is refused', () => {
    let at: Seated
    let room: string
    let ada: TestClient
    let bo: TestClient
    let seqAtStart: number
    beforeEach(async () => {
      at = await seated(wire)
      room = at.room
      ada = at.ada
      bo = at.bo
      seqAtStart = (await bo.done('sync', { room, since: 0 })).seq
    })
    afterEach(() => at.table.close())

    /** The room is as the test found it, and Ada still plays. */
    async function nothingChanged() {
      const watcher = await at.connect()
      expect((await watcher.done('join_room', { room, as: 'spectator' })).seq).toBe(seqAtStart)
      expect(await ada.ask('legal_moves', { room })).toMatchObject({ ok: true, moves: [{ type: 'roll' }] })
    }

    it('[WR10] is answered exactly once, like all others', async () => {
      ada.heard.text = ''
      const asked = Object.values(REFUSED).map(({ send }) => ada.send(...send))
      asked.push(ada.ask('chat', { room, text: 'and one that is done' }))
      await Promise.all(asked)
      await ada.until('heartbeat', ({ rooms }) => rooms[room] === seqAtStart + 1)
      expect(ada.heard.text.match(wireKind(wire).answer)).toHaveLength(asked.length)
    })

    for (const [what, { send, code }] of Object.entries(REFUSED)) {
      it(`[WR10] is ${what}, with ${code}`, async () => {
        const error = { code, message: expect.any(String) }
        expect(await ada.send(...send)).toEqual({ ok: false, error })
        await nothingChanged()
      })
    }

    for (const [what, text] of Object.entries(UNSAYABLE)) {
      it(`[WR10] is to say ${what}`, async () => {
        const error = { code: 'bad_request' }
        expect(await ada.ask('chat', { room, text })).toMatchObject({ ok: false, error })
        await nothingChanged()
      })
    }

    it('[WR10] is a move that the game does not have, and one with a field too many', async () => {
      const polluted = JSON.parse('{"type": "roll", "__proto__": {"position": 6}}')
      for (const move of [{ type: 'fly' }, polluted]) {
        expect(await ada.ask('move', { room, move })).toMatchObject({ error: { code: 'illegal_move' } })
      }
      await nothingChanged()
    })

    it('[WR10] is answered in a sentence of bearable length, also for 3,000 wrong options', async () => {
      const options = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`option ${n}`, n]))
      const answer = await ada.ask('create_room', { game: 'race', options })
      expect(answer).toMatchObject({ error: { code: 'bad_options' } })
      expect(JSON.stringify(answer).length).toBeLessThan(500)
    })

    it('[WR10] is one of somebody who is not at the table', async () => {
      const stranger = await at.connect()
      const error = { code: 'not_in_room' }
      expect(await stranger.ask('move', { room, move: { type: 'roll' } })).toMatchObject({ error })
      expect(await stranger.ask('chat', { room, text: 'hi' })).toMatchObject({ error })
      expect(await stranger.ask('sync', { room, since: 0 })).toMatchObject({ error })
      expect(await bo.ask('set_options', { room, options: {} })).toMatchObject({
        error: { code: 'not_host' },
      })
      await nothingChanged()
    })

    it('[WR10] is none where somebody who only watches asks what to do, or a player on a new connection', async () => {
      const watcher = await at.connect()
      await watcher.done('join_room', { room, as: 'spectator' })
      expect(await watcher.ask('legal_moves', { room })).toMatchObject({ ok: true, moves: [] })
      const again = await at.connect(ada.welcome.token)
      expect(await again.ask('legal_moves', { room })).toMatchObject({ ok: true, moves: [{ type: 'roll' }] })
      expect(await again.ask('chat', { room, text: 'still me' })).toMatchObject({ ok: true, seq: 6 })
    })

    it('[WR11] is a connection whose token is forged, or none at all', async () => {
      const forged = new SignJWT({ name: 'Ada' })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(ada.welcome.player.id)
      const signed = await forged.setIssuer('dice-room').setExpirationTime('1h').sign(new Uint8Array(32))
      const [header, payload] = ada.welcome.token.split('.')
      const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
      for (const token of [
        signed,
        `${header}.${payload}.`,
        none,
        'rubbish',
        ada.welcome.player.id,
        '',
        'x'.repeat(5000),
      ]) {
        await expect(at.connect(token)).rejects.toMatchObject({
          data: { code: 'bad_token', message: expect.any(String) },
        })
      }
      await nothingChanged()
    })
  })

  it('[WR11] refuses a token whose time is over, though we have signed it ourselves', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dice-room-token-'))
    const secret = new Uint8Array(32).fill(7)
    writeFileSync(join(folder, 'secret.key'), Buffer.from(secret).toString('base64'))
    const table = await openTable({ DATABASE_URL: join(folder, 'rooms.sqlite') })
    const signed = (expiry: string) =>
      new SignJWT({ name: 'Ada' })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject('p_ada')
        .setIssuer('dice-room')
        .setExpirationTime(expiry)
        .sign(derivedKey(secret, 'tokens'))
    try {
      const expired = table.connect({ wire, token: await signed('-1s') })
      await expect(expired).rejects.toMatchObject({ data: { code: 'bad_token' } })
      // Only the time makes the difference.
      const ada = await table.connect({ wire, token: await signed('1h') })
      expect(ada.welcome.player.id).toBe('p_ada')
    } finally {
      await table.close()
      rmSync(folder, { recursive: true })
    }
  })
}
