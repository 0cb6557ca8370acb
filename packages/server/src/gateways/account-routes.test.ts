import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Passwords } from '../accounts/passwords.ts'
import { backUp } from '../stores/backup.ts'
import { memoryStore } from '../stores/memory.ts'
import { Browser } from '../testing/browser.ts'
import { RawSocket } from '../testing/raw-socket.ts'
import { openTable, type Table } from '../testing/table.ts'

const PASSWORD = 'a long walk in May'

describe('an account', () => {
  let table: Table
  let time: number
  const lines: string[] = []

  beforeEach(async () => {
    time = Date.now()
    lines.length = 0
    const log = pino({ level: 'trace' }, { write: line => void lines.push(line) })
    table = await openTable({ TRUST_PROXY: '127.0.0.1' }, { now: () => time, log })
  })
  afterEach(() => table.close())

  const from = (address: string) => new Browser(table.url, { 'x-forwarded-for': address })
  const browser = () => new Browser(table.url)
  async function signedUp(name: string, guest?: string): Promise<Browser> {
    const page = browser()
    const made = await page.post('/api/account/sign-up', { name, password: PASSWORD, guest })
    expect(made).toMatchObject({ status: 201, body: { account: { name } } })
    return page
  }
  async function loggedIn(name: string, guest?: string): Promise<Browser> {
    const page = browser()
    const made = await page.post('/api/account/log-in', { name, password: PASSWORD, guest })
    expect(made).toMatchObject({ status: 200, body: { account: { name } } })
    return page
  }
  const refusedAs = (status: number, code: string) => ({ status, body: { error: { code } } })
  const connect = (page: Browser) => table.connect({ headers: { cookie: page.cookie } })

  it('[AC1] is the same player on every device, and greets by name', async () => {
    const nobody = browser()
    expect(await nobody.get('/api/account')).toMatchObject({ status: 200, body: { account: null } })
    const phone = await signedUp('Ada')
    const laptop = await loggedIn('Ada')
    const { body } = await phone.get('/api/account')
    const since = expect.closeTo(Date.now(), -4)
    expect(body).toEqual({ account: { name: 'Ada', player: expect.any(String), hidden: false, since } })
    expect((await laptop.get('/api/account')).body).toEqual(body)
    const [one, other] = [await connect(phone), await connect(laptop)]
    expect(one.welcome.player).toEqual({ id: body.account.player, name: 'Ada' })
    expect(other.welcome.player).toEqual(one.welcome.player)
    const plain = await table.connect({ wire: 'v1', headers: { cookie: phone.cookie } })
    expect(plain.welcome.player).toEqual(one.welcome.player)
    const program = await table.connect({ token: one.welcome.token })
    expect(program.welcome.player).toEqual(one.welcome.player)
  })

  it('[AC9] takes over what was played as a guest, for one account and nobody else', async () => {
    const guest = await table.connect()
    const { token, player } = guest.welcome
    const [ada, bo] = await Promise.all([signedUp('Ada', token), signedUp('Bo', token)])
    const players = [(await ada.get('/api/account')).body, (await bo.get('/api/account')).body].map(
      ({ account }) => account.player,
    )
    expect(new Set(players).size).toBe(2)
    expect(players).toContain(player.id)
    await guest.closed
    await expect(table.connect({ token })).rejects.toMatchObject({ data: { code: 'bad_token' } })
    const cy = await signedUp('Cy', token)
    expect((await cy.get('/api/account')).body.account.player).not.toBe(player.id)
    const dee = await signedUp('Dee', 'no token at all')
    expect((await dee.get('/api/account')).body.account.player).not.toBe(player.id)
  })

  it('[AC3] is open with a cookie that scripts and other sites do not get, over https only there', async () => {
    const page = browser()
    const made = await page.post('/api/account/sign-up', { name: 'Ada', password: PASSWORD })
    const seconds = 90 * 86_400
    expect(made.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        new RegExp(`^diceroom=[\\w.%+-]+; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax$`),
      ),
    ])
    expect(made.headers.get('cache-control')).toBe('no-store')
    const safe = new Browser(table.url, { 'x-forwarded-proto': 'https' })
    const entered = await safe.post('/api/account/log-in', { name: 'ADA', password: PASSWORD })
    expect(entered.headers.getSetCookie()[0]).toMatch(
      new RegExp(`^__Host-diceroom=[\\w.%+-]+; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax; Secure$`),
    )
    expect((await safe.get('/api/account')).body.account.name).toBe('Ada')
    expect((await safe.post('/api/account/log-out')).headers.getSetCookie()[0]).toMatch(/^__Host-diceroom=;/)
  })

  it('[AC3] begins anew with each log-in, whatever cookie was there before', async () => {
    const ada = await signedUp('Ada')
    const before = ada.cookie
    const mine = await connect(ada)
    await ada.post('/api/account/log-in', { name: 'Ada', password: PASSWORD })
    expect(ada.cookie).not.toBe(before)
    await mine.closed
    const old = new Browser(table.url, { cookie: before })
    expect((await old.get('/api/account')).body).toEqual({ account: null })
  })

  it('[AC6] is left in one browser, with its connections and its token', async () => {
    const phone = await signedUp('Ada')
    const laptop = await loggedIn('Ada')
    const [one, other] = [await connect(phone), await connect(laptop)]
    const before = phone.cookie
    expect(await phone.post('/api/account/log-out')).toMatchObject({ status: 200, body: {} })
    await one.closed
    expect(phone.cookie).toBe('')
    await expect(table.connect({ token: one.welcome.token })).rejects.toMatchObject({
      data: { code: 'bad_token' },
    })
    const guest = await table.connect({ headers: { cookie: before } })
    expect(guest.welcome.player.name).toMatch(/^Guest /)
    expect(await other.ask('my_games', {})).toMatchObject({ ok: true })
    expect(await phone.post('/api/account/log-out')).toMatchObject({ status: 200, body: {} })
  })

  it('[AC6] is left everywhere, on every wire', async () => {
    const phone = await signedUp('Ada')
    const laptop = await loggedIn('Ada')
    const bo = await connect(await signedUp('Bo'))
    const live = [
      await connect(phone),
      await table.connect({ wire: 'v1', headers: { cookie: phone.cookie } }),
      await table.connect({ wire: 'socket.io-polling', headers: { cookie: laptop.cookie } }),
    ]
    const lobby = await RawSocket.open(table.url, '/ws/presence/', { cookie: laptop.cookie })
    expect(await lobby.hears()).toContain('"Ada Connected"')
    expect(await laptop.post('/api/account/log-out-everywhere')).toMatchObject({ status: 200, body: {} })
    await Promise.all(live.map(({ closed }) => closed))
    expect(await lobby.closeCode()).toBe(4401)
    expect((await phone.get('/api/account')).body).toEqual({ account: null })
    expect(await laptop.post('/api/account/log-out-everywhere')).toMatchObject(refusedAs(403, 'forbidden'))
    expect(await bo.ask('my_games', {})).toMatchObject({ ok: true })
  })

  it('[AC7] changes its password, and ends every other log-in', async () => {
    const phone = await signedUp('Ada')
    const laptop = await loggedIn('Ada')
    const other = await connect(laptop)
    const change = (page: Browser, password: string, newPassword: string) =>
      page.post('/api/account/password', { password, newPassword })
    expect(await change(phone, 'wrong', 'quite another one')).toMatchObject(refusedAs(401, 'wrong_password'))
    expect(await change(phone, PASSWORD, 'password1')).toMatchObject(refusedAs(400, 'weak_password'))
    expect(await change(phone, PASSWORD, 'quite another one')).toMatchObject({ status: 200, body: {} })
    await other.closed
    expect((await laptop.get('/api/account')).body).toEqual({ account: null })
    expect((await phone.get('/api/account')).body.account.name).toBe('Ada')
    const again = await browser().post('/api/account/log-in', { name: 'Ada', password: PASSWORD })
    expect(again).toMatchObject(refusedAs(401, 'wrong_password'))
  })

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

  it('[AC15] keeps its name at every table for its holder', async () => {
    const ada = await connect(await signedUp('Ada'))
    const guest = await table.connect()
    const { room } = await guest.done('create_room', { game: 'free-roll', name: 'Bo' })
    await guest.done('join_room', { room, name: 'Bo' })
    const taken = { ok: false, error: { code: 'name_taken' } }
    for (const name of ['Ada', 'ADА', '🤖', 'Bot 3']) {
      expect(await guest.ask('join_room', { room, name }), name).toMatchObject(taken)
      expect(await guest.ask('create_room', { game: 'race', name }), name).toMatchObject(taken)
    }
    await guest.done('chat', { room, text: 'still here' })
    expect(await ada.done('join_room', { room, name: 'Ada' })).toMatchObject({ seat: 1 })
    await signedUp('Bo')
    expect(await ada.ask('join_room', { room, name: 'Bo' })).toMatchObject(taken)
    expect(await guest.done('join_room', { room, name: 'Bo' })).toMatchObject({ seat: 0 })
  })

  it('[AC8] [AC13] gives away all that is kept, and forgets it', async () => {
    const guest = await table.connect()
    const ada = await signedUp('Ada', guest.welcome.token)
    const [mine, bo] = [await connect(ada), await table.connect()]
    const { room } = await bo.done('create_room', { game: 'free-roll' })
    await bo.done('join_room', { room, name: 'Bo' })
    await mine.done('join_room', { room })
    await mine.done('chat', { room, text: 'my secret plan' })
    await mine.done('move', { room, move: { type: 'roll', message: 'lucky me' } })
    await bo.done('chat', { room, text: 'what plan?' })
    const { body, headers } = await ada.get('/api/account/data')
    expect(headers.get('content-disposition')).toContain('attachment')
    const account = (await ada.get('/api/account')).body.account
    expect(body).toEqual({
      account,
      logins: [{ began: expect.any(Number), prolonged: expect.any(Number), ends: expect.any(Number) }],
      statistics: expect.objectContaining({ games: 0 }),
      games: [],
      said: [
        { room, at: expect.any(Number), text: 'my secret plan' },
        { room, at: expect.any(Number), text: 'lucky me' },
      ],
    })
    const secrets = /scrypt|token|@guest\.invalid/
    expect(JSON.stringify(body)).not.toMatch(secrets)
    expect(JSON.stringify(lines)).not.toContain(PASSWORD)
    const remove = (password: string) => ada.request('DELETE', '/api/account', { password })
    expect(await remove('wrong')).toMatchObject(refusedAs(401, 'wrong_password'))
    expect(await remove(PASSWORD)).toMatchObject({ status: 200, body: {} })
    await mine.closed
    expect(ada.cookie).toBe('')
    expect(await ada.get('/api/account/data')).toMatchObject(refusedAs(403, 'forbidden'))
    const later = await table.connect()
    const seen = JSON.stringify(await later.done('join_room', { room, as: 'spectator' }))
    expect(seen).toContain('what plan?')
    for (const gone of ['Ada', 'secret plan', 'lucky me']) expect(seen).not.toContain(gone)
    await signedUp('Ada')
  })

  it('[AC8] shows no profile that is hidden', async () => {
    const ada = await signedUp('Ada')
    expect(await browser().get('/api/people/ada')).toMatchObject({ status: 200, body: { name: 'Ada' } })
    await ada.request('PUT', '/api/account/profile', { hidden: true })
    expect(await browser().get('/api/people/ada')).toMatchObject(refusedAs(404, 'no_such_person'))
    expect(await ada.get('/api/people/ada')).toMatchObject({ status: 200 })
  })
})

describe('accounts in a file', () => {
  let folder: string
  let database: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-accounts-'))
    database = join(folder, 'rooms.sqlite')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('[AC3] [AC14] outlive a restart with their log-ins; a backup has the accounts and no log-in', async () => {
    const first = await openTable({ DATABASE_URL: database })
    const page = new Browser(first.url)
    await page.post('/api/account/sign-up', { name: 'Ada', password: PASSWORD })
    const { cookie } = page
    const { token } = (await first.connect({ headers: { cookie } })).welcome
    backUp(database, join(folder, 'backup.sqlite'))
    await first.close()

    const second = await openTable({ DATABASE_URL: database })
    expect((await new Browser(second.url, { cookie }).get('/api/account')).body.account.name).toBe('Ada')
    expect((await second.connect({ token })).welcome.player.name).toBe('Ada')
    await second.close()

    const bytes = readFileSync(join(folder, 'backup.sqlite'), 'latin1')
    expect(bytes).toContain('Ada')
    expect(bytes).not.toContain(decodeURIComponent(cookie).split(/[=.]/)[1])
    const restored = await openTable({ DATABASE_URL: join(folder, 'backup.sqlite') })
    expect((await new Browser(restored.url, { cookie }).get('/api/account')).body.account).toBeNull()
    await expect(restored.connect({ token })).rejects.toMatchObject({ data: { code: 'bad_token' } })
    const again = new Browser(restored.url)
    const entered = await again.post('/api/account/log-in', { name: 'Ada', password: PASSWORD })
    expect(entered.status).toBe(200)
    await restored.close()
  })
})

describe('who has played before', () => {
  it('[AC9] finds it in the account that is logged in to', async () => {
    const store = memoryStore()
    const table = await openTable({}, { store })
    const page = new Browser(table.url)
    await page.post('/api/account/sign-up', { name: 'Ada', password: PASSWORD })
    const guest = await table.connect()
    const { id } = guest.welcome.player
    const event = { seq: 1, at: 1, type: 'chat', player: id, name: 'x', text: 'y' } as const
    const totals = [
      { player: id, game: 'race', games: 1, wins: 1, dice: 2, over: 0, variance12: 70 },
    ] as const
    const players = [{ player: id, seat: 0, name: 'Ada' }]
    const played = { room: 'ROOM22', number: 1, game: 'race', at: 5, players, outcome: null } as const
    await store.append('ROOM22', 0, [event], { played, totals })
    const other = new Browser(table.url)
    const guestToken = guest.welcome.token
    await other.post('/api/account/log-in', { name: 'Ada', password: PASSWORD, guest: guestToken })
    const ada = await table.connect({ headers: { cookie: other.cookie } })
    expect(await ada.done('my_games', {})).toMatchObject({ games: [{ room: 'ROOM22' }] })
    const { body } = await other.get('/api/people/Ada')
    expect(body.statistics).toMatchObject({ games: 1, wins: 1 })
    await table.close()
  })
})
