import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GAME_IDS } from '@diceroom/shared/games/registry.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addressesOf } from '../ops/banner.ts'
import { memoryStore } from '../stores/memory.ts'
import { RoomDamaged, type RoomStore, StorageUnavailable } from '../stores/room-store.ts'
import { openTable, type Table } from '../testing/table.ts'

/** The parts of the answers that the tests look at. */
interface Body {
  readonly room: string
  readonly url: string
  readonly rooms: readonly unknown[]
  readonly events: readonly { readonly seq: number; readonly type: string }[]
  readonly error: { readonly message: string }
  readonly games: readonly {
    readonly move: unknown
    readonly events: Readonly<Record<string, string>>
    readonly id: string
    readonly options: { properties: Record<string, unknown> }
  }[]
}

const bodyOf = async (response: Response | Promise<Response>): Promise<Body> =>
  JSON.parse(await (await response).text())

describe('HTTP', () => {
  let table: Table
  let folder: string
  let store: RoomStore

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-page-'))
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Dice Room</title>')
    writeFileSync(join(folder, 'assets/main-abc123.js'), 'console.log(1)')
    writeFileSync(join(folder, 'assets/main-abc123.js.br'), 'compressed')
    store = memoryStore()
    table = await openTable({}, { clientFolder: folder, store })
  })
  afterEach(async () => {
    await table.close()
    rmSync(folder, { recursive: true })
  })

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${table.url}${path}`, { headers })
  const post = (path: string, body: unknown) =>
    fetch(`${table.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  it('[HT1] makes a room, lists it while it is public, and shows what a spectator may see', async () => {
    const made = await post('/api/rooms', { game: 'race' })
    expect(made.status).toBe(201)
    const { room, url } = await bodyOf(made)
    expect(url).toBe(`${table.url}/r/${room}`)
    const listed = { room, game: 'race', phase: 'lobby', endless: false, players: [], seats: 6 }
    expect(await bodyOf(get('/api/rooms'))).toEqual({ rooms: [listed] })
    const shown = await bodyOf(get(`/api/rooms/${room.toLowerCase()}`))
    expect(shown).toMatchObject({ room, seq: 1, game: 'race', phase: 'lobby', seats: [], spectators: 0 })
    await post('/api/rooms', { game: 'race', private: true })
    expect((await bodyOf(get('/api/rooms'))).rooms).toHaveLength(1)
  })

  it('[HT2] lists a room with people for as long as somebody is there', async () => {
    const ada = await table.connect()
    const { room } = await ada.done('create_room', { game: 'free-roll' })
    await ada.done('join_room', { room, name: 'Ada' })
    const rooms = async () => (await bodyOf(get('/api/rooms'))).rooms
    expect(await rooms()).toEqual([
      { room, game: 'free-roll', phase: 'playing', endless: true, players: ['Ada'], seats: 200 },
    ])
    ada.hangUp()
    await expect.poll(rooms).toEqual([])
  })

  it('[HT3] answers what is wrong with the fitting status and one error', async () => {
    const cases: [Promise<Response>, number, string][] = [
      [get('/api/rooms/ZZZZZZ'), 404, 'room_not_found'],
      [get('/api/rooms/ZZZZZZ/transcript'), 404, 'room_not_found'],
      [get('/api/nothing'), 404, 'unknown_request'],
      [post('/api/rooms', { game: 'roulette' }), 400, 'unknown_game'],
      [post('/api/rooms', { game: 'race', options: { turbo: 1 } }), 400, 'bad_options'],
      [post('/api/rooms', { game: 'race', loud: true }), 400, 'bad_request'],
      [post('/api/rooms', '{"game": "race", "__proto__": {"private": true}}'), 400, 'bad_request'],
      [post('/api/rooms', '{"game": '), 400, 'bad_request'],
      [post('/api/rooms', { game: 'x'.repeat(100_000) }), 413, 'too_large'],
    ]
    for (const [answer, status, code] of cases) {
      const response = await answer
      expect([response.status, await response.json()]).toEqual([
        status,
        { error: { code, message: expect.any(String) } },
      ])
    }
  })

  it('[HT3] [WR27] says in plain words which field is wrong', async () => {
    const { room } = await bodyOf(post('/api/rooms', { game: 'race' }))
    const path = `/api/rooms/${room}/transcript`
    const messageOf = async (answer: Promise<Response>) => (await bodyOf(answer)).error.message
    expect(await messageOf(get(`${path}?limit=10001`))).toBe('limit: at most 10,000')
    expect(await messageOf(get(`${path}?after=x`))).toBe('after: a number')
    expect(await messageOf(post('/api/rooms', { game: 7 }))).toBe('game: a text')
    const options = { dice: 21 }
    expect(await messageOf(post('/api/rooms', { game: 'free-roll', options }))).toBe('dice: at most 20')
  })

  it('[HT3] answers paths that are too long or no paths at all', async () => {
    for (const path of ['/api/rooms/%', '/r/%E0%A4%A', '/api/nothing%']) {
      const response = await get(path)
      const error = { code: 'bad_request', message: expect.any(String) }
      expect([path, response.status, await response.json()]).toEqual([path, 400, { error }])
    }
    const long = await get(`/api/rooms/${'A'.repeat(500)}`)
    expect([long.status, await long.json()]).toMatchObject([404, { error: { code: 'room_not_found' } }])
    expect((await get(`/r/${'A'.repeat(500)}`)).headers.get('content-type')).toContain('text/html')
  })

  it('[HT3] says by 503 that nothing can be written', async () => {
    store.append = () => Promise.reject(new StorageUnavailable('no disk'))
    const response = await post('/api/rooms', { game: 'race' })
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { error: { code: 'storage_unavailable' } },
    ])
  })

  it('[HT4] gives the public log without what was said, in pages', async () => {
    const ada = await table.connect()
    const { room } = await ada.done('create_room', { game: 'free-roll' })
    await ada.done('join_room', { room, name: 'Ada' })
    await ada.done('chat', { room, text: 'a secret' })
    await ada.done('move', { room, move: { type: 'roll' } })
    const transcript = await bodyOf(get(`/api/rooms/${room}/transcript`))
    expect(transcript).toMatchObject({ version: 1, room, lastSeq: 6, complete: true })
    expect(transcript.events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'room_created'],
      [2, 'deal_opened'],
      [3, 'deal_ready'],
      [4, 'player_joined'],
      [5, 'chat'],
      [6, 'rolled'],
    ])
    expect(JSON.stringify(transcript)).not.toMatch(/a secret|"cmd"/)
    const page = await bodyOf(get(`/api/rooms/${room}/transcript?after=1&limit=2`))
    expect(page).toMatchObject({ complete: false, events: [{ seq: 2 }, { seq: 3 }] })
  })

  it('[HT5] serves the page for home and rooms, 404 for a room that does not exist', async () => {
    const { room } = await bodyOf(post('/api/rooms', { game: 'race' }))
    for (const [path, status] of [
      ['/', 200],
      ['/fairness', 200],
      ['/connection', 200],
      ['/games', 200],
      [`/r/${room}`, 200],
      [`/r/${room}/`, 200],
      ['/r/ZZZZZZ', 404],
    ] as const) {
      const response = await get(path)
      expect([path, response.status, await response.text()]).toEqual([
        path,
        status,
        expect.stringContaining('<title>'),
      ])
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
  })

  it('[HT5] serves the page, which says why, for a room that cannot be read now or ever', async () => {
    const { room } = await bodyOf(post('/api/rooms', { game: 'race' }))
    const { load } = store
    const broken = [
      ['AAAAAA', new StorageUnavailable('no disk'), 503],
      ['BBBBBB', new RoomDamaged('no beginning'), 500],
    ] as const
    store.load = code => {
      const [, error] = broken.find(([damaged]) => damaged === code) ?? []
      return error ? Promise.reject(error) : load(code)
    }
    for (const [code, , status] of [...broken, [room, null, 200] as const]) {
      for (const path of [`/r/${code}`, `/verify/${code}`, `/replay/${code}/1`]) {
        const response = await get(path)
        expect([path, response.status, await response.text()]).toEqual([
          path,
          status,
          expect.stringContaining('<title>'),
        ])
      }
    }
  })

  it('[HT5] shows the page, with status 404, to a browser at an address where nothing is', async () => {
    for (const path of ['/nope', '/r/', '/r/a/b']) {
      const response = await get(path, { accept: 'text/html,application/xhtml+xml' })
      expect([path, response.status, await response.text()]).toEqual([
        path,
        404,
        expect.stringContaining('<title>'),
      ])
      expect((await get(path)).headers.get('content-type')).toContain('application/json')
    }
  })

  it('[HT6] caches hashed files for ever, and sends them compressed', async () => {
    const plain = await get('/assets/main-abc123.js', { 'accept-encoding': 'identity' })
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const squeezed = await fetch(`${table.url}/assets/main-abc123.js`, {
      method: 'HEAD',
      headers: { 'accept-encoding': 'br' },
    })
    expect(squeezed.headers.get('content-encoding')).toBe('br')
  })

  it('[HT7] sends the security headers with everything', async () => {
    for (const path of ['/', '/api/games', '/api/rooms/ZZZZZZ', '/assets/main-abc123.js']) {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    }
  })

  it('[HT8] says whether it lives, whether it can play, and how it is', async () => {
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/readyz')).status).toBe(200)
    const ada = await table.connect()
    await ada.ask('join_room', { room: 'ZZZZZZ' })
    const metrics = await (await get('/metrics')).text()
    expect(metrics).toContain('dice_room_requests_total{request="join_room",outcome="room_not_found"} 1')
    expect(metrics).toContain('dice_room_connections 1')
    store.ping = () => Promise.reject(new StorageUnavailable('no disk'))
    expect((await get('/readyz')).status).toBe(503)
  })

  it('[HT13] describes the games with their options, moves and events', async () => {
    const { games } = await bodyOf(get('/api/games'))
    expect(games.map(({ id }) => id)).toEqual(GAME_IDS)
    for (const { move, events } of games) {
      expect(JSON.stringify(move)).toContain('"type"')
      expect(Object.values(events)).not.toEqual([])
    }
    expect(games.find(({ id }) => id === 'race')?.options.properties.finish).toMatchObject({
      default: 'stay',
      enum: ['stay', 'bounce', 'overshoot'],
    })
  })
})

describe('a flood over HTTP', () => {
  it('[HT10] of rooms is refused by 429, for its address alone', async () => {
    const table = await openTable({ RATE_LIMIT_BURST: '3', TRUST_PROXY: '127.0.0.1' })
    try {
      const make = (address: string) =>
        fetch(`${table.url}/api/rooms`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
          body: '{"game":"race"}',
        })
      const many = await Promise.all(Array.from({ length: 10 }, () => make('203.0.113.7')))
      expect(many.filter(({ status }) => status === 201).length).toBeLessThan(7)
      const refused = many.filter(({ status }) => status === 429)
      expect(await refused[0]?.json()).toMatchObject({ error: { code: 'rate_limited' } })
      expect((await make('203.0.113.8')).status).toBe(201)
    } finally {
      await table.close()
    }
  })
})

describe('the address for others', () => {
  const addressOf = async (env: Record<string, string>) => {
    const table = await openTable(env)
    const { url } = await bodyOf(fetch(`${table.url}/api/address`))
    await table.close()
    return { url, port: new URL(table.url).port }
  }

  it('[HT11] is what the operator says, else that of this machine in its network, else unknown', async () => {
    expect((await addressOf({ PUBLIC_URL: 'https://dice.example/' })).url).toBe('https://dice.example')
    expect((await addressOf({ HOST: '127.0.0.1' })).url).toBeNull()
    const { url, port } = await addressOf({ HOST: '0.0.0.0' })
    const [lan = null] = addressesOf('0.0.0.0', Number(port)).lan
    expect(url).toBe(lan)
    expect(url).not.toMatch(/localhost|127\.0\.0\.1/)
  })
})

describe('behind a proxy', () => {
  it('[HT9] believes a trusted proxy about addresses and the address that people use', async () => {
    const table = await openTable({
      TRUST_PROXY: '127.0.0.1',
      PUBLIC_URL: 'https://dice.example/',
      CONNECTIONS_PER_ADDRESS: '1',
    })
    try {
      const made = await fetch(`${table.url}/api/rooms`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"game":"race"}',
      })
      const { room, url } = await bodyOf(made)
      expect(url).toBe(`https://dice.example/r/${room}`)
      expect(made.headers.get('strict-transport-security')).toBeTruthy()
      const knock = (address: string) =>
        fetch(`${table.url}/socket.io/?EIO=4&transport=polling`, { headers: { 'x-forwarded-for': address } })
      expect((await knock('203.0.113.7')).status).toBe(200)
      expect((await knock('203.0.113.7')).status).toBe(403)
      expect((await knock('203.0.113.8')).status).toBe(200)
    } finally {
      await table.close()
    }
  })
})
