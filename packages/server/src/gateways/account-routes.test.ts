import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
    expect(await change(phone, PASSWORD, PASSWORD)).toMatchObject(refusedAs(400, 'weak_password'))
    expect(await change(phone, 'wrong too', 'wrong too')).toMatchObject(refusedAs(401, 'wrong_password'))
    expect(await change(phone, PASSWORD, 'quite another one')).toMatchObject({ status: 200, body: {} })
    await other.closed
    expect((await laptop.get('/api/account')).body).toEqual({ account: null })
    expect((await phone.get('/api/account')).body.account.name).toBe('Ada')
    const again = await browser().post('/api/account/log-in', { name: 'Ada', password: PASSWORD })
    expect(again).toMatchObject(refusedAs(401, 'wrong_password'))
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
