import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { protocolPage } from './docs/protocol-page.ts'
import { settingsPage } from './docs/settings-page.ts'

// `node scripts/docs.ts` writes the documents that are made from code; with `--check` it only says which are stale.

const PAGES: Readonly<Record<string, string>> = {
  'docs/protocol.md': protocolPage(),
  'docs/settings.md': settingsPage(),
}

const stale = Object.entries(PAGES).filter(([file, text]) => {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  return read(path) !== text
})
for (const [file] of stale) process.stdout.write(`${file} is stale: run node scripts/docs.ts\n`)
process.exitCode = stale.length === 0 ? 0 : 1

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
