import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { secretKey } from './sessions/secret-key.ts'

describe('the process', () => {
  let folder: string
  let children: ChildProcess[]
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dice-room-main-'))
    children = []
  })
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })

  function start(env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
      env: { ...process.env, HOST: '127.0.0.1', DATABASE_URL: join(folder, 'data/rooms.sqlite'), ...env },
    })
    children.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
    const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
    return { child, ended, output: () => output }
  }

  const freePort = () =>
    new Promise<{ port: number; close: () => void }>(resolve => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address()
        const port = typeof address === 'object' && address ? address.port : 0
        resolve({ port, close: () => server.close() })
      })
    })

  async function startAndWait() {
    const { port, close } = await freePort()
    close()
    const started = start({ PORT: String(port) })
    await expect.poll(started.output, { timeout: 10_000 }).toContain('Dice Room is open')
    return { ...started, port }
  }

  it('[OP1] prints its address, keeps its data and a key that only its owner can read', async () => {
    const { port, output } = await startAndWait()
    expect(output()).toContain(`http://localhost:${port}`)
    expect(existsSync(join(folder, 'data/rooms.sqlite'))).toBe(true)
    expect(statSync(join(folder, 'data/secret.key')).mode & 0o777).toBe(0o600)
  })

  it('[OP1] makes the key again that a full disk left empty at the first start, and no other', () => {
    writeFileSync(join(folder, 'secret.key'), '')
    const key = secretKey(folder)
    expect(key).toHaveLength(32)
    expect(secretKey(folder)).toEqual(key)
    writeFileSync(join(folder, 'secret.key'), 'c2hvcnQ=')
    expect(() => secretKey(folder)).toThrow(/damaged/)
  })

  it('[OP2] tells the clients on SIGTERM, and exits 0', async () => {
    const { child, ended, port } = await startAndWait()
    const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false })
    await new Promise(resolve => socket.once('welcome' as never, resolve as never))
    const told = new Promise(resolve => socket.once('closing' as never, resolve as never))
    child.kill('SIGTERM')
    expect(await told).toEqual({ message: expect.any(String) })
    expect(await ended).toBe(0)
  })

  it('[OP2] lets clients come back by themselves after a restart', async () => {
    const { child, ended, port } = await startAndWait()
    const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnectionDelay: 50 })
    await new Promise(resolve => socket.once('welcome' as never, resolve as never))
    child.kill('SIGTERM')
    await ended
    start({ PORT: String(port) })
    await new Promise(resolve => socket.once('welcome' as never, resolve as never))
    socket.disconnect()
  }, 10_000)

  it('[OP2] exits 0 within 5 s though a client neither reads nor says goodbye', async () => {
    const { child, ended, port } = await startAndWait()
    const stuck = connect(port, '127.0.0.1')
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13'
    stuck.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`)
    stuck.write('Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n')
    await new Promise(resolve => stuck.once('data', resolve))
    stuck.pause().on('error', () => {})
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    stuck.destroy()
  })

  it('[OP3] says in one sentence that a port is in use', async () => {
    const { port, close } = await freePort()
    const { ended, output } = start({ PORT: String(port) })
    expect(await ended).toBe(1)
    expect(output().trim()).toBe(`Port ${port} is in use. Choose another one, for example: PORT=${port + 1}`)
    close()
  })

  it('[OP3] says in one sentence that a folder or a setting will not do', async () => {
    writeFileSync(join(folder, 'file'), '')
    const cases: Record<string, RegExp> = {
      DATABASE_URL: /^Cannot use .*EEXIST.*$/,
      PORT: /^The setting PORT is not valid: it has to be a number\.$/,
      LOG_LEVEL: /^The setting LOG_LEVEL is not valid: it has to be one of trace, debug, .*\.$/,
      TRUST_PROXY: /^The setting TRUST_PROXY is not valid: .*$/,
      PUBLIC_URL: /^The setting PUBLIC_URL is not valid: .*$/,
      AWAY_SECONDS: /^The setting AWAY_SECONDS is not valid: it has to be at most 2,000,000\.$/,
      HOST: /^The setting HOST is not valid: .*$/,
    }
    const wrong: Record<string, string> = {
      DATABASE_URL: join(folder, 'file/x.sqlite'),
      PUBLIC_URL: 'javascript:alert(1)',
      // A timer for so long would end at once.
      AWAY_SECONDS: '9999999',
      // Kept for examples: no machine has it.
      HOST: '203.0.113.1',
    }
    await Promise.all(
      Object.entries(cases).map(async ([setting, sentence]) => {
        const { ended, output } = start({ [setting]: wrong[setting] ?? 'x' })
        expect(await ended).toBe(1)
        expect(output().trim()).toMatch(sentence)
      }),
    )
  }, 20_000)
})
