import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { Account, Accounts, Login } from './accounts/accounts.ts'
import { betterAuthAccounts } from './accounts/better-auth.ts'
import type { Passwords } from './accounts/passwords.ts'
import type { Config } from './config.ts'
import { forgetPlayer, wordsOf } from './rooms/forget-player.ts'
import type { RoomCache } from './rooms/room-cache.ts'
import { statisticsOf } from './rooms/statistics.ts'
import { AccountDesk } from './sessions/account-desk.ts'
import { Identities } from './sessions/identity.ts'
import { LiveLogins } from './sessions/live-logins.ts'
import type { LobbyChat } from './sessions/lobby-chat.ts'
import { LogInLimits } from './sessions/log-in-limits.ts'
import { derivedKey } from './sessions/secret-key.ts'
import type { RoomStore } from './stores/room-store.ts'
import type { Ask } from './stores/sqlite-ask.ts'

/** Games that somebody can take away at once. */
const GAMES_MAX = 10_000

interface AccountsOptions {
  readonly ask: Ask
  readonly key: Uint8Array
  readonly store: RoomStore
  readonly cache: RoomCache
  readonly chat: LobbyChat
  readonly config: Config
  readonly now: () => number
  readonly passwords: Passwords
  readonly onError: (error: unknown) => void
}

export interface AccountHouse {
  readonly accounts: Accounts
  readonly identities: Identities
  readonly logins: LiveLogins
  readonly desk: AccountDesk
  /** Gets ready for log-ins, and ends what a crash has left half done. */
  warmUp(): Promise<void>
}

/** Puts together what has to do with accounts; a part of `createApp`. */
export function accountHouse(options: AccountsOptions): AccountHouse {
  const { ask, key, store, cache, chat, config, now, passwords, onError } = options
  const accounts = betterAuthAccounts({
    ask,
    secret: derivedKey(key, 'accounts'),
    passwords,
    cookies: config.publicUrl?.startsWith('https:') ? 'secure' : 'any',
  })
  const withGuests = async (player: PlayerId) => [player, ...(await accounts.guestsOf(player))]
  const forgetWithGuests = async (player: PlayerId) => {
    for (const one of await withGuests(player)) await forgetPlayer({ store, cache }, one)
  }
  const identities = new Identities(derivedKey(key, 'tokens'), accounts)
  const logins = new LiveLogins(accounts, onError)
  const desk = new AccountDesk({
    accounts,
    identities,
    logins,
    limits: new LogInLimits(config),
    now,
    adopt: (from, to) => store.adopt(from, to),
    async forget({ name, player }: Account) {
      chat.forget(name)
      await forgetWithGuests(player)
    },
    async kept(player) {
      const [games, totals, said] = await Promise.all([
        store.playedBy(player, Number.MAX_SAFE_INTEGER, GAMES_MAX),
        store.totalsOf(player),
        wordsOf(store, await withGuests(player)),
      ])
      return { statistics: statisticsOf(totals), games, said }
    },
  })
  return {
    accounts,
    identities,
    logins,
    desk,
    async warmUp() {
      for (const player of await accounts.leaving()) {
        await forgetWithGuests(player)
        await accounts.forgotten(player)
      }
      await accounts.warmUp()
    },
  }
}

/** Somebody who is logged in, as the older wires know them. */
export const personOf = ({ id, account: { name, player } }: Login) => ({
  id: player,
  name,
  player,
  login: id,
})
