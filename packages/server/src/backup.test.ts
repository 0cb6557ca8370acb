import { spawn } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hashes } from '@diceroom/shared/fairness/verdict.ts'
import { verifyTranscript } from '@diceroom/shared/fairness/verify.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTable, type Table, type TestClient } from './testing/table.ts'

interface Transcript {
  readonly lastSeq: number
  readonly events: readonly { readonly type: string; readonly secret?: string }[]
}

const hashes: Hashes = {
  sha256: async bytes => createHash('sha256').update(bytes).digest(),
  hmac: async (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
}

describe('a backup', () => {
  let folder: string
  let tables: Table[]
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-play-on-'))
    tables = []
  })
  afterEach(async () => {
    await Promise.all(tables.map(table => table.close()))
    rmSync(folder, { recursive: true })
  })

  const databaseIn = (name: string) => join(folder, name, 'rooms.sqlite')

  async function open(name: string): Promise<Table> {
    const limits = { RATE_LIMIT_PER_SECOND: '100000', RATE_LIMIT_BURST: '100000' }
    const table = await openTable({ DATABASE_URL: databaseIn(name), ...limits })
    tables.push(table)
    return table
  }

  /** Runs `pnpm backup` or `pnpm restore` upon the database of one of the servers. */
  function run(script: 'backup' | 'restore', name: string): Promise<number | null> {
    const path = join(import.meta.dirname, '../../../scripts', `${script}.ts`)
    const env = { ...process.env, DATABASE_URL: databaseIn(name) }
    const child = spawn(process.execPath, [path, join(folder, 'backup.sqlite')], { env })
    return new Promise(resolve => child.on('close', resolve))
  }

  async function transcriptOf({ url }: Table, room: string): Promise<Transcript> {
    const transcript: unknown = await (await fetch(`${url}/api/rooms/${room}/transcript`)).json()
    return transcript as Transcript
  }

  const roll = async (room: string, ...players: readonly TestClient[]) => {
    for (const player of players) await player.ask('move', { room, move: { type: 'roll' } })
  }

  it('[OP7] is played on from where it was made, and the dice verify to the end', async () => {
    const first = await open('first')
    const ada = await first.connect()
    const bo = await first.connect()
    const race = (await ada.done('create_room', { game: 'race' })).room
    await ada.done('join_room', { room: race, name: 'Ada' })
    await bo.done('join_room', { room: race, name: 'Bo' })
    await ada.done('start_game', { room: race })
    await roll(race, ada, bo)
    const tray = (await ada.done('create_room', { game: 'free-roll' })).room
    await ada.done('join_room', { room: tray })
    await roll(tray, ada)
    const before = await transcriptOf(first, tray)

    const backup = run('backup', 'first')
    let ended = false
    backup.then(() => (ended = true))
    while (!ended) await roll(tray, ada)
    expect(await backup).toBe(0)
    const after = await transcriptOf(first, tray)
    await first.close()

    expect(await run('restore', 'second')).toBe(0)
    const key = (name: string) => join(folder, name, 'secret.key')
    copyFileSync(key('first'), key('second'))
    const second = await open('second')
    const kept = await transcriptOf(second, tray)
    expect(kept.lastSeq).toBeGreaterThanOrEqual(before.lastSeq)
    expect(kept.events).toEqual(after.events.slice(0, kept.lastSeq))

    const adaAgain = await second.connect({ token: ada.welcome.token })
    const boAgain = await second.connect({ token: bo.welcome.token })
    expect(await adaAgain.done('join_room', { room: tray })).toMatchObject({ seat: 0, seq: kept.lastSeq })
    await roll(tray, adaAgain)
    expect(await verified(await transcriptOf(second, tray))).toBe('so far')

    expect(await adaAgain.done('join_room', { room: race })).toMatchObject({ seat: 0 })
    expect(await boAgain.done('join_room', { room: race })).toMatchObject({ seat: 1 })
    const over = adaAgain.until('game_process', ({ gameStatus }) => gameStatus === 0)
    let isOver = false
    over.then(() => (isOver = true))
    while (!isOver) await roll(race, adaAgain, boAgain)
    expect(await verified(await transcriptOf(second, race))).toBe('finished')
    expect((await boAgain.done('my_games', {})).games).toMatchObject([{ room: race, number: 1 }])
  }, 20_000)

  async function verified(transcript: Transcript): Promise<string> {
    const { verdict, reason } = await verifyTranscript(transcript, { crypto: hashes })
    return reason ? JSON.stringify(reason) : verdict
  }

  it('[OP8] holds neither the key nor a secret that is still to come', async () => {
    const table = await open('first')
    const ada = await table.connect()
    const { room } = await ada.done('create_room', { game: 'race' })
    await ada.done('join_room', { room })
    await ada.done('start_game', { room })
    await roll(room, ada)
    expect(await run('backup', 'first')).toBe(0)
    const bytes = readFileSync(join(folder, 'backup.sqlite'))
    expect(bytes.includes(room)).toBe(true)
    const key = readFileSync(join(folder, 'first', 'secret.key'), 'utf8')
    expect(holds(bytes, Buffer.from(key, 'base64'))).toBe(false)
    await ada.done('leave_room', { room })
    const secret = (await transcriptOf(table, room)).events.find(({ type }) => type === 'deal_closed')?.secret
    expect(secret).toHaveLength(64)
    expect(holds(bytes, Buffer.from(secret ?? '', 'hex'))).toBe(false)
  })

  /** Whether a secret stands in `bytes`, in any form. */
  const holds = (bytes: Buffer, secret: Buffer): boolean =>
    [secret, secret.toString('hex'), secret.toString('base64')].some(form => bytes.includes(form))
})
