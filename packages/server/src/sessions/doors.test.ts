import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openTable, type Table, type TestClient } from '../testing/table.ts'

const PASSWORD = '小林 and Bo'

describe('the doors of a room', () => {
  let folder: string
  let output: string
  let table: Table
  let ada: TestClient
  let room: string
  let ahead: number

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-doors-'))
    output = ''
    ahead = 0
    const log = pino({ level: 'trace' }, { write: line => (output += line) })
    const env = { DATABASE_URL: join(folder, 'rooms.sqlite'), CHAT_BURST: '1000', RATE_LIMIT_BURST: '1000' }
    table = await openTable(env, { log, now: () => Date.now() + ahead })
    ada = await table.connect()
    room = (await ada.done('create_room', { game: 'free-roll' })).room
    await ada.done('join_room', { room, name: 'Ada' })
  })
  afterEach(async () => {
    await table.close()
    rmSync(folder, { recursive: true })
  })

  const read = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${table.url}/api/rooms/${room}${path}`, { headers })
    const body: unknown = await response.json()
    return { status: response.status, body, cache: response.headers.get('cache-control') }
  }
  const inLatin1 = (text: string) => Buffer.from(text).toString('latin1')
  const code = (answer: object) => ('error' in answer ? (answer.error as { code: string }).code : 'done')

  it('[SE4] lets in who knows the password, and tells nothing to who does not', async () => {
    await ada.done('set_room', { room, settings: { password: PASSWORD } })
    const bo = await table.connect()
    for (const as of ['player', 'spectator'] as const) {
      expect(code(await bo.ask('join_room', { room, as }))).toBe('wrong_password')
      const [refused] = await Promise.all([
        bo.ask('join_room', { room, as, password: 'Bo and 小林' }),
        ada.done('chat', { room, text: 'among us' }),
      ])
      expect(code(refused)).toBe('wrong_password')
    }
    expect(code(await bo.ask('sync', { room, since: 0 }))).toBe('not_in_room')
    expect(bo.heard.text).not.toContain('among us')
    expect(await bo.done('join_room', { room, name: 'Bo', password: PASSWORD })).toMatchObject({ seat: 1 })
    await ada.done('chat', { room, text: 'welcome' })
    await bo.until('room_event', ({ events }) => events.some(({ type }) => type === 'chat'))
    // Who sits there comes back without.
    const again = await table.connect({ token: bo.welcome.token })
    expect(await again.done('join_room', { room })).toMatchObject({ seat: 1 })
  })

  it('[SE4] lets nobody new in while it is locked', async () => {
    const [bo, cai] = [await table.connect(), await table.connect()]
    await bo.done('join_room', { room, name: 'Bo' })
    await ada.done('set_room', { room, settings: { locked: true } })
    expect(code(await cai.ask('join_room', { room }))).toBe('room_locked')
    expect(code(await cai.ask('join_room', { room, as: 'spectator' }))).toBe('room_locked')
    await ada.done('chat', { room, text: 'among us' })
    await bo.until('room_event', ({ events }) => events.some(({ type }) => type === 'chat'))
    expect(cai.heard.text).not.toContain('among us')
    const tab = await table.connect({ token: bo.welcome.token })
    expect(await tab.done('join_room', { room })).toMatchObject({ seat: 1 })
    await ada.done('set_room', { room, settings: { locked: false } })
    expect(await cai.done('join_room', { room })).toMatchObject({ seat: 2 })
  })

  it('[SE5] are those of HTTP too', async () => {
    expect(await read('/transcript')).toMatchObject({ status: 200 })
    await ada.done('set_room', { room, settings: { password: PASSWORD } })
    const [bo, cai] = [await table.connect(), await table.connect()]
    await bo.done('join_room', { room, name: 'Bo', as: 'spectator', password: PASSWORD })
    const bearer = ({ welcome: { token } }: TestClient) => ({ authorization: `Bearer ${token}` })
    for (const path of ['', '/transcript', '/transcript?after=1']) {
      for (const headers of [{}, bearer(cai), { authorization: 'Bearer x' }, { 'x-room-password': 'no' }]) {
        const refused = { status: 401, body: { error: { code: 'wrong_password' } }, cache: 'no-store' }
        expect(await read(path, headers)).toMatchObject(refused)
      }
      for (const headers of [bearer(ada), bearer(bo), { 'x-room-password': inLatin1(PASSWORD) }]) {
        expect(await read(path, headers), JSON.stringify(headers)).toMatchObject({ status: 200 })
      }
    }
    await ada.done('set_room', { room, settings: { password: null, locked: true } })
    const refused = { status: 403, body: { error: { code: 'room_locked' } } }
    expect(await read('', { 'x-room-password': inLatin1(PASSWORD) })).toMatchObject(refused)
    expect(await read('/transcript', bearer(cai))).toMatchObject(refused)
    expect(await read('/transcript', bearer(ada))).toMatchObject({ status: 200 })
    await ada.done('set_room', { room, settings: { locked: false } })
    expect(await read('')).toMatchObject({ status: 200 })
  })

  it('[SE6] hear sixty wrong passwords a minute, by whichever way they come', async () => {
    await ada.done('set_room', { room, settings: { password: PASSWORD } })
    const bo = await table.connect()
    const wrong = { 'x-room-password': 'wrong' }
    for (let tried = 0; tried < 30; tried += 1) {
      expect(await read('', wrong)).toMatchObject({ status: 401 })
      await read('', { 'x-room-password': inLatin1(PASSWORD) })
    }
    for (let tried = 0; tried < 30; tried += 1) {
      expect(code(await bo.ask('join_room', { room, password: 'wrong' }))).toBe('wrong_password')
    }
    expect(await read('', { 'x-room-password': inLatin1(PASSWORD) })).toMatchObject({ status: 429 })
    expect(code(await bo.ask('join_room', { room, password: PASSWORD }))).toBe('rate_limited')
    ahead += 60_001
    expect(code(await bo.ask('join_room', { room, password: PASSWORD }))).toBe('done')
  })

  it('[SE6] hear no more of who watched before there was a password', async () => {
    const bo = await table.connect()
    await bo.done('join_room', { room, name: 'Bo', as: 'spectator' })
    await ada.done('set_room', { room, settings: { password: PASSWORD } })
    const guess = async () => code(await bo.ask('join_room', { room, as: 'player', password: 'wrong' }))
    for (let tried = 0; tried < 60; tried += 1) expect(await guess()).toBe('wrong_password')
    expect(await guess()).toBe('rate_limited')
    // Who sits there needs none.
    expect(await ada.done('join_room', { room, password: PASSWORD })).toMatchObject({ seat: 0 })
    ahead += 60_001
    expect(await bo.done('join_room', { room, as: 'player', password: PASSWORD })).toMatchObject({ seat: 1 })
  })

  it('[SE7] keep the password to themselves', async () => {
    const secret = 'xylophone-4711'
    const bo = await table.connect()
    await bo.done('join_room', { room, name: 'Bo' })
    await ada.done('set_room', { room, settings: { password: secret } })
    const cai = await table.connect()
    await cai.ask('join_room', { room, password: `${secret}!` })
    await cai.done('join_room', { room, password: secret })
    const asked = await bo.done('sync', { room, since: 0 })
    const headers = { authorization: `Bearer ${bo.welcome.token}` }
    const [state, transcript] = [await read('', headers), await read('/transcript', headers)]
    const told = [bo.heard.text, ada.heard.text, JSON.stringify([asked, state, transcript])].join()
    expect(told).toContain('"password":true')
    expect(told).not.toContain('"digest"')
    await table.close()
    const files = readdirSync(folder).map(name => readFileSync(join(folder, name)))
    const everything = Buffer.concat([...files, Buffer.from(told), Buffer.from(output)])
    expect(everything.includes(secret)).toBe(false)
    table = await openTable()
  })

  it('[SE8] are not listed, and no older wire leads through them', async () => {
    const listed = async () => {
      const { rooms } = (await (await fetch(`${table.url}/api/rooms`)).json()) as { rooms: unknown[] }
      return rooms.length
    }
    const knock = () =>
      new Promise<number>((resolve, reject) => {
        const socket = new WebSocket(`${table.url.replace('http', 'ws')}/ws/game/${room}/`)
        socket.on('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode))
        socket.on('error', reject)
        socket.on('open', () => {
          socket.close()
          resolve(101)
        })
      })
    expect([await listed(), await knock()]).toEqual([1, 101])
    await ada.done('set_room', { room, settings: { locked: true } })
    expect([await listed(), await knock()]).toEqual([0, 403])
    await ada.done('set_room', { room, settings: { locked: false, password: PASSWORD } })
    expect([await listed(), await knock()]).toEqual([0, 403])
  })
})
