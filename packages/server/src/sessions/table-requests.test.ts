import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTable as openServer, type Table, type TestClient } from '../testing/table.ts'

let table: Table
let ahead: number
let output: string
let ada: TestClient
let bo: TestClient

beforeEach(async () => {
  ahead = 0
  output = ''
  const log = pino({ level: 'warn' }, { write: line => (output += line) })
  table = await openServer({}, { now: () => Date.now() + ahead, log })
  ada = await table.connect()
  bo = await table.connect()
})
afterEach(() => table.close())

const code = (answer: object) => ('error' in answer ? (answer.error as { code: string }).code : 'done')

describe('a seat that moves to another device', () => {
  it('[SE3] is had with its name by who brings the ticket, once, also where nobody new is let in', async () => {
    const { room } = await ada.done('create_room', { game: 'race' })
    await ada.done('join_room', { room, name: 'Ada' })
    await bo.done('join_room', { room, name: 'Bo' })
    await ada.done('set_room', { room, settings: { locked: true, password: 'secret' } })
    await ada.done('start_game', { room })
    const { ticket, until } = await ada.done('seat_ticket', { room })
    expect(until - Date.now()).toBeGreaterThan(590_000)
    const phone = await table.connect()
    expect(await phone.done('join_room', { room, ticket })).toMatchObject({
      seat: 0,
      state: { host: phone.welcome.player.id, seats: [{ name: 'Ada' }, { name: 'Bo' }] },
    })
    const { events } = await bo.until('room_event', message => message.events[0]?.type === 'seat_moved')
    expect(events).toMatchObject([{ seat: 0, from: ada.welcome.player.id, name: 'Ada' }])
    const thief = await table.connect()
    expect(code(await thief.ask('join_room', { room, ticket }))).toBe('stale')
    expect(code(await ada.ask('move', { room, move: { type: 'roll' } }))).toBe('not_in_room')
    expect(code(await ada.ask('seat_ticket', { room }))).toBe('not_in_room')
    // As a client does that comes back, however late.
    ahead += 11 * 60_000
    const again = await table.connect({ token: phone.welcome.token })
    expect(await again.done('join_room', { room, ticket })).toMatchObject({ seat: 0 })
    const late = await again.done('seat_ticket', { room })
    ahead += 10 * 60_000
    expect(code(await thief.ask('join_room', { room, ticket: late.ticket }))).toBe('forbidden')
  })
})

describe('a seat that is given to somebody', () => {
  it('[SE21] goes to nobody who is not at the table', async () => {
    const { room } = await ada.done('create_room', { game: 'race' })
    await ada.done('join_room', { room, name: 'Ada' })
    await bo.done('join_room', { room, name: 'Bo' })
    await ada.done('start_game', { room })
    await bo.done('leave_room', { room })
    const cai = await table.connect()
    const give = { room, seat: 1, player: cai.welcome.player.id, id: 'give' }
    expect(code(await ada.ask('give_seat', { ...give, id: 'early' }))).toBe('bad_request')
    await cai.done('join_room', { room, name: 'Cai', as: 'spectator' })
    const given = await ada.done('give_seat', give)
    await cai.done('leave_room', { room })
    // It is answered again, though they went.
    expect(await ada.done('give_seat', give)).toEqual(given)
    expect(code(await ada.ask('give_seat', { ...give, room: 'ZZZZZZ' }))).toBe('room_not_found')
  })
})

describe('quick play', () => {
  it('[QP1] leads to the table at which most people wait for somebody', async () => {
    const tables: string[] = []
    for (const count of [1, 2, 3]) {
      const players = await Promise.all(Array.from({ length: count }, () => table.connect()))
      const [host] = players
      const { room } = (await host?.done('create_room', { game: 'race' })) ?? { room: '' }
      for (const player of players) await player.done('join_room', { room })
      tables.push(room)
      // The fullest is in play.
      if (count === 3) await host?.done('start_game', { room })
    }
    expect(await bo.done('quick_play', { game: 'race' })).toEqual({ ok: true, room: tables[1] })
    const host = await table.connect()
    const { room } = await host.done('create_room', { game: 'race' })
    await host.done('join_room', { room })
    for (let bot = 0; bot < 5; bot += 1) await host.done('add_bot', { room, level: 'hard' })
    // A bot gives way, and where everybody else is away nobody waits.
    expect((await bo.done('quick_play', { game: 'race' })).room).toBe(tables[1])
    await bo.done('join_room', { room: tables[1] ?? '' })
    for (const settings of [{ private: true }, { locked: true }, { password: 'x' }]) {
      await host.done('set_room', { room, settings })
      await host.done('set_room', {
        room,
        settings: { private: false, locked: false, password: null, ...settings },
      })
      const { room: found } = await ada.done('quick_play', { game: 'race' })
      expect(found).toBe(tables[1])
    }
  })

  it('[QP2] makes a table with bots where nobody waits, the same under one id', async () => {
    const id = 'once'
    const { room } = await ada.done('quick_play', { game: 'race', id })
    expect(await ada.done('quick_play', { game: 'race', id })).toMatchObject({ room })
    expect((await ada.done('quick_play', { game: 'race' })).room).not.toBe(room)
    expect(code(await ada.ask('quick_play', { game: 'free-roll', id }))).toBe('id_reused')
    expect(code(await ada.ask('quick_play', { game: 'roulette' }))).toBe('unknown_game')
    expect(await ada.done('join_room', { room, name: 'Ada' })).toMatchObject({
      seat: 2,
      state: { host: ada.welcome.player.id, seats: [{ bot: true, level: 'medium' }, { bot: true }, {}] },
    })
    expect(await bo.done('quick_play', { game: 'race' })).toMatchObject({ room })
    await ada.done('start_game', { room })
  })

  it('[QP3] makes a table for people alone where games never end', async () => {
    const { room } = await ada.done('quick_play', { game: 'free-roll' })
    expect(await ada.done('join_room', { room, name: 'Ada' })).toMatchObject({ seat: 0 })
    expect(await bo.done('quick_play', { game: 'free-roll' })).toMatchObject({ room })
    await ada.done('remove_player', { room, player: bo.welcome.player.id })
    expect((await bo.done('quick_play', { game: 'free-roll' })).room).not.toBe(room)
  })
})

describe('talk', () => {
  let room: string
  beforeEach(async () => {
    room = (await ada.done('create_room', { game: 'free-roll' })).room
    await ada.done('join_room', { room, name: 'Ada' })
    await bo.done('join_room', { room, name: 'Bo' })
  })

  it('[TK1] is ten lines and reactions in ten seconds, and what was said is answered again', async () => {
    for (let line = 0; line < 5; line += 1) {
      await ada.done('chat', { room, text: `${line}`, id: `line ${line}` })
      await ada.done('react', { room, emote: 'clap' })
    }
    expect(code(await ada.ask('chat', { room, text: 'more' }))).toBe('rate_limited')
    expect(code(await ada.ask('react', { room, emote: 'wow' }))).toBe('rate_limited')
    expect(code(await ada.ask('chat', { room, text: '3', id: 'line 3' }))).toBe('done')
    expect(code(await bo.ask('chat', { room, text: 'my turn' }))).toBe('done')
    ahead += 10_001
    expect(code(await ada.ask('chat', { room, text: 'more' }))).toBe('done')
  })

  it('[TK3] is also what is said beside a roll, and that somebody waits for a seat', async () => {
    const cai = await table.connect()
    await cai.done('join_room', { room, name: 'Cai', as: 'spectator' })
    for (let line = 0; line < 5; line += 1) {
      await cai.done('queue_next', { room })
      await cai.done('queue_next', { room, undo: true })
    }
    expect(code(await cai.ask('queue_next', { room }))).toBe('rate_limited')
    const say = (message: string, id?: string) =>
      ada.ask('move', { room, move: { type: 'roll', message }, ...(id ? { id } : {}) })
    for (let line = 0; line < 10; line += 1) expect(code(await say('ha', `roll ${line}`))).toBe('done')
    expect(code(await say('ha'))).toBe('rate_limited')
    expect(code(await ada.ask('chat', { room, text: 'ha' }))).toBe('rate_limited')
    // Again, or without a word.
    expect(code(await say('ha', 'roll 3'))).toBe('done')
    expect(code(await ada.ask('move', { room, move: { type: 'roll' } }))).toBe('done')
  })

  it('[TK2] that is reported stands in the log of who runs the server, once', async () => {
    const { seq } = await ada.done('chat', { room, text: 'something foul' })
    await bo.until('room_event', message => message.seq === seq)
    const before = bo.received.length
    for (let again = 0; again < 2; again += 1) {
      expect(await bo.done('report', { room, seq, reason: 'foul' })).toMatchObject({ seq })
    }
    const lines = output.split('\n').filter(line => line.includes('something foul'))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 40,
      report: {
        room,
        seq,
        reporter: bo.welcome.player.id,
        player: ada.welcome.player.id,
        name: 'Ada',
        line: 'something foul',
        reason: 'foul',
      },
    })
    expect(await (await fetch(`${table.url}/metrics`)).text()).toMatch(/dice_room_reports_total 1/)
    expect(bo.received.slice(before).filter(({ name }) => name === 'room_event')).toEqual([])
    expect(code(await bo.ask('report', { room, seq: seq + 5 }))).toBe('bad_request')
    const stranger = await table.connect()
    expect(code(await stranger.ask('report', { room, seq }))).toBe('not_in_room')
  })
})
