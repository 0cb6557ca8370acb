import { dirname, join, resolve } from 'node:path'
import { readConfig, StartupError } from '../packages/server/src/config.ts'
import { KEY_FILE } from '../packages/server/src/sessions/secret-key.ts'

/** Whose rooms a command is about, by the settings of the server. */
interface Kept {
  readonly database: string
  /** Without it nobody can go on with the rooms; it is never part of a backup. */
  readonly keyFile: string
}

/** Runs a command and prints what it gives; or, in one sentence, what keeps it from being done. */
export function runOnDatabase(command: (kept: Kept) => string): void {
  try {
    const { database } = readConfig(process.env)
    if (database.kind === 'memory')
      throw new StartupError('DATABASE_URL is memory: there is nothing to keep.')
    const { file } = database
    process.stdout.write(`${command({ database: file, keyFile: join(dirname(file), KEY_FILE) })}\n`)
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

/** A file as it was named by whoever stands in a folder from which pnpm may have gone to another. */
export const fileNamed = (name: string): string => resolve(process.env.INIT_CWD ?? '', name)
