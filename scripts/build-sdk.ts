import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

// `node scripts/build-sdk.ts`: packages/sdk/dist, a package that works by itself: `npm publish packages/sdk/dist`. The
// private package `shared` is in it, as JavaScript and as types.

const root = fileURLToPath(new URL('..', import.meta.url))
const sdk = join(root, 'packages/sdk')
const SHARED = '@diceroom/shared'

/** Builds the package into a folder, and gives it. */
export async function buildSdk(dist = join(sdk, 'dist')): Promise<string> {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  await bundle(dist)
  writeTypes(join(dist, 'types'))
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
  copyFileSync(join(sdk, 'README.md'), join(dist, 'README.md'))
  copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'))
  return dist
}

/** The JavaScript: one file, and one for each part that is fetched only when it is needed. */
async function bundle(dist: string): Promise<void> {
  const build = await rolldown({
    input: join(sdk, 'src/index.ts'),
    platform: 'neutral',
    external: id => /^[^./]/.test(id) && !id.startsWith(SHARED),
  })
  await build.write({ dir: dist, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name].js' })
  await build.close()
}

/** The types, file by file as the sources are, without those that nothing published names. */
function writeTypes(types: string): void {
  execFileSync(join(root, 'node_modules/.bin/tsc'), [
    '-p',
    join(sdk, 'tsconfig.types.json'),
    '--outDir',
    types,
  ])
  const named = new Set<string>()
  const take = (file: string) => {
    if (named.has(file)) return
    named.add(file)
    const text = readFileSync(file, 'utf8').replace(SPECIFIER, (_, before, specifier) => {
      const target = targetOf({ types, file, specifier })
      if (target === null) return `${before}'${specifier}'`
      take(target)
      const path = relative(dirname(file), target).replace(/\.d\.ts$/, '.js')
      return `${before}'${path.startsWith('.') ? path : `./${path}`}'`
    })
    writeFileSync(file, text)
  }
  take(join(types, 'sdk/src/index.d.ts'))
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && !named.has(file)) rmSync(file)
  }
}

/** What is named by an import in a file of types, also in the middle of a type. */
const SPECIFIER = /(\bfrom |\bimport\()["']([^"']+)["']/g

/** The file of types that a specifier means; `null` for what comes from elsewhere. */
function targetOf({
  types,
  file,
  specifier,
}: {
  types: string
  file: string
  specifier: string
}): string | null {
  if (specifier.startsWith('.')) return join(dirname(file), specifier.replace(/\.ts$/, '.d.ts'))
  if (!specifier.startsWith(SHARED)) return null
  return join(types, 'shared/src', specifier.slice(SHARED.length).replace(/\.ts$/, '.d.ts'))
}

/** The package.json of what is published; the one in the workspace names the sources, and is private. */
function manifest(): object {
  const { name, version, description, keywords, license, type, sideEffects, engines, dependencies } =
    JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'))
  const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
  const versions = Object.keys(dependencies).flatMap(dependency =>
    dependency === SHARED ? [] : [[dependency, versionIn(catalog, dependency)]],
  )
  return {
    ...{ name, version, description, keywords, license, type, sideEffects, engines },
    exports: { '.': { types: './types/sdk/src/index.d.ts', default: './index.js' } },
    files: ['*.js', 'types'],
    dependencies: Object.fromEntries(versions),
  }
}

/** The range that a published package asks for: what was tested, and what is compatible with it. */
function versionIn(catalog: string, dependency: string): string {
  const [, version] = new RegExp(`^ {2}"?${dependency}"?: \\^?(\\S+)$`, 'm').exec(catalog) ?? []
  if (version === undefined) throw new Error(`${dependency} is not in the catalog`)
  return `^${version}`
}

if (import.meta.main) await buildSdk()
