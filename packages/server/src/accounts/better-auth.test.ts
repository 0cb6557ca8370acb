import { mkdtempSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
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

it('[AC17] tells nobody anything: no request leaves the server, and nothing is printed', async () => {
  const heard: string[] = []
  const listen = (what: string) => () => {
    heard.push(what)
    return true
  }
  const spies = [
    vi.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
      heard.push('connect')
      return new Socket()
    }),
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
      heard.push('fetch')
      return new Response()
    }),
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map(name =>
      vi.spyOn(console, name).mockImplementation(listen(name)),
    ),
  ]
  try {
    const accounts = betterAuthAccounts({ ask: askMemory(), secret, passwords: quick() })
    const made = await accounts.signUp({ name: 'Ada', password: 'a long walk', player: 'p_1' })
    const cookie = made.ok ? `diceroom=${made.value.cookie}` : expect.fail(made.error.message)
    await accounts.logIn({ name: 'Ada', password: 'wrong' })
    await accounts.logIn({ name: 'Nobody', password: 'wrong' })
    await accounts.ofRequest({ cookie: `${cookie}x` })
    await accounts.changePassword({ cookie }, { password: 'wrong', newPassword: 'another walk' })
    await accounts.logOutEverywhere({ cookie })
    expect(heard).toEqual([])
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
})

it('[AC3] takes by https only a cookie that came by https', async () => {
  const accounts = betterAuthAccounts({ ask: askMemory(), secret, passwords: quick(), cookies: 'secure' })
  const made = await accounts.signUp({ name: 'Ada', password: 'a long walk', player: 'p_1' })
  const { cookie } = made.ok ? made.value : expect.fail(made.error.message)
  expect(await accounts.ofRequest({ cookie: `diceroom=${cookie}` })).toBeNull()
  expect((await accounts.ofRequest({ cookie: `__Host-diceroom=${cookie}` }))?.account.name).toBe('Ada')
})
