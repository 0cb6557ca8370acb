import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

// The JavaScript that the page asks for, compressed by gzip as it is sent over plain http, has to stay under these.

/** What the first page loads. */
const FIRST_KB = 150
/**
 * What a table loads in all with the board of one game, from an empty cache. It holds the rules of all games, by which the
 * page follows what happens, and schemas with them: with what the first page loads that is 170, and a board with its drawings
 * and its texts in all languages has the rest.
 */
const TABLE_KB = 190

const dist = fileURLToPath(new URL('../packages/client/dist', import.meta.url))

interface Chunk {
  readonly file: string
  /** Keys of the chunks without which this one does not run. */
  readonly imports?: readonly string[]
}
const chunks: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(join(dist, '.vite/manifest.json'), 'utf8'),
)

const ROOM_PAGE = 'src/room-page.tsx'
const BOARD = /^src\/games\/([^/]+)\/board\.tsx$/

const first = loadedBy(['index.html'])
const table = loadedBy(['index.html', ROOM_PAGE])
const boards = Object.keys(chunks).flatMap(key => {
  const game = BOARD.exec(key)?.[1]
  return game === undefined ? [] : [{ game, files: loadedBy(['index.html', ROOM_PAGE, key]) }]
})
if (boards.length === 0) throw new Error('the built page has no boards')

report('the first page', first, FIRST_KB)
report('a table, without a board', table, TABLE_KB)
for (const { game, files } of boards) report(`a table of ${game}`, files, TABLE_KB)

/** The files that these chunks need, each once. */
function loadedBy(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [...keys]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    waiting.push(...(chunkAt(key).imports ?? []))
  }
  return new Set([...seen].map(key => chunkAt(key).file).filter(file => file.endsWith('.js')))
}

function chunkAt(key: string): Chunk {
  const chunk = chunks[key]
  if (!chunk) throw new Error(`the built page has no ${key}`)
  return chunk
}

function report(what: string, files: ReadonlySet<string>, limit: number): void {
  const kb = [...files].reduce((sum, file) => sum + kbOf(file), 0)
  const verdict = kb > limit ? '  TOO LARGE' : ''
  process.stdout.write(
    `${kb.toFixed(1).padStart(7)} kB of ${limit} in ${files.size} files: ${what}${verdict}\n`,
  )
  if (kb > limit) process.exitCode = 1
}

function kbOf(file: string): number {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000
}
