import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Finds the Chromium that the browser tests run in: the one named by an environment variable, Playwright's own, or
// one that the system has; where there is none, tries to get one.

const e2e = fileURLToPath(new URL('../e2e/', import.meta.url))
const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The path of a Chromium, or a sentence that says how to get one as an error. */
export function findBrowser(): string {
  const found = look()
  if (found) return found
  process.stdout.write('No Chromium on this machine: trying to install one …\n')
  installSystemPackage('chromium') || installPlaywrightBrowser()
  const installed = look()
  if (installed) return installed
  throw new Error('The browser tests need Chromium: install it, or name one by CHROMIUM_PATH.')
}

function look(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  const own = playwrightBrowser()
  if (own && existsSync(own)) return own
  for (const name of SYSTEM) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return null
}

function playwrightBrowser(): string | null {
  const script = "console.log(require('@playwright/test').chromium.executablePath())"
  const { status, stdout } = spawnSync(process.execPath, ['-e', script], { cwd: e2e, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/** Installs a Debian package where this user may; whether it worked. */
function installSystemPackage(name: string): boolean {
  if (process.getuid?.() !== 0 || spawnSync('which', ['apt-get']).status !== 0) return false
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function installPlaywrightBrowser(): void {
  const cli = join(
    createRequire(join(e2e, 'package.json')).resolve('@playwright/test/package.json'),
    '../cli.js',
  )
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 })
}
