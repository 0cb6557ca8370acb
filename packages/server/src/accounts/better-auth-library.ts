import { NAME_MAX } from '@diceroom/shared/protocol/limits.ts'
import { nameKey } from '@diceroom/shared/protocol/name-key.ts'
import { SESSION_SECONDS } from './session-cookie.ts'
import type { AskLater } from './sqlite-dialect.ts'
import { PASSWORD_MAX } from './weak-passwords.ts'

export const COOKIE_PREFIX = 'diceroom'
/** A log-in that is used is prolonged once a day. */
const RENEW_AFTER_SECONDS = 86_400

export type Library = Awaited<ReturnType<typeof startLibrary>>

/** Reads better-auth in and sets it up upon our tables, with nothing of it that we do not use. */
export async function startLibrary({
  ask,
  secret,
  hash,
  verify,
}: {
  ask: AskLater
  secret: Uint8Array
  hash: (password: string) => Promise<string>
  verify: (given: { hash: string; password: string }) => Promise<boolean>
}) {
  const [{ betterAuth }, { username }, { dialectOn }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/username'),
    import('./sqlite-dialect.ts'),
  ])
  const auth = betterAuth({
    // Of no use without its routes, but it asks for one.
    baseURL: 'http://localhost',
    secret: Buffer.from(secret).toString('base64url'),
    database: { dialect: dialectOn(ask), type: 'sqlite', transaction: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // In UTF-16 units here; what a password has to be is checked before.
      minPasswordLength: 1,
      maxPasswordLength: 4 * PASSWORD_MAX,
      password: { hash, verify },
    },
    user: {
      modelName: 'account_user',
      additionalFields: {
        player: { type: 'string', required: true, unique: true },
        hidden: { type: 'boolean', required: true, defaultValue: false },
      },
      deleteUser: { enabled: true },
    },
    session: { modelName: 'account_session', expiresIn: SESSION_SECONDS, updateAge: RENEW_AFTER_SECONDS },
    account: { modelName: 'account_credential' },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      // Our own header says how the cookie travels.
      useSecureCookies: false,
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 2 * NAME_MAX,
        usernameValidator: () => true,
        usernameNormalization: nameKey,
      }),
    ],
  })
  await auth.$context
  return auth
}
