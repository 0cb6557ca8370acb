import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { Roll } from '@diceroom/shared/games/game.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readConfig } from '../config.ts'
import { RoomSecrets } from '../rooms/room-secrets.ts'
import { derivedKey, secretKey } from '../sessions/secret-key.ts'
import { memoryStore } from '../stores/memory.ts'
import type { RoomStore } from '../stores/room-store.ts'
import { sqliteStore } from '../stores/sqlite.ts'
import { WIRES, type WireName } from '../testing/lines.ts'
import { openTable, type Table, type TestClient } from '../testing/table.ts'

// hidden-dice, here with hands of six dice of 100 sides: no two hands look alike, so that every byte can be searched for them.
vi.mock('@diceroom/shared/games/registry.ts', async importOriginal => {
  const { withHiddenDice } = await import('@diceroom/shared/testing/with-hidden-dice.ts')
  const { hiddenDice } = await import('@diceroom/shared/testing/hidden-dice.ts')
  const { seal } = await import('@diceroom/shared/games/game.ts')
  type Context = Parameters<typeof hiddenDice.begin>[1]
  const many = ({ dice }: Context): Context => ({
    dice: { roll: (_count, _sides, secretTo) => dice.roll(6, 100, secretTo) },
  })
  const game: typeof hiddenDice = {
    ...hiddenDice,
    begin: (state, context) => hiddenDice.begin(state, many(context)),
    decide: (state, move, { seat, dice }) => hiddenDice.decide(state, move, { seat, ...many({ dice }) }),
  }
  const registry = await importOriginal<typeof import('@diceroom/shared/games/registry.ts')>()
  return withHiddenDice(registry, seal(game))
})

/** How often hidden dice are looked for on each wire. */
const ROUNDS: Record<WireName, number> = { 'socket.io-websocket': 1000, 'socket.io-polling': 100, v1: 100 }
const ROUNDS_PER_GAME = 3
/** More than a round takes, less than two. */
const EVENTS_PER_ROUND = 12

const handsIn = (events: readonly LoggedEvent[]): readonly Roll[] =>
  events
    .flatMap(event => ('rolls' in event ? (event.rolls ?? []) : []))
    .filter(roll => roll.secretTo !== undefined)

const textOf = ({ faces }: Roll): string => (faces ?? []).join(',')

let table: Table
let folder: string
let store: RoomStore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dice-room-secrecy-'))
})
afterEach(async () => {
  await table.close()
  rmSync(folder, { recursive: true })
})

/** A table of hidden-dice with two players and one who watches. */
async function seated(
  wire: WireName,
): Promise<{ room: string; ada: TestClient; bo: TestClient; watcher: TestClient }> {
  const connect = () => table.connect({ wire })
  const [ada, bo, watcher] = [await connect(), await connect(), await connect()]
  const options = { rounds: ROUNDS_PER_GAME }
  const { room } = await ada.done('create_room', { game: 'hidden-dice', options })
  await ada.done('join_room', { room, name: 'Ada' })
  await bo.done('join_room', { room, name: 'Bo' })
  await watcher.done('join_room', { room, as: 'spectator' })
  return { room, ada, bo, watcher }
}

it.each(Object.keys(WIRES) as WireName[])(
  '[WR25] shows nobody a hidden die before its time, in many rounds, in any byte: %s',
  async wire => {
    store = memoryStore()
    table = await openTable({ RATE_LIMIT_PER_SECOND: '100000', RATE_LIMIT_BURST: '100000' }, { store })
    const { room, ada, bo, watcher } = await seated(wire)
    const bytes = { ada: ada.heard, bo: bo.heard, watcher: watcher.heard }
    let hands = 0
    for (let round = 0; round < ROUNDS[wire]; round += 1) {
      if (round % ROUNDS_PER_GAME === 0) await ada.done('start_game', { room })
      await ada.done('move', { room, move: { type: 'shake' } })
      await ada.done('move', { room, move: { type: 'stand' } })
      await bo.done('move', { room, move: { type: 'shake' } })
      // Everything that was sent up to here has arrived when the answer to this has.
      const asked = [ada, bo, watcher].map(client => client.done('sync', { room, since: 0 }))
      const [{ seq } = { seq: 0 }] = await Promise.all(asked)
      const pages = await Promise.all(
        [`/api/rooms/${room}`, `/api/rooms/${room}/transcript`, '/api/figures', '/metrics'].map(async path =>
          (await fetch(`${table.url}${path}`)).text(),
        ),
      )
      const log = await store.read(room, Math.max(0, seq - EVENTS_PER_ROUND), EVENTS_PER_ROUND)
      const dealt = log.findLast(({ type }) => type === 'deal_ready')?.seq ?? 0
      for (const hand of handsIn(log.filter(({ seq }) => seq > dealt))) {
        hands += 1
        const others = hand.secretTo === 0 ? [bytes.bo] : [bytes.ada]
        for (const { text } of [...others, bytes.watcher]) expect(text).not.toContain(textOf(hand))
        for (const page of pages) expect(page).not.toContain(textOf(hand))
        expect((hand.secretTo === 0 ? bytes.ada : bytes.bo).text).toContain(textOf(hand))
      }
      await bo.done('move', { room, move: { type: 'stand' } })
      for (const received of Object.values(bytes)) received.text = ''
    }
    expect(hands).toBe(4 * ROUNDS[wire])
  },
  120_000,
)

it('[RS15] writes no secret of a deal that is open into its output, errors, metrics, snapshots or database', async () => {
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: join(folder, 'rooms.sqlite'),
    LOG_LEVEL: 'trace',
    RATE_LIMIT_BURST: '1000',
    CHAT_BURST: '1000',
  })
  let output = ''
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(chunk, _encoding, done) {
        output += String(chunk)
        done()
      },
    }),
  )
  const file = join(folder, 'rooms.sqlite')
  let isFull = false
  const inner = sqliteStore(file)
  store = {
    ...inner,
    append: (...args) => (isFull ? Promise.reject(new Error('a bug of ours')) : inner.append(...args)),
  }
  table = await openTable({}, { config, log, store })
  const { room, ada, bo, watcher } = await seated('v1')
  await ada.done('start_game', { room })
  for (let line = 0; line < 210; line += 1) await watcher.ask('chat', { room, text: `${line}` })
  isFull = true
  expect(await ada.ask('move', { room, move: { type: 'shake' } })).toMatchObject({
    error: { code: 'internal' },
  })
  isFull = false
  await ada.done('move', { room, move: { type: 'shake' } })
  const metrics = await (await fetch(`${table.url}/metrics`)).text()
  const snapshot = (await store.load(room))?.snapshot?.body
  const files = readdirSync(folder).filter(name => name !== 'secret.key')
  const everything = Buffer.concat([
    ...[output, metrics, snapshot ?? ''].map(text => Buffer.from(text)),
    ...files.map(name => readFileSync(join(folder, name))),
  ])
  expect([output, snapshot ?? ''].map(text => text.length > 0)).toEqual([true, true])

  const roots = (await store.load(room))?.roots ?? []
  const secrets = new RoomSecrets({ room, roots, key: derivedKey(secretKey(folder), 'roots') })
  for (const deal of [1, 2, 999, 1000]) {
    const secret = Buffer.from(secrets.secretOf(deal), 'hex')
    for (const form of [
      secret,
      secret.toString('hex'),
      secret.toString('base64'),
      secret.toString('base64url'),
    ]) {
      expect(everything.includes(form), `the secret of deal ${deal}`).toBe(false)
    }
  }
  for (const player of [ada, bo]) {
    for (let at = 0; at < 2; at += 1) await player.ask('move', { room, move: { type: 'stand' } })
  }
  // It is the right secret that was searched for: published when the deal was closed.
  const state = (await store.read(room, 0, 10_000)).find(({ type }) => type === 'deal_closed')
  expect(state).toMatchObject({ deal: 1, secret: secrets.secretOf(1) })
})
