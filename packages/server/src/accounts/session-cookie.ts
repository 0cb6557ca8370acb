import type { IncomingHttpHeaders } from 'node:http'

// The cookie that stands for a log-in. What is in it is the library's: a random token, and a signature by the server's key.

const PLAIN = 'diceroom'
// Browsers take this name only from this very host and by https: neither a neighbour's page nor somebody on the
// line can put another log-in in the place of one's own.
const SECURE = '__Host-diceroom'
/** Days without a visit after which a log-in ends, in seconds. */
export const SESSION_SECONDS = 90 * 86_400
const VALUE = /^[\w.~%+/=-]{16,512}$/

/**
 * The value of the cookie that a request brings; `null` without one that could be ours. Where people come by https
 * (`secure`), one that may have been set on another way is none.
 */
export function cookieOf({ cookie }: IncomingHttpHeaders, accept: 'any' | 'secure'): string | null {
  if (cookie === undefined) return null
  const values = new Map(
    cookie.split(';').flatMap(pair => {
      const at = pair.indexOf('=')
      return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const]
    }),
  )
  const value = values.get(SECURE) ?? (accept === 'any' ? values.get(PLAIN) : undefined)
  return value !== undefined && VALUE.test(value) ? value : null
}

/** The `Set-Cookie` headers for a request that came by https, or not. */
export const settingCookie = (value: string, isHttps: boolean): readonly string[] =>
  isHttps
    ? [setCookie(SECURE, value, { seconds: SESSION_SECONDS, isHttps }), ...clearingCookie(false)]
    : [setCookie(PLAIN, value, { seconds: SESSION_SECONDS, isHttps })]

export const clearingCookie = (isHttps: boolean): readonly string[] =>
  (isHttps ? [SECURE, PLAIN] : [PLAIN]).map(name =>
    setCookie(name, '', { seconds: 0, isHttps: name === SECURE }),
  )

const setCookie = (
  name: string,
  value: string,
  { seconds, isHttps }: { seconds: number; isHttps: boolean },
) => `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
