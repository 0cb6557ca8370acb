import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Passwords } from '../accounts/passwords.ts'
import { Browser } from '../testing/browser.ts'
import { openTable, type Table } from '../testing/table.ts'

const PASSWORD = 'a long walk in May'

describe('an account under attack', () => {
  let table: Table
  let time: number

  beforeEach(async () => {
    time = Date.now()
    table = await openTable({ TRUST_PROXY: '127.0.0.1' }, { now: () => time })
  })
  afterEach(() => table.close())

  const from = (address: string) => new Browser(table.url, { 'x-forwarded-for': address })
  const browser = () => new Browser(table.url)
  async function signedUp(name: string): Promise<Browser> {
    const page = browser()
    const made = await page.post('/api/account/sign-up', { name, password: PASSWORD })
    expect(made).toMatchObject({ status: 201, body: { account: { name } } })
    return page
  }
  const refusedAs = (status: number, code: string) => ({ status, body: { error: { code } } })

  it('[AC2] answers a wrong password and an unknown name alike', async () => {
    const real = await openTable({}, { passwords: new Passwords() })
    const page = new Browser(real.url)
    await page.post('/api/account/sign-up', { name: 'Ada', password: PASSWORD })
    const timed = async (name: string) => {
      const began = performance.now()
      const answer = await page.post('/api/account/log-in', { name, password: 'not the one' })
      return { answer, ms: performance.now() - began }
    }
    const [wrong, unknown] = [await timed('Ada'), await timed('Nobody')]
    expect(wrong.answer).toMatchObject(refusedAs(401, 'wrong_password'))
    expect(unknown.answer.body).toEqual(wrong.answer.body)
    expect(unknown.answer.status).toBe(401)
    // One hash for each: without one it would be a hundredth.
    expect(unknown.ms).toBeGreaterThan(wrong.ms / 5)
    await real.close()
  })

  it('[AC15] has its name from the moment it is made: who was called so before, and has no seat yet, is not any more', async () => {
    const guest = await table.connect()
    const { room } = await guest.done('create_room', { game: 'free-roll', name: 'Zed' })
    const seated = await table.connect()
    await seated.done('join_room', { room, name: 'Zed' })
    await signedUp('Zed')
    const taken = { ok: false, error: { code: 'name_taken' } }
    expect(await guest.ask('join_room', { room })).toMatchObject(taken)
    await guest.done('join_room', { room, name: 'Zoe', as: 'spectator' })
    expect(await seated.ask('join_room', { room })).toMatchObject({ ok: true, seat: 0 })
    expect(await seated.ask('chat', { room, text: 'still here' })).toMatchObject({ ok: true })
    const watcher = await table.connect()
    await watcher.done('join_room', { room, name: 'Yan', as: 'spectator' })
    await signedUp('Yan')
    expect(await watcher.ask('chat', { room, text: 'it is me, Yan' })).toMatchObject(taken)
  })

  it('[AC4] [AC5] [AC12] is made with a name and a password of one’s own', async () => {
    await signedUp('Ada')
    const wish = async (name: unknown, password: unknown = PASSWORD, more = {}) => {
      const { status, body } = await browser().post('/api/account/sign-up', { name, password, ...more })
      return `${status} ${body.error?.code}`
    }
    expect(await wish('аdа')).toBe('409 name_taken')
    for (const name of ['Bot 7', 'Guest 1234', 'AnonymousUser', '管理机器人', 'ADMIN']) {
      expect(await wish(name), name).toBe('409 name_taken')
    }
    for (const name of [
      '',
      ' ',
      'a\u202eb',
      'x'.repeat(33),
      '\u200b',
      'a\r\nSet-Cookie: b=c',
      7,
      null,
      ['Bo'],
      { $ne: 1 },
    ]) {
      expect(await wish(name), String(name)).toBe('400 bad_request')
    }
    for (const password of [
      '1234567',
      '😀😀😀',
      'x'.repeat(2000),
      'ab😀'.repeat(86),
      12345678,
      null,
      [PASSWORD],
    ]) {
      expect(await wish('Bo', password), String(password)).toBe('400 bad_request')
    }
    for (const password of [
      'Password1',
      'iloveyou',
      'Benedict',
      'benedict99',
      'aaaaaaaaaa',
      'abcabcabc',
      '87654321',
      'qwertyuiop',
      'diceroom!',
    ]) {
      expect(await wish('Benedict', password), password).toBe('400 weak_password')
    }
    expect(await wish('Bo', PASSWORD, { player: 'p_x', hidden: true })).toBe('400 bad_request')
    expect(await wish('Bo', PASSWORD, { email: 'a@b.example' })).toBe('400 bad_request')
  })

  it('[AC10] stops who guesses, by name and address, and says for how long', async () => {
    await signedUp('Ada')
    const guess = (page: Browser, name = 'Ada', password = 'a guess') =>
      page.post('/api/account/log-in', { name, password })
    const stranger = from('203.0.113.7')
    const owner = from('198.51.100.1')
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess(stranger)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    const [stopped] = answers.filter(({ status }) => status === 429)
    expect(stopped).toMatchObject(refusedAs(429, 'rate_limited'))
    expect(stopped?.headers.get('retry-after')).toBe('900')
    expect(await guess(stranger, 'ada', PASSWORD)).toMatchObject({ status: 429 })
    expect(await guess(stranger, 'Nobody')).toMatchObject({ status: 401 })
    expect(await guess(owner, 'Ada', PASSWORD)).toMatchObject({ status: 200 })
    time += 15 * 60_000
    expect(await guess(stranger, 'Ada', PASSWORD)).toMatchObject({ status: 200 })
  })

  it('[AC10] makes no more than so many accounts for one address in an hour', async () => {
    const few = await openTable({ SIGN_UPS_PER_HOUR: '2' })
    const page = new Browser(few.url)
    const wish = (name: string) => page.post('/api/account/sign-up', { name, password: 'password' })
    expect(await wish('Ada')).toMatchObject(refusedAs(400, 'weak_password'))
    expect(await wish('Bo')).toMatchObject(refusedAs(400, 'weak_password'))
    expect(await wish('Cy')).toMatchObject(refusedAs(429, 'rate_limited'))
    await few.close()
  })

  it('[AC11] is safe from pages of other sites', async () => {
    const ada = await signedUp('Ada')
    const tries = ['sign-up', 'log-in', 'log-out', 'log-out-everywhere', 'password'].map(
      path => ['POST', `/api/account/${path}`] as const,
    )
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of elsewhere) {
      const page = new Browser(table.url, { ...headers, cookie: ada.cookie })
      for (const [method, path] of [
        ...tries,
        ['PUT', '/api/account/profile'],
        ['DELETE', '/api/account'],
      ] as const) {
        expect(await page.request(method, path, {}), path).toMatchObject(refusedAs(403, 'forbidden'))
      }
    }
    const form = new Browser(table.url, { cookie: ada.cookie, 'content-type': 'text/plain' })
    expect(await form.post('/api/account/password', { password: PASSWORD, newPassword: 'x' })).toMatchObject({
      status: 400,
    })
    const own = new Browser(table.url, {
      origin: table.url,
      'sec-fetch-site': 'same-origin',
      cookie: ada.cookie,
    })
    expect(await own.request('PUT', '/api/account/profile', { hidden: true })).toMatchObject({ status: 200 })
  })

  it('[AC11] speaks over no wire to pages of other sites', async () => {
    const headers = { origin: 'https://evil.example', cookie: (await signedUp('Ada')).cookie }
    for (const wire of ['socket.io-websocket', 'socket.io-polling', 'v1'] as const) {
      await expect(table.connect({ wire, headers }), wire).rejects.toThrow()
    }
    const own = await table.connect({ headers: { ...headers, origin: table.url } })
    expect(own.welcome.player.name).toBe('Ada')
  })
})
