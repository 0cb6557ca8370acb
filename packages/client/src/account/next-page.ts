/** Pages that one does not go back to after logging in or out. */
const DOORS = new Set(['/log-in', '/sign-up', '/log-out'])

/**
 * Where `?next=` of an address leads, as a whole address: a page of this site, or its start for anything else.
 *
 * @param search of the present address, as `location.search` has it
 * @param origin of the present address
 */
export function nextPage(search: string, origin: string): string {
  const start = `${origin}/`
  const next = new URLSearchParams(search).get('next')
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return start
  const url = new URL(next, origin)
  return url.origin !== origin || DOORS.has(url.pathname) ? start : url.href
}

/** The address of a page that leads on to `next` afterwards. */
export const pageThen = (page: '/log-in' | '/sign-up' | '/log-out', next: string): string =>
  next === '/' ? page : `${page}?next=${encodeURIComponent(next)}`
