import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPackage, Package } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { buildSdk } from './build-sdk.ts'

// The sdk as it is published: whether every runtime and every TypeScript finds its code and its types.

/** It is made of ES modules alone, so these need not find it. */
const NOT_SERVED: ReadonlySet<string> = new Set(['node10', 'node16-cjs'])

const folder = await buildSdk()
const problems = [...(await publintProblems()), ...(await typeProblems())]
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1

async function publintProblems(): Promise<readonly string[]> {
  const { messages, pkg } = await publint({ pkgDir: folder, pack: false, strict: true })
  return messages.map(message => formatMessage(message, pkg, { color: false }) ?? message.code)
}

async function typeProblems(): Promise<readonly string[]> {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  const files = entries.map(entry => {
    const path = join(entry.parentPath, entry.name)
    return [`/node_modules/${name}${path.slice(folder.length)}`, readFileSync(path, 'utf8')] as const
  })
  const analysis = await checkPackage(new Package(Object.fromEntries(files), name, version))
  if (!analysis.types) return ['the package has no types']
  return analysis.problems.flatMap(problem =>
    'resolutionKind' in problem && NOT_SERVED.has(problem.resolutionKind) ? [] : [JSON.stringify(problem)],
  )
}
