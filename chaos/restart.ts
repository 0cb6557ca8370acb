import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { io } from 'socket.io-client'
import { median } from '../bench/measure/numbers.ts'
import { decimal, markdownTable, ratio, whole } from '../bench/table.ts'
import { fillRooms } from './restart/fill.ts'
import { Regular } from './restart/regular.ts'
import { Disk, removeAll } from './server/disk.ts'
import { databaseIn, freePort, killAll, PRODUCT, ServerProcess } from './server/server-process.ts'

// How long it takes to be back: `node chaos/restart.ts [--quick]`. After SIGKILL, with 1,000 rooms of 500 events, people play
// again; and somebody joins a room of 10,000 events that nobody has asked for since the start.

const WITHIN_MS = 15 * 60_000
const ROUNDS = 7
const REGULARS = 20
const LONG_ROOMS = 5

interface Round {
  readonly bare: number
  readonly serves: number
  readonly first: number
  readonly last: number
  readonly joinLong: number
  readonly joinShort: number
}

async function measure(rooms: number): Promise<readonly Round[]> {
  const disk = new Disk('a real one')
  const port = await freePort()
  const at = { main: PRODUCT, folder: disk.folder, port }
  const url = `http://127.0.0.1:${port}`
  let server = new ServerProcess(at, null)
  await server.serves
  const codes = await fillRooms(url, { count: rooms, events: 500 })
  const long = await fillRooms(url, { count: LONG_ROOMS, events: 10_000 })
  const bytes = ['', '-wal'].reduce((sum, end) => sum + statSync(databaseIn(disk.folder) + end).size, 0)
  process.stdout.write(
    `${whole(rooms)} rooms of 500 events and ${LONG_ROOMS} of 10,000: ${whole(bytes / 1e6)} MB\n`,
  )

  const played = codes.slice(0, REGULARS)
  const unvisited = codes.slice(REGULARS)
  const regulars = await Promise.all(played.map(room => Regular.in(room, port)))
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(regulars.map(regular => regular.roll()))
    await server.kill()
    const bare = await bareStart()
    // Everybody asks while there is nobody to answer.
    const asked = Promise.all(regulars.map(regular => backAfter(regular, () => server.startedAt)))
    server = new ServerProcess(at, null)
    await server.serves
    const serves = performance.now() - server.startedAt
    const back = (await asked).toSorted((a, b) => a - b)
    const joinLong = await joinTime(url, long[round % long.length] ?? '')
    const joinShort = await joinTime(url, unvisited[round] ?? '')
    rounds.push({ bare, serves, first: back[0] ?? 0, last: back.at(-1) ?? 0, joinLong, joinShort })
  }
  await Promise.all(regulars.map(regular => regular.close()))
  await server.kill()
  disk.remove()
  return rounds
}

/** From the start of the process to the answer of somebody's roll, in ms. */
async function backAfter(regular: Regular, startedAt: () => number): Promise<number> {
  // By then the connection is known to be lost.
  await delay(100)
  await regular.roll()
  return performance.now() - startedAt()
}

/** Round trip of `join_room`, over a connection that is up. */
async function joinTime(url: string, room: string): Promise<number> {
  const socket = io(url, { transports: ['websocket'], forceNew: true })
  await new Promise(resolve => socket.once('welcome', resolve))
  const began = performance.now()
  const answer = await socket.emitWithAck('join_room', { id: randomUUID(), room })
  const took = performance.now() - began
  socket.disconnect()
  if (!answer.ok) throw new Error(`join_room: ${JSON.stringify(answer.error)}`)
  return took
}

/** From the start of a Node process that does nothing but answer, to its answer, in ms. */
async function bareStart(): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [fileURLToPath(new URL('restart/bare-http.ts', import.meta.url))], {
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  })
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}`).catch(() => null)
      if (answer?.ok) return performance.now() - began
      await delay(5)
    }
  } finally {
    child.kill('SIGKILL')
  }
}

function tableOf(rounds: readonly Round[]): string {
  const row = (name: string, of: keyof Round, beside: keyof Round) => {
    const values = rounds.map(round => round[of])
    const middle = median(values)
    const base = median(rounds.map(round => round[beside]))
    return [name, whole(middle), whole(Math.max(...values)), of === beside ? '' : ratio(middle, base)]
  }
  const inMs = (name: string, of: keyof Round) => {
    const values = rounds.map(round => round[of])
    return [name, decimal(median(values), 1), decimal(Math.max(...values), 1), '']
  }
  return markdownTable(
    ['ms', 'median', 'worst', '÷ bare'],
    [
      row('a bare node:http server answers', 'bare', 'bare'),
      row('this server serves', 'serves', 'bare'),
      row(`the first of ${REGULARS} has a roll acknowledged`, 'first', 'bare'),
      row(`the last of ${REGULARS} has`, 'last', 'bare'),
      inMs('joining a room of 10,000 events, from disk', 'joinLong'),
      inMs('joining a room of 500 events, from disk', 'joinShort'),
    ],
  )
}

process.on('exit', () => {
  killAll()
  removeAll()
})
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
setTimeout(() => {
  process.stderr.write('this takes longer than fifteen minutes: given up\n')
  process.exit(1)
}, WITHIN_MS).unref()

const rounds = await measure(process.argv.includes('--quick') ? 100 : 1000)
process.stdout.write(`\n${tableOf(rounds)}\n`)
process.exit(0)
