import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Every rule of docs/SPEC.md has a test that carries its number, and no test carries a number that is not there.

const root = fileURLToPath(new URL('..', import.meta.url))
const SPEC = 'docs/SPEC.md'
const TESTS = /\.(test|contract)\.tsx?$|^e2e\/.*\.spec\.ts$/
const RULE = /^- \*{0,2}\[([A-Z]{2}\d+)\]\*{0,2} \S/gm
/** The numbers at the beginning of a title: `it('[RM1] …`, `test.each(…)("[RM1] [RM2] …`; not those of a skipped test. */
const TITLE = /(\.(?:skip|todo|fails)\b[^\n'"`]*)?['"`]((?:\[[A-Z]{2}\d+\] ?)+)/g

/** The rules of a text of rules, in its order. */
const rulesOf = (text: string): readonly string[] => [...text.matchAll(RULE)].map(([, id = '']) => id)

/** The numbers that the tests of a file carry. */
const numbersOf = (text: string): readonly string[] =>
  [...text.matchAll(TITLE)].flatMap(([, skipped, ids = '']) =>
    skipped ? [] : (ids.match(/[A-Z]{2}\d+/g) ?? []),
  )

/** The test files that git knows or would add. */
function testFiles(): readonly string[] {
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '-z']
  const deleted = new Set(git('ls-files', '--deleted', '-z'))
  return git(...listed).filter(file => TESTS.test(file) && !deleted.has(file))
}

const git = (...args: readonly string[]): readonly string[] =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0')

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const rules = rulesOf(read(SPEC))
const files = testFiles().map(file => ({ file, numbers: numbersOf(read(file)) }))
const tested = new Set(files.flatMap(({ numbers }) => numbers))
const problems = [
  ...rules.filter((id, at) => rules.indexOf(id) !== at).map(id => `[${id}] stands twice in ${SPEC}`),
  ...rules.filter(id => !tested.has(id)).map(id => `[${id}] of ${SPEC} has no test`),
  ...files.flatMap(({ file, numbers }) =>
    [...new Set(numbers)].filter(id => !rules.includes(id)).map(id => `[${id}] in ${file} is not in ${SPEC}`),
  ),
  ...(rules.length === 0 ? [`${SPEC} has no rules`] : []),
]
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
