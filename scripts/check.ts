import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildClient } from './build-client.ts'

// `pnpm check`: all that can be said of the code without running it.

const root = fileURLToPath(new URL('..', import.meta.url))

const tool = (...command: readonly string[]): readonly string[] => [
  join(root, 'node_modules/.bin', command[0] ?? ''),
  ...command.slice(1),
]
const script = (name: string): readonly string[] => [process.execPath, join(root, 'scripts', name)]

const CHECKS: Readonly<Record<string, readonly string[]>> = {
  'format, lint, import boundaries and cycles': tool(
    'biome',
    'ci',
    '--error-on-warnings',
    '--colors=off',
    '.',
  ),
  'types of shared': tool('tsc', '-p', 'packages/shared'),
  'types of server': tool('tsc', '-p', 'packages/server'),
  'types of sdk': tool('tsc', '-p', 'packages/sdk'),
  "types of sdk's tests with a server": tool('tsc', '-p', 'packages/sdk/src/with-server'),
  'types of sdk/store, without the DOM': tool('tsc', '-p', 'packages/sdk/tsconfig.store.json'),
  'types of client': tool('tsc', '-p', 'packages/client'),
  'types of e2e': tool('tsc', '-p', 'e2e'),
  'types of bench': tool('tsc', '-p', 'bench'),
  'types of chaos': tool('tsc', '-p', 'chaos'),
  'types of scripts': tool('tsc', '-p', 'scripts'),
  'dead code': tool('knip'),
  'every rule of SPEC.md has its test': script('check-spec.ts'),
  'docs made from code are up to date': script('docs.ts').concat('--check'),
  'the sdk as it is published': script('check-sdk.ts'),
  'size of the page': script('check-size.ts'),
}

/** Runs every check, two at a time; says what is wrong with those that fail. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  buildClient()
  const waiting = Object.entries(CHECKS)
  const outcomes: boolean[] = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { ok, output } = await run(next[1])
      outcomes.push(ok)
      process.stdout.write(`${ok ? 'ok   ' : 'FAIL '} ${next[0]}\n${ok ? '' : output}`)
    }
  }
  await Promise.all([work(), work()])
  const passed = outcomes.filter(ok => ok).length
  return { passed, failed: outcomes.length - passed }
}

function run([command = '', ...args]: readonly string[]): Promise<{ ok: boolean; output: string }> {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', error => resolve({ ok: false, output: `${error.message}\n` }))
    child.on('close', code => resolve({ ok: code === 0, output }))
  })
}

if (import.meta.main) process.exitCode = (await runChecks()).failed === 0 ? 0 : 1
