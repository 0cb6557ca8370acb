import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RawSocket } from '../testing/raw-socket.ts'
import { openTable, type Table } from '../testing/table.ts'

const SIX = [1, 2, 3, 4, 5, 6]

describe('pages for the older wires', () => {
  let table: Table
  beforeEach(async () => {
    table = await openTable({ RATE_LIMIT_BURST: '5000', RATE_LIMIT_PER_SECOND: '1000' })
  })
  afterEach(() => table.close())

  const get = (path: string, init: RequestInit = {}) => fetch(`${table.url}${path}`, init)
  const json = async (path: string): Promise<unknown> => (await get(path)).json()

  it('[OW11] get a game that starts, and one that goes on, each with a position', async () => {
    for (const path of ['/game_start', '/game_start/', '/game_start?x=1'])
      expect(await json(path)).toEqual({
        message: '游戏开始',
        gameStatus: 1,
        position: expect.toBeOneOf(SIX),
      })
    const message = '掷骰子 <b>&</b> 100% 🎲'
    for (const path of ['/game_process', '/game_process/'])
      expect(await json(`${path}?message=${encodeURIComponent(message)}&gameStatus=0`)).toEqual({
        message,
        position: expect.toBeOneOf(SIX),
      })
    expect(await json('/game_process?message=')).toMatchObject({ message: '' })
    const { headers } = await get('/game_start', { headers: { origin: 'https://elsewhere.example' } })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.has('access-control-allow-origin')).toBe(false)
  })

  it('[OW11] get positions of which each is as likely as the others', async () => {
    const counts = new Map<number, number>()
    for (let round = 0; round < 30; round += 1) {
      const many = await Promise.all(Array.from({ length: 40 }, () => json('/game_process?message=x')))
      for (const answer of many) {
        const { position } = answer as { position: number }
        counts.set(position, (counts.get(position) ?? 0) + 1)
      }
    }
    const chiSquare = SIX.reduce((sum, face) => sum + ((counts.get(face) ?? 0) - 200) ** 2 / 200, 0)
    // By chance once in a million runs.
    expect(chiSquare).toBeLessThan(35.9)
  })

  it('[OW11] are told what is missing or too long', async () => {
    for (const [path, status, code] of [
      ['/game_process', 400, 'bad_request'],
      ['/game_process?text=x', 400, 'bad_request'],
      ['/game_process?message=a&message=b', 400, 'bad_request'],
      [`/game_process?message=${'x'.repeat(501)}`, 413, 'too_large'],
    ] as const) {
      const response = await get(path)
      expect([path, response.status, await response.json()]).toMatchObject([
        path,
        status,
        { error: { code } },
      ])
    }
  })

  it('[OW12] are told by 400, and why, where they ask for a WebSocket by plain HTTP', async () => {
    const paths = ['/ws/', '/ws/chat/', '/ws/presence', '/ws/presence/', '/ws/stream/', '/test/']
    for (const path of [...paths, '/ws/game/table_1/', '/ws/game/游戏/', '/ws/v1', '/ws/?player=x']) {
      const response = await get(path)
      const error = { code: 'bad_request', message: expect.stringContaining('WebSocket') }
      expect([path, response.status, response.statusText, await response.json()]).toEqual([
        path,
        400,
        'Bad Request',
        { error },
      ])
    }
    expect((await get('/ws/chat/', { method: 'POST', body: '{}' })).status).toBe(400)
    expect((await get('/ws/nothing/')).status).toBe(404)
  })

  it('[OW12] are answered by HTTP where they offer another protocol than WebSocket', async () => {
    for (const [path, status] of [
      ['/healthz', 200],
      ['/ws/', 400],
    ] as const) {
      const socket = await RawSocket.knock(table.url, { path, headers: { upgrade: 'h2c' } })
      expect([path, socket.status]).toEqual([path, status])
      socket.tcp.destroy()
    }
  })

  it('[OW4] [OW9] show what was said in the lobby, who is there, and at which public table', async () => {
    const ada = await table.connect()
    const { room } = await ada.done('create_room', { game: 'free-roll' })
    await ada.done('join_room', { room, name: 'Ada' })
    const secret = await ada.done('create_room', { game: 'race', private: true })
    const bo = await table.connect()
    await bo.done('join_room', { room: secret.room, name: 'Bo' })
    for (const player of [ada.welcome.player.id, ada.welcome.player.id, bo.welcome.player.id, ''])
      await RawSocket.open(table.url, `/ws/presence/?player=${player}`)
    expect(await json('/api/people')).toEqual({
      online: 3,
      people: [
        { name: 'Ada', account: false, table: room },
        { name: null, account: false, table: null },
        { name: null, account: false, table: null },
      ],
    })
    expect(await json('/api/lobby/chat')).toEqual({ lines: [] })
    const plain = await RawSocket.open(table.url, '/ws/chat/')
    plain.say('{"message":"hello, lobby"}')
    await plain.hears()
    expect(await json('/api/lobby/chat')).toEqual({
      lines: [{ id: 1, at: expect.any(Number), text: 'hello, lobby', name: null }],
    })
  })
})

it('[LB7] a line may be said over HTTP too, is told by the wire, and is held to the same limits', async () => {
  const table = await openTable({ RATE_LIMIT_BURST: '6' })
  const say = async (body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const init = { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${table.url}/api/lobby/chat`, {
      ...init,
      headers: { 'content-type': 'application/json', ...headers },
    })
    return [response.status, await response.json()]
  }
  const plain = await RawSocket.open(table.url, '/ws/chat/')
  expect(await say({ message: 'by long way' })).toEqual([200, {}])
  expect(await plain.hears()).toBe('{"message":"by long way"}')
  expect(await say({ text: 'x' })).toMatchObject([400, { error: { code: 'bad_request' } }])
  expect(await say({ message: 'x'.repeat(501) })).toMatchObject([413, { error: { code: 'too_large' } }])
  for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }])
    expect(await say({ message: 'x' }, headers)).toMatchObject([403, { error: { code: 'forbidden' } }])
  const many = await Promise.all(Array.from({ length: 10 }, () => say({ message: 'again' })))
  expect(many).toContainEqual([429, { error: { code: 'rate_limited', message: expect.any(String) } }])
  const { lines } = (await (await fetch(`${table.url}/api/lobby/chat`)).json()) as {
    lines: { text: string }[]
  }
  expect(lines[0]?.text).toBe('by long way')
  expect(lines.some(({ text }) => text === 'x')).toBe(false)
  await table.close()
})

it('[OW11] positions over HTTP are refused by 429 to an address that asks too often', async () => {
  const table = await openTable({ RATE_LIMIT_BURST: '3', TRUST_PROXY: '127.0.0.1' })
  const ask = (address: string) =>
    fetch(`${table.url}/game_start`, { headers: { 'x-forwarded-for': address } })
  const many = await Promise.all(Array.from({ length: 10 }, () => ask('203.0.113.7')))
  const refused = many.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(3)
  expect(await refused[0]?.json()).toMatchObject({ error: { code: 'rate_limited' } })
  expect((await ask('203.0.113.8')).status).toBe(200)
  await table.close()
})
