import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.ts'
import { buildClient } from './build-client.ts'

// `pnpm e2e [playwright's arguments]`: several real browsers at one table, against the real server.

const e2e = fileURLToPath(new URL('../e2e/', import.meta.url))

/** Runs the browser tests; gives the exit code. */
export function runBrowserTests(args: readonly string[]): number {
  buildClient()
  const cli = join(
    createRequire(join(e2e, 'package.json')).resolve('@playwright/test/package.json'),
    '../cli.js',
  )
  const { status } = spawnSync(process.execPath, [cli, 'test', ...args], {
    cwd: e2e,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: findBrowser() },
  })
  return status ?? 1
}

if (import.meta.main) process.exitCode = runBrowserTests(process.argv.slice(2))
