import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { testHashes } from '@diceroom/shared/fairness/testing/hashes.ts'
import { verifyTranscript } from '@diceroom/shared/fairness/verify.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../testing/browser.ts'
import { checkTranscript } from '../testing/check-transcript.ts'
import { keepTranscript } from '../testing/keep-transcript.ts'
import { openTable, type Table } from '../testing/table.ts'

const PASSWORD = 'a long walk in May'

describe('who deletes the account', () => {
  let folder: string
  let database: string
  let table: Table
  let page: Browser

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-farewell-'))
    database = join(folder, 'rooms.sqlite')
    await open()
    await page.post('/api/account/sign-up', { name: 'Ada Lovelace', password: PASSWORD })
  })
  afterEach(async () => {
    await table.close()
    rmSync(folder, { recursive: true })
  })

  async function open() {
    table = await openTable({ DATABASE_URL: database, AWAY_SECONDS: '1' })
    page = new Browser(table.url)
  }
  const sql = (statement: string) => {
    const opened = new DatabaseSync(database)
    try {
      return opened.prepare(statement).all()
    } finally {
      opened.close()
    }
  }
  const everything = () =>
    [
      'events',
      'snapshots',
      'games',
      'played',
      'totals',
      'account_user',
      'account_session',
      'account_credential',
    ].map(name => JSON.stringify(sql(`SELECT * FROM ${name}`)))

  it('[AC8] is found in no table any more, and the game that was played verifies', async () => {
    const ada = await table.connect({ headers: { cookie: page.cookie } })
    const bo = await table.connect()
    const { room } = await bo.done('create_room', { game: 'race', options: { finish: 'overshoot' } })
    await ada.done('join_room', { room })
    await bo.done('join_room', { room, name: 'Bo' })
    await ada.done('chat', { room, text: 'nobody hears this' })
    await ada.done('start_game', { room })
    for (let isOver = false; !isOver; ) {
      for (const one of [ada, bo]) await one.ask('move', { room, move: { type: 'roll' } })
      isOver = bo.received.some(({ message }) => 'gameStatus' in message && message.gameStatus === 0)
    }
    expect((await bo.done('my_games', {})).games[0]?.players.map(({ name }) => name)).toContain(
      'Ada Lovelace',
    )
    expect(everything().join()).toContain('Ada Lovelace')
    const gone = await page.request('DELETE', '/api/account', { password: PASSWORD })
    expect(gone.status).toBe(200)
    await bo.until('room_event', ({ events }) => events.some(({ type }) => type === 'player_left'))
    expect(everything().join()).not.toMatch(/Ada Lovelace|nobody hears|guest\.invalid|scrypt/)
    const id = ada.welcome.player.id
    expect(sql(`SELECT * FROM played WHERE player = '${id}'`)).toEqual([])
    expect(sql(`SELECT * FROM totals WHERE player = '${id}'`)).toEqual([])
    expect((await bo.done('my_games', {})).games[0]?.players.map(({ name }) => name)).toEqual(['—', 'Bo'])
    const { body } = await page.get(`/api/rooms/${room}/transcript`)
    keepTranscript('race-of-somebody-gone', body)
    expect(checkTranscript(body)).toMatchObject({ complaints: [], finished: true })
    expect(await verifyTranscript(body, { crypto: testHashes })).toMatchObject({
      verdict: 'finished',
      reason: null,
    })
  })

  it('[AC8] [AC9] is forgotten as the guest too that was taken in by logging in, whose token is of no use by then', async () => {
    const guest = await table.connect()
    const bo = await table.connect()
    const { room } = await guest.done('create_room', { game: 'race', options: { finish: 'overshoot' } })
    await guest.done('join_room', { room, name: 'Byron' })
    await bo.done('join_room', { room, name: 'Bo' })
    await guest.done('chat', { room, text: 'nobody hears this' })
    await guest.done('start_game', { room })
    for (let isOver = false; !isOver; ) {
      for (const one of [guest, bo]) await one.ask('move', { room, move: { type: 'roll' } })
      isOver = bo.received.some(({ message }) => 'gameStatus' in message && message.gameStatus === 0)
    }
    const { token } = guest.welcome
    await page.post('/api/account/log-in', { name: 'Ada Lovelace', password: PASSWORD, guest: token })
    await expect(table.connect({ token })).rejects.toMatchObject({ data: { code: 'bad_token' } })
    const mallory = new Browser(table.url)
    await mallory.post('/api/account/sign-up', { name: 'Mallory', password: PASSWORD, guest: token })
    expect((await mallory.get('/api/account')).body.account.player).not.toBe(guest.welcome.player.id)
    expect((await page.get('/api/account/data')).body.said).toMatchObject([{ text: 'nobody hears this' }])
    expect((await page.request('DELETE', '/api/account', { password: PASSWORD })).status).toBe(200)
    expect(everything().join()).not.toMatch(/Byron|nobody hears/)
    expect((await bo.done('my_games', {})).games[0]?.players.map(({ name }) => name)).toEqual(['—', 'Bo'])
  })

  it('[AC8] is forgotten after all when the server was killed meanwhile', async () => {
    const ada = await table.connect({ headers: { cookie: page.cookie } })
    const { room } = await ada.done('create_room', { game: 'free-roll' })
    await ada.done('join_room', { room })
    await table.close()
    const { id } = ada.welcome.player
    // As it stands between the two: the account is gone, and the rest is not yet.
    sql(`INSERT INTO account_leaving VALUES ('${id}') RETURNING player`)
    for (const name of ['user', 'session', 'credential']) sql(`DELETE FROM account_${name} RETURNING id`)
    await open()
    await expect.poll(() => everything().join().includes('Ada Lovelace')).toBe(false)
    await expect.poll(() => sql('SELECT * FROM account_leaving')).toEqual([])
  })

  it('[AC16] takes away halves of accounts, and looks through all accounts for them at the start alone', async () => {
    const half = (name: string, minutes: number) => {
      const made = new Date(Date.now() - minutes * 60_000).toJSON()
      sql(`INSERT INTO account_user VALUES ('${name}', '${name}', '${name}@guest.invalid', 0, NULL, '${made}', '${made}',
        '${name}', '${name}', 'p_${name}', 0) RETURNING id`)
    }
    const names = () => sql('SELECT name FROM account_user ORDER BY name').map(({ name }) => name)
    half('late', 2)
    half('old', 3 * 1440)
    await page.post('/api/account/log-in', { name: 'Ada Lovelace', password: PASSWORD })
    expect(names()).toEqual(['Ada Lovelace', 'old'])
    await table.close()
    await open()
    await expect.poll(names).toEqual(['Ada Lovelace'])
  })

  it('[AC16] refuses what cannot be written, and makes no half of an account', async () => {
    const guest = await table.connect()
    const breaker = new DatabaseSync(database)
    const unavailable = { status: 503, body: { error: { code: 'storage_unavailable' } } }
    const wish = () => page.post('/api/account/sign-up', { name: 'Bo', password: PASSWORD })
    breaker.exec('BEGIN EXCLUSIVE')
    expect(await wish()).toMatchObject(unavailable)
    breaker.exec('ROLLBACK')
    for (const name of ['account_user', 'account_credential', 'account_session']) {
      breaker.exec(
        `CREATE TRIGGER full BEFORE INSERT ON ${name} BEGIN SELECT raise(FAIL, 'disk is full'); END`,
      )
      expect(await wish(), name).toMatchObject(unavailable)
      breaker.exec('DROP TRIGGER full')
    }
    breaker.close()
    renameSync(database, `${database}.away`)
    expect(await page.get('/api/account')).toMatchObject(unavailable)
    const refused = table.connect({ headers: { cookie: page.cookie } })
    await expect(refused).rejects.toMatchObject({ data: { code: 'storage_unavailable' } })
    const back = await table.connect({ token: guest.welcome.token })
    expect(back.welcome.player).toEqual(guest.welcome.player)
    renameSync(`${database}.away`, database)
    expect((await page.get('/api/account')).body.account.name).toBe('Ada Lovelace')
    expect(await wish()).toMatchObject({ status: 201 })
  })
})
