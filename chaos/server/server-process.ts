import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KillPoint } from '../plan/schedule.ts'

const KILL_POINT = new URL('kill-point.ts', import.meta.url).href
const OUTPUT_MAX = 20_000

/** The product as it is served. */
export const PRODUCT = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url))

/** Twenty players come from one address, often, and keep their seats for as long as the run lasts. */
const WITHOUT_LIMITS = {
  AWAY_SECONDS: '1000000',
  RATE_LIMIT_PER_SECOND: '1000000',
  RATE_LIMIT_BURST: '1000000',
  CHAT_BURST: '1000000',
  CONNECTIONS_PER_ADDRESS: '100000',
  LOG_LEVEL: 'error',
}

interface ServerOptions {
  /** The main module: the product, or one of its mutants. */
  readonly main: string
  /** Where the database and the key lie. */
  readonly folder: string
  readonly port: number
}

/** A real server process upon a real SQLite file: one life, from its start to its end. */
export class ServerProcess {
  /** When it was started, by this process's clock, in ms. */
  readonly startedAt = performance.now()
  /** Resolves when it serves, or has ended before. */
  readonly serves: Promise<'serves' | 'ended'>
  readonly ended: Promise<void>
  private readonly child: ChildProcess
  private text = ''

  constructor({ main, folder, port }: ServerOptions, killPoint: KillPoint | null) {
    const preload = killPoint ? [`--import=${KILL_POINT}`] : []
    const child = spawn(process.execPath, [...preload, main], {
      env: {
        ...process.env,
        ...WITHOUT_LIMITS,
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: databaseIn(folder),
        KILL_POINT: JSON.stringify(killPoint),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child = child
    running.add(child)
    this.ended = once(child, 'close').then(() => {
      running.delete(child)
    })
    const opened = new Promise<'serves'>(resolve => {
      const read = (chunk: Buffer) => {
        this.text = (this.text + chunk.toString()).slice(-OUTPUT_MAX)
        if (this.text.includes('Dice Room is open')) resolve('serves')
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
    })
    this.serves = Promise.race([opened, this.ended.then(() => 'ended' as const)])
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  get isRunning(): boolean {
    return running.has(this.child)
  }

  /** What killed it; `null` as long as it runs, or where it ended by itself. */
  get killedBy(): NodeJS.Signals | null {
    return this.child.signalCode
  }

  /** What it said, banner and errors. */
  get output(): string {
    return this.text
  }

  /** Errors that it logged, but for those of a storage that fails: they are what a full disk is answered with. */
  get errors(): readonly string[] {
    return this.text.split('\n').filter(line => line.startsWith('{"level":') && !isOfStorage(line))
  }

  /** Sends a signal, where there is still somebody to receive it. */
  signal(signal: NodeJS.Signals): void {
    if (this.isRunning) this.child.kill(signal)
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL')
    await this.ended
  }
}

const isOfStorage = (line: string): boolean => line.includes('StorageUnavailable')

const running = new Set<ChildProcess>()

/** Ends every server that was started here, at once: for the end of this process, however it comes. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

export const databaseIn = (folder: string): string => join(folder, 'rooms.sqlite')

/** Ports that no system gives to a connection by itself: ours has to be there again after every kill. */
const PORTS = { from: 20_000, to: 30_000 }

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)))
      .listen(port, '127.0.0.1')
  })
}
