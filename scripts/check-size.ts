import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

// The JavaScript that the page's first load asks for, compressed by gzip as it is sent over plain http, has to stay under this.

const LIMIT_KB = 150

const dist = fileURLToPath(new URL('../packages/client/dist', import.meta.url))
const html = readFileSync(join(dist, 'index.html'), 'utf8')
const asked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(match => match[1] ?? '')
if (asked.length === 0) throw new Error('the built page loads no JavaScript')

const sizes = asked.map(file => ({
  file,
  kb: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000,
}))
const total = sizes.reduce((sum, { kb }) => sum + kb, 0)
for (const { file, kb } of sizes) process.stdout.write(`${kb.toFixed(1).padStart(7)} kB  ${file}\n`)
process.stdout.write(
  `${total.toFixed(1).padStart(7)} kB of ${LIMIT_KB} in ${readdirSync(join(dist, 'assets')).length} files\n`,
)
if (total > LIMIT_KB) process.exitCode = 1
