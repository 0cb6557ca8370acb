import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const client = join(root, 'packages/client')
const built = join(client, 'dist/index.html')
const sources = [
  'packages/client/src',
  'packages/client/index.html',
  'packages/client/vite.config.ts',
  'docs/verify.py',
]
const others = ['packages/shared/src', 'packages/sdk/src', 'pnpm-lock.yaml']

/** Builds the page into `packages/client/dist`, unless nothing has changed since the last time. */
export function buildClient(): void {
  const newest = Math.max(...[...sources, ...others].map(path => changedAt(join(root, path))))
  if (existsSync(built) && statSync(built).mtimeMs > newest) return
  process.stdout.write('Building the page, a few seconds …\n')
  const vite = join(client, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: client, stdio: 'inherit' })
  compressAll(join(client, 'dist'))
}

/** Puts a compressed copy beside each text: brotli, and gzip for browsers on plain http, which take nothing else. */
function compressAll(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|svg|html)$/.test(name)) continue
    const content = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
  }
}

/** When something in a file or folder was changed last, in ms. */
function changedAt(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return Math.max(mtimeMs, ...entries.map(entry => statSync(join(entry.parentPath, entry.name)).mtimeMs))
}
