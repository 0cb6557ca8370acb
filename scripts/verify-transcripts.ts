import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// `node scripts/verify-transcripts.ts FOLDER`: docs/verify.py over the published vectors and all transcripts that tests
// have left in a folder.

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'docs/verify.py')
const vectors = join(root, 'docs/fairness-vectors.json')

/** How many files one Python is asked about. */
const BATCH = 200

/** Says what is refused; no transcripts at all are a failure too. */
export function verifyTranscripts(folder: string): { passed: number; failed: number } {
  const files = readdirSync(folder).flatMap(name => (name.endsWith('.json') ? [join(folder, name)] : []))
  const answers = ask('--vectors', vectors)
  for (let at = 0; at < files.length; at += BATCH) answers.push(...ask(...files.slice(at, at + BATCH)))
  const passed = answers.filter(answer => answer.includes(': YES, ')).length
  const failed = 1 + files.length - passed
  for (const answer of answers.filter(one => !one.includes(': YES, ')))
    process.stdout.write(`FAIL  ${answer}\n`)
  if (files.length === 0) process.stdout.write('FAIL  the tests have left no transcript to be verified\n')
  process.stdout.write(
    `docs/verify.py: ${passed} accepted, ${failed} not, the published vectors among them\n`,
  )
  return { passed, failed: files.length === 0 ? failed + 1 : failed }
}

/** What the program answers about each file. */
function ask(...args: readonly string[]): string[] {
  const { stdout, stderr, error } = spawnSync('python3', [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (error) return [`docs/verify.py needs Python 3, as python3 (apt-get install python3): ${error.message}`]
  const about = args.filter(arg => arg.endsWith('.json'))
  const answers = stdout.split('\n').filter(line => about.some(file => line.startsWith(`${file}: `)))
  return stderr === '' ? answers : [...answers, stderr]
}

if (import.meta.main) {
  const { failed } = verifyTranscripts(process.argv[2] ?? process.env.TRANSCRIPTS ?? '.')
  process.exitCode = failed === 0 ? 0 : 1
}
