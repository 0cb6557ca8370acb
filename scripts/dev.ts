import { spawn } from 'node:child_process'
import { createServer as createSocket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLogger, createServer } from 'vite'
import { addressesOf, banner } from '../packages/server/src/ops/banner.ts'

// `pnpm dev`: Vite serves the page with hot reload and passes the rest on to the server behind it, which Node starts
// again whenever its code changes. Rooms are on disk, and the page comes back to them by itself.

const root = fileURLToPath(new URL('..', import.meta.url))
const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? '0.0.0.0'

const addresses = addressesOf(host, port)
const behind = await freePort()
const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', join(root, 'packages/server/src/main.ts')],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT: String(behind),
      HOST: '127.0.0.1',
      TRUST_PROXY: '127.0.0.1',
      PUBLIC_URL: process.env.PUBLIC_URL ?? addresses.lan[0] ?? addresses.local,
      BANNER: 'off',
    },
  },
)
server.on('exit', code => process.exit(code ?? 1))
const end = () => server.kill('SIGTERM')
process.on('SIGINT', end)
process.on('SIGTERM', end)
process.on('exit', () => server.kill('SIGKILL'))

const logger = createLogger('warn')
const { error } = logger
// While the server starts again there is nobody behind the proxy for a moment; the page says so by itself.
logger.error = (message, options) => {
  if (!message.includes('proxy error')) error(message, options)
}

const target = { target: `http://127.0.0.1:${behind}`, xfwd: true }
const vite = await createServer({
  root: join(root, 'packages/client'),
  customLogger: logger,
  server: {
    host,
    port,
    strictPort: true,
    proxy: {
      '/socket.io': { ...target, ws: true },
      '/ws': { ...target, ws: true },
      '/test': { ...target, ws: true },
      '/game_start': target,
      '/game_process': target,
      '/api': target,
      '/healthz': target,
      '/readyz': target,
      '/metrics': target,
    },
  },
})
try {
  await vite.listen()
  process.stdout.write(banner(addresses, process.env.PUBLIC_URL ?? null))
} catch (problem) {
  process.stderr.write(
    `${problem instanceof Error ? problem.message : problem}. Choose another port: PORT=3001\n`,
  )
  end()
}

/** A port that nobody listens on at the moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket()
    socket.once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
