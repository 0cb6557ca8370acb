import { existsSync } from 'node:fs'
import { StartupError } from '../packages/server/src/config.ts'
import { restore } from '../packages/server/src/stores/backup.ts'
import { fileNamed, runOnDatabase } from './database-command.ts'

// `pnpm restore FILE [--force]`: puts a backup in the place of the database, while the server is stopped.

runOnDatabase(({ database, keyFile }) => {
  const given = process.argv.slice(2)
  const [name, ...others] = given.filter(arg => arg !== '--force')
  if (name === undefined || name.startsWith('-') || others.length > 0) {
    throw new StartupError('Which backup shall be restored? pnpm restore FILE [--force]')
  }
  const backup = fileNamed(name)
  const kept = restore(backup, database, given.includes('--force') ? 'replace' : 'refuse')
  return [
    `Restored ${backup} to ${database}.`,
    ...(kept === null ? [] : [`What was there before is kept as ${kept}.`]),
    existsSync(keyFile)
      ? `It goes on with the key that it was written with; ${keyFile} has to be that one.`
      : `There is no ${keyFile}: before the start, put the key there that it was written with.`,
  ].join('\n')
})
