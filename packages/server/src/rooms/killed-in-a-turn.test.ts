import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { eventsAfter } from '../testing/events-after.ts'
import { openClient, type TestClient } from '../testing/test-client.ts'

let folder: string
let child: ChildProcess
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dice-room-killed-'))
})
afterEach(() => {
  child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** Starts a server upon what the one before has left; gives its address. */
async function start(): Promise<string> {
  const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', DATABASE_URL: join(folder, 'rooms.sqlite') }
  child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], { env })
  let output = ''
  child.stdout?.on('data', chunk => (output += chunk))
  const address = () => /http:\/\/localhost:(\d+)/.exec(output)?.[1]
  await expect.poll(address, { timeout: 60_000 }).toBeDefined()
  return `http://127.0.0.1:${address()}`
}

it('[CK6] is credited to a turn in the middle of which the server was killed', async () => {
  let url = await start()
  const connect = (token?: string) => openClient(url, 'v1', { token })
  const [ada, bo]: TestClient[] = [await connect(), await connect()]
  if (!ada || !bo) throw new Error('nobody is there')
  const { room } = await ada.done('create_room', { game: 'race' })
  await ada.done('join_room', { room, name: 'Ada' })
  await bo.done('join_room', { room, name: 'Bo' })
  await ada.done('start_game', { room })
  const { seq, moves } = await ada.done('legal_moves', { room })
  const ended = new Promise(resolve => child.once('exit', resolve))
  const killedAt = Date.now()
  child.kill('SIGKILL')
  await ended
  url = await start()
  const again = await Promise.all([ada, bo].map(({ welcome: { token } }) => connect(token)))
  for (const one of again) await one.done('join_room', { room })
  const credits = async () =>
    (await eventsAfter(url, room, seq)).filter(({ type }) => type === 'clock_credited')
  await expect.poll(credits, { timeout: 60_000 }).toHaveLength(1)
  const [credit] = await credits()
  // It began no later than the kill, and was over when the new one began.
  expect(credit?.ms).toBeGreaterThan(0)
  expect(credit?.ms).toBeLessThan(Date.now() - killedAt + 10_000)
  expect((await again[0]?.done('legal_moves', { room }))?.moves).toEqual(moves)
  const presence = await again[1]?.until('presence', message => message.until !== undefined)
  expect((presence?.until ?? 0) - Date.now()).toBeGreaterThan(0)
  for (const one of [...again, ada, bo]) one.hangUp()
})
