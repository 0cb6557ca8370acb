import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url))
const START_WITHIN_MS = 20_000

/** The real server as a process of its own, upon a real SQLite file; it can be killed and started again. */
export class DiceServer {
  readonly port: number
  private readonly folder = mkdtempSync(join(tmpdir(), 'dice-room-e2e-'))
  private readonly env: Readonly<Record<string, string>>
  private process: ChildProcess | null = null

  private constructor(port: number, env: Readonly<Record<string, string>>) {
    this.port = port
    this.env = env
  }

  static async start(env: Readonly<Record<string, string>> = {}): Promise<DiceServer> {
    const server = new DiceServer(await freePort(), env)
    await server.start()
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Starts the process; resolves when it serves. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATABASE_URL: join(this.folder, 'rooms.sqlite'),
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.process = child
    let output = ''
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no server in time: ${output}`)), START_WITHIN_MS)
      const read = (chunk: Buffer) => {
        output += chunk.toString()
        if (!output.includes('Dice Room is open')) return
        clearTimeout(timer)
        resolve()
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('exit', code => reject(new Error(`the server ended with ${code}: ${output}`)))
    })
  }

  /** Ends the process at once, without a word (SIGKILL) or politely. */
  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.process
    this.process = null
    if (child === null) return
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  async remove(): Promise<void> {
    await this.end()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
