import type { IncomingHttpHeaders } from 'node:http'

/** Which pages may connect: those of these origins, or with `any` all, beside the server's own. */
export type AllowedOrigins = 'any' | readonly string[]

/**
 * Whether a request may come from where its `Origin` says. Programs send none. A page of another site may not: the
 * browser would have it speak for whoever is logged in here.
 */
export function isAllowedOrigin({ origin, host }: IncomingHttpHeaders, allowed: AllowedOrigins): boolean {
  if (origin === undefined || allowed === 'any') return true
  const page = urlOf(origin)
  if (page === null) return false
  if (allowed.includes(page.origin)) return true
  // The scheme may be lost behind a proxy; it only decides which port goes without saying.
  return host !== undefined && urlOf(`${page.protocol}//${host}`)?.host === page.host
}

/** `null` also for the origin of pages that have none. */
function urlOf(text: string): URL | null {
  const url = URL.parse(text)
  return url && /^https?:$/.test(url.protocol) ? url : null
}
