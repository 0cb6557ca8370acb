/** The servers under measurement, each a child process of its own on one core. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Dialect, plainDialect, socketIoDialect, v1Dialect } from '../load/dialects.ts'

export type ServerName = 'ours' | 'ours /ws/v1' | 'bare Socket.IO' | 'bare ws'

interface Entry {
  readonly dialect: Dialect
  readonly main: URL
}

const ours = new URL('../../packages/server/src/main.ts', import.meta.url)

export const entries: Readonly<Record<ServerName, Entry>> = {
  ours: { dialect: socketIoDialect, main: ours },
  'ours /ws/v1': { dialect: v1Dialect, main: ours },
  'bare Socket.IO': { dialect: socketIoDialect, main: new URL('bare-socket-io.ts', import.meta.url) },
  'bare ws': { dialect: plainDialect, main: new URL('bare-ws.ts', import.meta.url) },
}

/** The load comes from one address and is faster than any honest player: the limits against floods step aside. */
const withoutFloodLimits = {
  RATE_LIMIT_PER_SECOND: '1000000',
  RATE_LIMIT_BURST: '1000000',
  CONNECTIONS_PER_ADDRESS: '100000',
}

export const hasTaskset = spawnSync('taskset', ['-V']).status === 0

/** Keeps this process, the load, off the server's core. */
export function stayOffServerCore(): void {
  if (hasTaskset) spawnSync('taskset', ['-a', '-c', '-p', '1', String(process.pid)])
}

export interface MeasuredServer {
  readonly name: ServerName
  readonly dialect: Dialect
  readonly port: number
  readonly pid: number
  collectGarbage(): Promise<void>
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()
const folders = new Set<string>()

/** A folder for what servers write, removed when the bench ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dice-room-bench-'))
  folders.add(folder)
  return folder
}

/** Ends what still runs and removes what was written, at once: for the end of the process, however it comes. */
export function leaveNothingBehind(): void {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

/** Starts a server and waits, 20 s at most, until it accepts connections. */
export async function startServer(name: ServerName): Promise<MeasuredServer> {
  const port = await freePort()
  const command = [
    ...(hasTaskset ? ['taskset', '-c', '0'] : []),
    process.execPath,
    '--expose-gc',
    `--import=${new URL('collect-on-signal.ts', import.meta.url).href}`,
    fileURLToPath(entries[name].main),
  ]
  const child = spawn(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      ...withoutFloodLimits,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: join(await temporaryFolder(), 'rooms.sqlite'),
    },
  })
  running.add(child)
  child.on('exit', () => running.delete(child))
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-2000)
  })

  const deadline = Date.now() + 20_000
  while (!(await accepts(port))) {
    if (!running.has(child) || Date.now() > deadline) throw new Error(`${name} does not start: ${complaint}`)
    await delay(50)
  }
  return {
    name,
    dialect: entries[name].dialect,
    port,
    pid: child.pid ?? 0,
    collectGarbage: async () => {
      for (let i = 0; i < 2; i++) {
        child.kill('SIGUSR2')
        await delay(600)
      }
    },
    stop: async () => {
      if (!running.has(child)) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await gone
      clearTimeout(timer)
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
