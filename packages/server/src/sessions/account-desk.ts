import type { IncomingHttpHeaders } from 'node:http'
import { type Refusal, type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { Account, Accounts, FreshLogin, Login } from '../accounts/accounts.ts'
import { weakness } from '../accounts/weak-passwords.ts'
import type { Identities } from './identity.ts'
import type { LiveLogins } from './live-logins.ts'
import type { LogInLimits } from './log-in-limits.ts'
import { refusedAccountName } from './player-names.ts'

/** Who asks: what the request brought, and where it came from. */
export interface Asker {
  readonly headers: IncomingHttpHeaders
  readonly address: string
}

/** What somebody signs up or logs in with; `guest` is the token of who they were so far. */
export interface Entry {
  readonly name: string
  readonly password: string
  readonly guest?: string | undefined
}

/** A refusal that may say when to come again, in ms. */
export type Refused = Refusal & { readonly waitMs?: number }
type Outcome<T> = { readonly ok: true; readonly value: T } | Refused

interface AccountDeskOptions {
  readonly accounts: Accounts
  readonly identities: Identities
  readonly logins: LiveLogins
  readonly limits: LogInLimits
  readonly now: () => number
  /** Makes what one player has played another's. */
  readonly adopt: (from: PlayerId, to: PlayerId) => Promise<void>
  /** Takes a player's history, statistics, name and words out of everything. */
  readonly forget: (account: Account) => Promise<void>
  /** What is kept of a player beside the account. */
  readonly kept: (player: PlayerId) => Promise<object>
}

/** What people do with their accounts. Every method rejects with `StorageUnavailable` where the storage fails. */
export class AccountDesk {
  private readonly options: AccountDeskOptions

  constructor(options: AccountDeskOptions) {
    this.options = options
  }

  /** Who is logged in; at most once a day with a new cookie, so that a log-in that is used goes on. */
  current({ headers }: Asker): Promise<Login | FreshLogin | null> {
    return this.options.accounts.prolong(headers)
  }

  async signUp(asker: Asker, { name, password, guest }: Entry): Promise<Outcome<FreshLogin>> {
    const { accounts, identities, limits, now } = this.options
    const wait = limits.takeSignUp(asker.address, now())
    if (wait > 0) return tooMany(wait)
    const refused = refusedAccountName(name) ?? (await weakness(password, name))
    if (refused) return refused
    const was = guest === undefined ? null : await identities.guest(guest)
    const wish = { name, password, player: was ?? identities.newPlayer() }
    let made = await accounts.signUp(wish)
    // Of two that bring the same guest at once, one becomes somebody new.
    if (!made.ok && was !== null && (await accounts.isHeld(was)) && !(await accounts.holderOf(name))) {
      made = await accounts.signUp({ ...wish, player: identities.newPlayer() })
    }
    return made.ok ? this.entered(asker, made.value) : made
  }

  async logIn(asker: Asker, { name, password, guest }: Entry): Promise<Outcome<FreshLogin>> {
    const { accounts, identities, limits, now, adopt } = this.options
    const wait = limits.take(name, asker.address, now())
    if (wait > 0) return tooMany(wait)
    const made = await accounts.logIn({ name, password })
    if (!made.ok) {
      // Where nobody had time for the password it was not tried.
      if (made.error.code === 'rate_limited') limits.notTried(name, asker.address, now())
      return made
    }
    limits.succeeded(name, asker.address, now())
    const was = guest === undefined ? null : await identities.guest(guest)
    if (was !== null) {
      const { player } = made.value.account
      await adopt(was, player)
      await accounts.takeIn(was, player)
    }
    return this.entered(asker, made.value)
  }

  async logOut({ headers }: Asker): Promise<void> {
    const { accounts, logins } = this.options
    const login = await accounts.ofRequest(headers)
    if (login === null) return
    await accounts.logOut(headers)
    await logins.review(login.account.player)
  }

  async logOutEverywhere({ headers }: Asker): Promise<Outcome<true>> {
    const { accounts, logins } = this.options
    const login = await accounts.ofRequest(headers)
    if (login === null) return notLoggedIn()
    await accounts.logOutEverywhere(headers)
    await logins.review(login.account.player)
    return ok(true)
  }

  async changePassword(
    { headers }: Asker,
    change: { readonly password: string; readonly newPassword: string },
  ): Promise<Outcome<FreshLogin>> {
    const { accounts, logins } = this.options
    const login = await accounts.ofRequest(headers)
    if (login === null) return notLoggedIn()
    const { player, name } = login.account
    const refused = await weakness(change.newPassword, name)
    if (refused) return refused
    const isSame = change.password.normalize('NFC') === change.newPassword.normalize('NFC')
    const changed = await this.knowing(player, async () => {
      if (!isSame) return accounts.changePassword(headers, change)
      // Whoever does not know the password is not told that this is it.
      const verified = await accounts.verify(headers, change.password)
      return verified.ok ? refuse('weak_password', 'That is the password so far.') : verified
    })
    if (changed.ok) await logins.review(player)
    return changed
  }

  async hide({ headers }: Asker, hidden: boolean): Promise<Outcome<Account>> {
    const { accounts } = this.options
    const login = await accounts.ofRequest(headers)
    const account = login && (await accounts.hide(headers, hidden))
    return account ? ok(account) : notLoggedIn()
  }

  /** Everything that is kept of who is logged in, but no secret. */
  async everything({ headers }: Asker): Promise<Outcome<object>> {
    const { accounts, kept, limits, now } = this.options
    const login = await accounts.ofRequest(headers)
    if (login === null) return notLoggedIn()
    const { player } = login.account
    const wait = limits.takeData(player, now())
    if (wait > 0) return tooMany(wait)
    const [logins, beside] = await Promise.all([accounts.loginsOf(player), kept(player)])
    return ok({ account: login.account, logins, ...beside })
  }

  async remove({ headers }: Asker, password: string): Promise<Outcome<true>> {
    const { accounts, logins, forget } = this.options
    const login = await accounts.ofRequest(headers)
    if (login === null) return notLoggedIn()
    const { account } = login
    const removed = await this.knowing(account.player, () => accounts.remove(login, headers, password))
    if (!removed.ok) return removed
    await logins.review(account.player)
    await forget(account)
    await accounts.forgotten(account.player)
    return ok(true)
  }

  /** Whoever was logged in before, in this browser, is so no more; guests who have an account now come back as it. */
  private async entered({ headers }: Asker, login: FreshLogin): Promise<Outcome<FreshLogin>> {
    const { accounts, logins } = this.options
    const before = await accounts.ofRequest(headers)
    if (before !== null) {
      await accounts.logOut(headers)
      await logins.review(before.account.player)
    }
    await logins.review(login.account.player)
    return ok(login)
  }

  /** Has something done for which the password has to be said once more. */
  private async knowing<T>(player: PlayerId, work: () => Promise<Result<T, Rejection>>): Promise<Outcome<T>> {
    const { limits, now } = this.options
    const wait = limits.takeOwn(player, now())
    if (wait > 0) return tooMany(wait)
    const done = await work()
    if (done.ok) limits.succeededOwn(player)
    return done
  }
}

const notLoggedIn = (): Refused => refuse('forbidden', 'Nobody is logged in here.')

function tooMany(waitMs: number): Refused {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000))
  const message = `Too many attempts. Please wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`
  return { ...refuse('rate_limited', message), waitMs }
}
