import { StartupError } from '../packages/server/src/config.ts'
import { backUp } from '../packages/server/src/stores/backup.ts'
import { fileNamed, runOnDatabase } from './database-command.ts'

// `pnpm backup FILE`: writes all rooms to a file, also while the server runs.

runOnDatabase(({ database, keyFile }) => {
  const [name, ...others] = process.argv.slice(2)
  if (name === undefined || name.startsWith('-') || others.length > 0) {
    throw new StartupError('Which file shall the backup be written to? pnpm backup FILE')
  }
  const backup = fileNamed(name)
  backUp(database, backup)
  return `Backed up ${database} to ${backup}.
The key is not in it: keep a copy of ${keyFile} in another place. Without it the rooms cannot go on.`
})
