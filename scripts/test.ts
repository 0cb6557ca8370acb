import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChecks } from './check.ts'
import { runBrowserTests } from './e2e.ts'
import { verifyTranscripts } from './verify-transcripts.ts'

// `pnpm test`: the checks, the unit and property tests, the server under attack, and the browsers; then docs/verify.py over
// the transcripts that they have left. Ends with one line that adds them all up.

const root = fileURLToPath(new URL('..', import.meta.url))
const results = mkdtempSync(join(tmpdir(), 'dice-room-test-'))
const transcripts = join(results, 'transcripts')

interface Count {
  readonly passed: number
  readonly failed: number
}

const unitTests = (): Count => vitest('unit')
/** The real server under attack: `chaos/`. */
const chaosTests = (): Count => vitest('chaos', '--config=chaos/vitest.config.ts')

function vitest(name: string, ...args: readonly string[]): Count {
  const file = join(results, `${name}.json`)
  const cli = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = spawnSync(process.execPath, [cli, 'run', ...args, ...reporters], {
    cwd: root,
    stdio: 'inherit',
  })
  return counted(file, status, report => ({ passed: report.numPassedTests, failed: report.numFailedTests }))
}

function browserTests(): Count {
  const file = join(results, 'playwright.json')
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = file
  const status = runBrowserTests(['--reporter=list,json'])
  return counted(file, status, ({ stats }) => ({
    passed: stats.expected,
    // A test that passed only when it was tried again has failed.
    failed: stats.unexpected + stats.flaky,
  }))
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
}

/** What a runner's report says; a runner that failed without a failed test, or without a report, counts as one. */
function counted(file: string, status: number | null, read: (report: Report) => Count): Count {
  try {
    const count = read(JSON.parse(readFileSync(file, 'utf8')))
    return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
  } catch {
    return { passed: 0, failed: 1 }
  }
}

mkdirSync(transcripts)
process.env.TRANSCRIPTS = transcripts
const counts = [await runChecks(), unitTests(), chaosTests(), browserTests(), verifyTranscripts(transcripts)]
rmSync(results, { recursive: true })
const total = (of: keyof Count) => counts.reduce((sum, count) => sum + count[of], 0)
process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed\n`)
process.exitCode = total('failed') === 0 ? 0 : 1
