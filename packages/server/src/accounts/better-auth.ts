import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { type Refusal, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok } from '@diceroom/shared/result.ts'
import { StorageUnavailable } from '../stores/room-store.ts'
import { type Ask, Taken } from '../stores/sqlite-ask.ts'
import { accountRows } from './account-rows.ts'
import type { Account, Accounts, FreshLogin, Login } from './accounts.ts'
import { COOKIE_PREFIX, type Library, startLibrary } from './better-auth-library.ts'
import { Passwords, TooManyHashes } from './passwords.ts'
import { cookieOf } from './session-cookie.ts'

// Nothing but this and `better-auth-library.ts` knows better-auth. Its own HTTP handler is not served: what it would check
// of a request (origin, rates, form), our routes do.

const COOKIE = `${COOKIE_PREFIX}.session_token`

interface AccountsOptions {
  readonly ask: Ask
  /** 32 bytes that sign the cookies. */
  readonly secret: Uint8Array
  readonly passwords?: Passwords
  /** Which cookies count; `secure` where people come by https alone. */
  readonly cookies?: 'any' | 'secure'
}

/** Accounts kept by better-auth, which is read in at the first use: it takes 0.3 s and 60 MB. */
export function betterAuthAccounts(options: AccountsOptions): Accounts {
  const { ask, secret, passwords = new Passwords(), cookies = 'any' } = options
  const rows = accountRows(ask)
  const troubles = new AsyncLocalStorage<Trouble>()
  const noted = <T>(work: () => T | Promise<T>): Promise<T> => noting(troubles, work)
  const credentials = (headers: IncomingHttpHeaders) => withCookie(cookieOf(headers, cookies) ?? '')
  let loading: Promise<Library> | null = null

  const library = (): Promise<Library> => {
    loading ??= startLibrary({
      ask: (sql, parameters) => noted(() => ask(sql, parameters)),
      secret,
      hash: password => noted(() => passwords.hash(password)),
      verify: ({ hash, password }) => noted(() => passwords.verify(hash, password)),
    }).catch(error => {
      loading = null
      throw error
    })
    return loading
  }

  /** Has the library do something; what it makes of our own failures is not what happened. */
  async function having<T>(work: (api: Library['api']) => Promise<T>): Promise<T> {
    const { api } = await library()
    const trouble: Trouble = { error: null }
    try {
      return await troubles.run(trouble, () => work(api))
    } catch (error) {
      throw trouble.error ?? error
    }
  }

  /** As `having`, with the refusals that the codes of the library stand for. */
  async function refusing<T>(
    refusals: Readonly<Record<string, Refusal>>,
    work: (api: Library['api']) => Promise<T>,
  ): Promise<{ readonly ok: true; readonly value: T } | Refusal> {
    try {
      return ok(await having(work))
    } catch (error) {
      if (error instanceof TooManyHashes) return BUSY
      const refusal = error instanceof Taken ? refusals.TAKEN : refusals[codeOf(error)]
      if (refusal) return refusal
      throw error
    }
  }

  async function session(
    headers: IncomingHttpHeaders,
    wish: 'look' | 'prolong',
  ): Promise<Login | FreshLogin | null> {
    const cookie = cookieOf(headers, cookies)
    if (cookie === null) return null
    const found = await having(api =>
      api.getSession({
        headers: withCookie(cookie),
        query: { disableRefresh: wish === 'look' },
        returnHeaders: true,
      }),
    )
    const login = found.response && rows.login(found.response.session.id)
    if (!login) return null
    const renewed = cookieIn(found.headers)
    return renewed === null ? login : { ...login, cookie: renewed }
  }

  function fresh(id: string | undefined, headers: Headers): FreshLogin {
    const cookie = cookieIn(headers)
    const login = id === undefined || cookie === null ? null : rows.login(id)
    if (cookie === null || login === null) throw new Error('a log-in began without a session')
    return { ...login, cookie }
  }

  /** The log-in that a token of the library stands for. */
  const loginOfToken = (token: string | null | undefined, headers: Headers): FreshLogin => {
    const [row] = ask('SELECT id FROM account_session WHERE token = ?', [token ?? '']).rows
    return fresh(row === undefined ? undefined : String(row.id), headers)
  }

  return {
    ofRequest: headers => session(headers, 'look'),
    prolong: headers => session(headers, 'prolong'),
    ofLogin: async id => rows.login(id),
    isHeld: async player => rows.isHeld(player),
    holderOf: async name => rows.holderOf(name),
    loginsOf: async player => rows.loginsOf(player),

    async signUp({ name, password, player }) {
      rows.tidy(null)
      const taken = refuse('name_taken', 'Somebody has this name, or one that looks like it.')
      if (rows.holderOf(name) || rows.isHeld(player)) return taken
      // The library wants an address of everybody; this one belongs to nobody, and is told to nobody.
      const email = `${randomBytes(16).toString('hex')}@guest.invalid`
      const body = { name, username: name, email, password, player, hidden: false }
      try {
        const made = await refusing({ TAKEN: taken, USERNAME_IS_ALREADY_TAKEN: taken }, api =>
          api.signUpEmail({ body, returnHeaders: true }),
        )
        return made.ok ? ok(loginOfToken(made.value.response.token, made.value.headers)) : made
      } catch (error) {
        // As far as the storage lets us now; a half that is left is found by `tidy`.
        attempt(() => rows.undo(email))
        throw error
      }
    },

    async logIn({ name, password }) {
      const made = await refusing(WRONG, api =>
        api.signInUsername({ body: { username: name, password }, returnHeaders: true }),
      )
      if (!made.ok) return made
      const login = loginOfToken(made.value.response.token, made.value.headers)
      rows.tidy(login.account.player)
      return ok(login)
    },

    async verify(headers, password) {
      const verified = await refusing(WRONG, api =>
        api.verifyPassword({ body: { password }, headers: credentials(headers) }),
      )
      return verified.ok ? ok(true) : verified
    },

    async logOut(headers) {
      await having(api => api.signOut({ headers: credentials(headers) }))
    },

    async logOutEverywhere(headers) {
      await having(api => api.revokeSessions({ headers: credentials(headers) }))
    },

    async changePassword(headers, { password, newPassword }) {
      const body = { currentPassword: password, newPassword, revokeOtherSessions: true }
      const changed = await refusing(WRONG, api =>
        api.changePassword({ body, headers: credentials(headers), returnHeaders: true }),
      )
      return changed.ok ? ok(loginOfToken(changed.value.response.token, changed.value.headers)) : changed
    },

    async hide(headers, hidden): Promise<Account | null> {
      await having(api => api.updateUser({ body: { hidden }, headers: credentials(headers) }))
      return (await session(headers, 'look'))?.account ?? null
    },

    async remove({ account }, headers, password) {
      const verified = await this.verify(headers, password)
      if (!verified.ok) return verified
      rows.leave(account.player)
      const removed = await refusing(WRONG, api =>
        api.deleteUser({ body: { password }, headers: credentials(headers) }),
      )
      return removed.ok ? ok(true) : removed
    },

    takeIn: async (guest, player) => rows.takeIn(guest, player),
    guestsOf: async player => rows.guestsOf(player),
    leaving: async () => rows.leaving(),
    forgotten: async player => rows.left(player),

    async warmUp() {
      rows.removeHalves()
      if (!rows.isEmpty()) await library()
    },
  }
}

const WRONG_PASSWORD = refuse('wrong_password', 'The name or the password is wrong.')
const WRONG: Readonly<Record<string, Refusal>> = {
  INVALID_USERNAME_OR_PASSWORD: WRONG_PASSWORD,
  INVALID_PASSWORD: WRONG_PASSWORD,
}
const BUSY = refuse('rate_limited', 'Very many people log in right now. Please try again in a moment.')

interface Trouble {
  error: Error | null
}

/** Remembers a failure of our own that passes through the library. */
async function noting<T>(troubles: AsyncLocalStorage<Trouble>, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const trouble = troubles.getStore()
    const isOurs =
      error instanceof StorageUnavailable || error instanceof Taken || error instanceof TooManyHashes
    if (trouble && isOurs) trouble.error = error
    throw error
  }
}

function attempt(work: () => void): void {
  try {
    work()
  } catch {
    // It is tried again another time.
  }
}

/** The library is given the session cookie and nothing else of a request. */
const withCookie = (value: string): Headers => new Headers({ cookie: `${COOKIE}=${value}` })

/** The session cookie among what the library wants to be set. */
function cookieIn(headers: Headers): string | null {
  const set = headers.getSetCookie().find(cookie => cookie.startsWith(`${COOKIE}=`))
  const value = set?.slice(COOKIE.length + 1).split(';')[0] ?? ''
  return value === '' ? null : value
}

/** The code of a refusal by the library; empty for any other error. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('body' in error)) return ''
  const { body } = error
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
}
