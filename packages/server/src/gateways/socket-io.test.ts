import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectTcp } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FRAME_MAX_BYTES, NEAR_EVENTS } from '@diceroom/shared/protocol/limits.ts'
import { REJECTION_CODES } from '@diceroom/shared/protocol/rejections.ts'
import { SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { derivedKey } from '../sessions/secret-key.ts'
import { memoryStore } from '../stores/memory.ts'
import { type RoomStore, StorageUnavailable } from '../stores/room-store.ts'
import { openTable, type Table, type TestClient } from '../testing/table.ts'

describe('the wire over Socket.IO', () => {
  let table: Table
  let ada: TestClient
  let bo: TestClient
  let room: string

  beforeEach(async () => {
    table = await openTable({}, { heartbeatMs: 50 })
    ada = await table.connect()
    bo = await table.connect()
    room = (await ada.done('create_room', { game: 'free-roll' })).room
    await ada.done('join_room', { room, name: 'Ada' })
    await bo.done('join_room', { room, name: 'Bo' })
  })
  afterEach(() => table.close())

  it('[WR1] welcomes every connection with a player and a token that makes the same player again', async () => {
    expect(ada.welcome).toMatchObject({ protocol: 1, player: { id: expect.stringMatching(/^p_/) } })
    const again = await table.connect({ token: ada.welcome.token })
    expect(again.welcome.player.id).toBe(ada.welcome.player.id)
    expect(bo.welcome.player.id).not.toBe(ada.welcome.player.id)
  })

  it('[WR2] tells everybody the same roll once, the one who rolled included', async () => {
    const rolled = await ada.done('move', { room, move: { type: 'roll' } })
    const [atAda, atBo] = await Promise.all(
      [ada, bo].map(client => client.until('game_process', ({ seq }) => seq === rolled.seq)),
    )
    expect(atBo).toEqual(atAda)
    expect(atAda).toMatchObject({
      room,
      gameStatus: 1,
      message: `Ada rolled ${atAda?.position}`,
      events: rolled.events,
    })
    expect(atAda?.position).toBeOneOf([1, 2, 3, 4, 5, 6])
    expect(atAda?.dice).toEqual([atAda?.position])
    await bo.done('chat', { room, text: 'nice' })
    await ada.until('room_event', ({ seq }) => seq === rolled.seq + 1)
    expect(ada.received.filter(({ name }) => name === 'game_process')).toHaveLength(1)
  })

  it('[WR3] tells of a join in free roll by game_start with an opening position, the newcomer included', async () => {
    const [atAda, atBo] = await Promise.all(
      [ada, bo].map(client =>
        client.until('game_start', ({ events }) => 'name' in (events[0] ?? {}) && seatIn(events) === 1),
      ),
    )
    expect(atAda).toEqual(atBo)
    expect(atAda).toMatchObject({ gameStatus: 1, message: 'Bo joined' })
    expect(atAda?.position).toBeOneOf([1, 2, 3, 4, 5, 6])
  })

  it('[WR4] answers a command that is sent again as the first time, and does nothing', async () => {
    const first = await ada.done('move', { id: 'same', room, move: { type: 'roll' } })
    await bo.done('move', { room, move: { type: 'roll' } })
    const second = await ada.done('move', { id: 'same', room, move: { type: 'roll' } })
    expect(second).toEqual(first)
    expect(await ada.ask('move', { id: 'same', room, move: { type: 'roll', message: 'ha' } })).toMatchObject({
      ok: false,
      error: { code: 'id_reused' },
    })
    // Another player may use the same id.
    expect(await bo.ask('move', { id: 'same', room, move: { type: 'roll' } })).toMatchObject({
      ok: true,
      seq: first.seq + 2,
    })
    const made = await Promise.all(
      ['x', 'x', 'y'].map(id => ada.done('create_room', { id, game: 'race', private: true })),
    )
    expect(made[0]).toEqual(made[1])
    expect(made[2]).not.toEqual(made[0])
  })

  it('[WR5] never shows marks, tokens or ids of commands', async () => {
    await ada.done('move', { id: 'secret-id-1', room, move: { type: 'roll' } })
    await bo.until('game_process')
    const { state, recent } = await standing(bo, room)
    const seen = JSON.stringify([bo.received.filter(({ name }) => name !== 'welcome'), state, recent])
    expect(seen).not.toContain('secret-id-1')
    expect(seen).not.toContain('"cmd"')
    expect(seen).not.toContain(ada.welcome.token)
  })

  it('[WR6] brings back who was away by events where they are near, by state where not', async () => {
    const { seq } = await ada.done('move', { room, move: { type: 'roll' } })
    await bo.done('chat', { room, text: 'one' })
    await bo.done('chat', { room, text: 'two' })
    const near = await ada.done('join_room', { room, since: seq })
    expect(near).toMatchObject({ seat: 0, seq: seq + 2, events: [{ text: 'one' }, { text: 'two' }] })
    expect(await ada.done('sync', { room, since: seq + 2 })).toMatchObject({ seq: seq + 2, events: [] })
    const lines = Array.from({ length: NEAR_EVENTS }, (_, at) => `line ${at}`)
    // In portions: at most 64 commands of a player may wait.
    const chatty = await Promise.all([1, 2, 3, 4].map(() => table.connect()))
    for (const [at, client] of chatty.entries()) {
      await client.done('join_room', { room, as: 'spectator', name: `Guest ${at}` })
      await Promise.all(lines.slice(at * 50, at * 50 + 50).map(text => client.done('chat', { room, text })))
    }
    const far = await ada.done('sync', { room, since: seq })
    expect(far).toMatchObject({
      seq: seq + 2 + NEAR_EVENTS,
      state: { room, game: 'free-roll', phase: 'playing' },
    })
    expect('events' in far).toBe(false)
  })

  it('[WR7] counts presence by player over all tabs, seats and spectators apart', async () => {
    const secondTab = await table.connect({ token: bo.welcome.token })
    expect(await secondTab.done('join_room', { room })).toMatchObject({ seat: 1 })
    const watcher = await table.connect()
    expect(await watcher.done('join_room', { room, as: 'spectator' })).toMatchObject({ seat: null })
    const both = [ada.welcome.player.id, bo.welcome.player.id]
    await ada.until('presence', ({ online, spectators }) => online.join() === both.join() && spectators === 1)
    secondTab.socket.disconnect()
    watcher.socket.disconnect()
    await ada.until('presence', ({ online, spectators }) => online.length === 2 && spectators === 0)
    bo.socket.disconnect()
    await ada.until('presence', ({ online }) => online.join() === ada.welcome.player.id)
  })

  it('[WR17] tells who joins while the leaving before it is under way', async () => {
    const [, joined] = await Promise.all([
      bo.done('leave_room', { room }),
      bo.done('join_room', { room, name: 'Bo' }),
    ])
    expect(joined).toMatchObject({ seat: 1 })
    const { seq } = await ada.done('chat', { room, text: 'there you are' })
    await bo.until('room_event', message => message.seq === seq)
  })

  it('[WR17] tells nothing to whom a join was refused', async () => {
    await table.close()
    let broken = false
    const inner = memoryStore()
    const store: RoomStore = {
      ...inner,
      append: (...args) =>
        broken ? Promise.reject(new StorageUnavailable('no disk')) : inner.append(...args),
    }
    table = await openTable({}, { heartbeatMs: 50, store })
    ada = await table.connect()
    bo = await table.connect()
    room = (await ada.done('create_room', { game: 'free-roll' })).room
    await ada.done('join_room', { room, name: 'Ada' })
    broken = true
    expect(await bo.ask('join_room', { room, name: 'Bo' })).toMatchObject({
      error: { code: 'storage_unavailable' },
    })
    broken = false
    await ada.done('chat', { room, text: 'among us' })
    expect(await bo.ask('sync', { room, since: 0 })).toMatchObject({ error: { code: 'not_in_room' } })
    expect(bo.received.filter(({ name }) => name === 'room_event')).toEqual([])
  })

  it('[WR8] tells quiet rooms by heartbeat where they stand', async () => {
    const { seq } = await ada.done('chat', { room, text: 'then silence' })
    const beat = await ada.until('heartbeat', ({ rooms }) => rooms[room] === seq)
    expect(beat).toEqual({ rooms: { [room]: seq }, now: expect.any(Number) })
  })

  it('[WR9] works over long-polling as over WebSocket', async () => {
    const cai = await table.connect({ transports: ['polling'] })
    expect(await cai.done('join_room', { room, name: 'Cai' })).toMatchObject({ seat: 2 })
    const rolled = await cai.done('move', { room, move: { type: 'roll' } })
    const [there, here] = await Promise.all(
      [ada, cai].map(client => client.until('game_process', m => m.seq === rolled.seq)),
    )
    expect(there).toEqual(here)
  })

  const refused: Record<string, { send: [string, ...unknown[]]; code: string }> = {
    'an unknown request': { send: ['launch_rockets', {}], code: 'unknown_request' },
    'a property of every object as a request': { send: ['constructor', {}], code: 'unknown_request' },
    'no payload': { send: ['move'], code: 'bad_request' },
    'a number for a payload': { send: ['move', 5], code: 'bad_request' },
    'an array for a payload': { send: ['chat', []], code: 'bad_request' },
    'a wrong type': { send: ['chat', { id: 'b', room: 'R', text: 7 }], code: 'bad_request' },
    'bytes for a text': {
      send: ['chat', { id: 'b', room: 'R', text: Buffer.from('hi') }],
      code: 'bad_request',
    },
    'a missing field': { send: ['chat', { id: 'b', room: 'R' }], code: 'bad_request' },
    'an unknown field': {
      send: ['chat', { id: 'b', room: 'R', text: 'hi', loud: true }],
      code: 'bad_request',
    },
    'a missing id': { send: ['chat', { room: 'R', text: 'hi' }], code: 'bad_request' },
    'an id of 65 characters': {
      send: ['chat', { id: 'i'.repeat(65), room: 'R', text: 'hi' }],
      code: 'bad_request',
    },
    'a name of 10,000 characters': {
      send: ['join_room', { id: 'b', room: 'R', name: 'n'.repeat(10_000) }],
      code: 'bad_request',
    },
    'an unknown room': { send: ['join_room', { id: 'b', room: 'ZZZZZZ' }], code: 'room_not_found' },
    'a move in an unknown room': {
      send: ['move', { id: 'b', room: 'ZZZZZZ', move: { type: 'roll' } }],
      code: 'room_not_found',
    },
    'an unknown game': { send: ['create_room', { id: 'b', game: 'roulette' }], code: 'unknown_game' },
    'the prototype as a game': {
      send: ['create_room', { id: 'b', game: '__proto__' }],
      code: 'unknown_game',
    },
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
  for (const [what, { send, code }] of Object.entries(refused)) {
    it(`[WR10] refuses ${what} with ${code}`, async () => {
      const [name, ...payload] = send
      expect(await ada.send(name, ...payload)).toEqual({
        ok: false,
        error: { code, message: expect.any(String) },
      })
      await nothingChanged()
    })
  }

  for (const [what, text] of Object.entries({
    'empty text': '',
    blanks: '   ',
    '501 characters': 'x'.repeat(501),
    'control characters': 'a\u0007b',
    'a bidi override': 'a\u202eb',
    'a line break': 'a\nb',
  })) {
    it(`[WR10] refuses to say ${what}`, async () => {
      expect(await ada.ask('chat', { room, text })).toMatchObject({
        ok: false,
        error: { code: 'bad_request' },
      })
      await nothingChanged()
    })
  }

  it('[WR10] refuses a move that the game does not have, and one with a field too many', async () => {
    expect(await ada.ask('move', { room, move: { type: 'fly' } })).toMatchObject({
      error: { code: 'illegal_move' },
    })
    const polluted = JSON.parse('{"type": "roll", "__proto__": {"position": 6}}')
    expect(await ada.ask('move', { room, move: polluted })).toMatchObject({ error: { code: 'illegal_move' } })
    await nothingChanged()
  })

  it('[WR10] says in a sentence of bearable length what is wrong with 3,000 options', async () => {
    const options = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`option ${at}`, at]))
    const answer = await ada.ask('create_room', { game: 'race', options })
    expect(answer).toMatchObject({ error: { code: 'bad_options' } })
    expect(JSON.stringify(answer).length).toBeLessThan(500)
  })

  it('[WR10] refuses who is not at the table', async () => {
    const stranger = await table.connect()
    expect(await stranger.ask('move', { room, move: { type: 'roll' } })).toMatchObject({
      error: { code: 'not_in_room' },
    })
    expect(await stranger.ask('chat', { room, text: 'hi' })).toMatchObject({ error: { code: 'not_in_room' } })
    expect(await stranger.ask('sync', { room, since: 0 })).toMatchObject({ error: { code: 'not_in_room' } })
    expect(await bo.ask('set_options', { room, options: {} })).toMatchObject({ error: { code: 'not_host' } })
    await nothingChanged()
  })

  it('[WR10] says to who only watches that there is nothing to do, and knows who sits there on a new connection', async () => {
    const watcher = await table.connect()
    await watcher.done('join_room', { room, as: 'spectator' })
    expect(await watcher.ask('legal_moves', { room })).toMatchObject({ ok: true, moves: [] })
    const again = await table.connect({ token: ada.welcome.token })
    expect(await again.ask('legal_moves', { room })).toMatchObject({ ok: true, moves: [{ type: 'roll' }] })
    expect(await again.ask('chat', { room, text: 'still me' })).toMatchObject({ ok: true, seq: 6 })
  })

  it('[WR11] refuses a token that is forged, expired or no token at all', async () => {
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
      await expect(table.connect({ token })).rejects.toMatchObject({ data: { code: 'bad_token' } })
    }
    await nothingChanged()
  })

  it('[WR12] cuts off who sends 10 MB, and nobody else', async () => {
    const cut = new Promise(resolve => bo.socket.on('disconnect', resolve))
    bo.socket.emit('chat', { id: 'big', room, text: 'x'.repeat(10_000_000) }, () => {})
    await cut
    await nothingChanged()
  })

  it('[WR12] takes a message of nearly 64 KiB and answers it', async () => {
    const text = 'x'.repeat(FRAME_MAX_BYTES - 200)
    expect(await ada.ask('chat', { room, text })).toMatchObject({ error: { code: 'bad_request' } })
  })

  it('[WR20] lets a connection listen to 64 rooms and no more', async () => {
    const calm = await openTable({ RATE_LIMIT_BURST: '10000' })
    try {
      const cai = await calm.connect()
      const rooms: string[] = []
      while (rooms.length < 65) rooms.push((await cai.done('create_room', { game: 'race' })).room)
      const [first = '', ...others] = rooms
      const last = others.pop() ?? ''
      for (const each of [first, ...others]) await cai.done('join_room', { room: each })
      expect(await cai.ask('join_room', { room: last })).toMatchObject({ error: { code: 'rate_limited' } })
      expect(await cai.ask('join_room', { room: first })).toMatchObject({ ok: true })
      await cai.done('leave_room', { room: first })
      expect(await cai.ask('join_room', { room: last })).toMatchObject({ ok: true })
    } finally {
      await calm.close()
    }
  })

  it('[WR13] answers floods with rate_limited, and ends them when they go on', async () => {
    const answers = await Promise.all(Array.from({ length: 80 }, () => bo.send('legal_moves', { room })))
    const codes = answers.map(answer => JSON.stringify(answer).match(/"code":"(\w+)"/)?.[1] ?? 'ok')
    expect(new Set(codes)).toEqual(new Set(['ok', 'rate_limited']))
    expect(codes.filter(code => code === 'ok').length).toBeGreaterThanOrEqual(55)
    await nothingChanged()
    const cut = new Promise(resolve => bo.socket.on('disconnect', resolve))
    for (let at = 0; at < 400; at += 1) bo.socket.emit('legal_moves', { room }, () => {})
    await cut
    await nothingChanged()
  })

  it('[WR18] serves one player on a connection, however often it knocks', async () => {
    const address = `${table.url}/socket.io/?EIO=4&transport=polling`
    const { sid } = JSON.parse((await (await fetch(address)).text()).slice(1))
    const knocks = Array.from({ length: 500 }, () => '40').join('\x1e')
    await fetch(`${address}&sid=${sid}`, { method: 'POST', body: knocks })
    await fetch(`${address}&sid=${sid}`)
    const metrics = await (await fetch(`${table.url}/metrics`)).text()
    expect(metrics).toContain('dice_room_connections 2\n')
    await nothingChanged()
  })

  it('[WR14] survives bytes that are no Socket.IO at all', async () => {
    const port = Number(new URL(table.url).port)
    const rubbish = [
      'GET / HTTP/9.9\r\n\r\n',
      '\0\0\0\0',
      'GET /socket.io/?EIO=4&transport=nonsense HTTP/1.1\r\nHost: x\r\n\r\n',
    ]
    for (const bytes of rubbish) {
      await new Promise<void>(resolve => {
        const socket = connectTcp(port, '127.0.0.1', () => socket.end(bytes))
        socket.on('error', () => {})
        socket.on('close', () => resolve())
        socket.resume()
      })
    }
    const { io: _, ...engine } = { io: null, write: (text: string) => bo.socket.io.engine.write(text) }
    const cut = new Promise(resolve => bo.socket.on('disconnect', resolve))
    engine.write('9{"what":')
    await cut
    await nothingChanged()
  })

  it('every refusal has a code of the closed union', () => {
    for (const { code } of Object.values(refused)) expect(REJECTION_CODES).toContain(code)
  })

  /** The room is as the test found it, and Ada still plays. */
  async function nothingChanged() {
    const watcher = await table.connect()
    const before = await watcher.done('join_room', { room, as: 'spectator' })
    expect(before.seq).toBe(seqAtStart)
    expect(await ada.ask('legal_moves', { room })).toMatchObject({ ok: true, moves: [{ type: 'roll' }] })
  }
  // Created, Ada, Bo.
  const seqAtStart = 5
})

const seatIn = (events: readonly object[]): unknown => {
  const [first] = events
  return first && 'seat' in first ? first.seat : null
}

async function standing(client: TestClient, room: string) {
  const answer = await client.done('join_room', { room })
  if (!('state' in answer)) throw new Error('expected a state')
  return answer
}

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
    const expired = table.connect({ token: await signed('-1s') })
    await expect(expired).rejects.toMatchObject({ data: { code: 'bad_token' } })
    // Only the time makes the difference.
    const ada = await table.connect({ token: await signed('1h') })
    expect(ada.welcome.player.id).toBe('p_ada')
  } finally {
    await table.close()
    rmSync(folder, { recursive: true })
  }
})

describe('limits for one address', () => {
  it('[WR15] refuses more connections than one address may have', async () => {
    const table = await openTable({ CONNECTIONS_PER_ADDRESS: '2' })
    try {
      const first = await table.connect()
      await table.connect()
      await expect(table.connect()).rejects.toThrow()
      const gone = new Promise(resolve => first.socket.on('disconnect', resolve))
      first.socket.disconnect()
      await gone
      await expect
        .poll(() =>
          table.connect().then(
            () => 'in',
            () => 'out',
          ),
        )
        .toBe('in')
    } finally {
      await table.close()
    }
  })
})
