import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../stores/sqlite.ts'
import { askIn, askMemory } from '../stores/sqlite-ask.ts'
import { accountsContract } from './accounts.contract.ts'
import { betterAuthAccounts } from './better-auth.ts'
import { Passwords } from './passwords.ts'

const secret = new Uint8Array(32).fill(7)
const quick = () => new Passwords({ N: 16, r: 1, p: 1 })

accountsContract('memory', () => ({
  open: () => betterAuthAccounts({ ask: askMemory(), secret, passwords: quick() }),
  reopen: () => null,
  clean: async () => {},
}))

accountsContract('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dice-room-accounts-'))
  let database = openDatabase(join(folder, 'rooms.sqlite'))
  const open = () => betterAuthAccounts({ ask: askIn(database), secret, passwords: quick() })
  return {
    open,
    reopen() {
      database.end()
      database = openDatabase(join(folder, 'rooms.sqlite'))
      return open()
    },
    async clean() {
      database.end()
      rmSync(folder, { recursive: true })
    },
  }
})
