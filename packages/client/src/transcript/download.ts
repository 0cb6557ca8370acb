import { err, ok, type Result } from '@diceroom/shared/result.ts'
import type { Transcript } from './transcript.ts'

/** Why there is no transcript. `garbled`: what came is no transcript that this page can read. */
export type DownloadTrouble = 'not found' | 'forbidden' | 'unreachable' | 'garbled'

/** What a transcript is asked for with. */
interface Asking {
  readonly signal: AbortSignal
  /** Of whoever asks: where not everybody may come in, its members may read it. */
  readonly token: string | null
  /** Its beginning, if that was downloaded before: only what follows is asked for. */
  readonly known?: Transcript | null
}

/**
 * The whole transcript of a room as it is now, page by page; the room may go on meanwhile.
 *
 * @param room six characters, as rooms are filed
 */
export async function downloadTranscript(
  room: string,
  { signal, token, known = null }: Asking,
): Promise<Result<Transcript, DownloadTrouble>> {
  let whole: Transcript | null = known
  for (;;) {
    const page = await pageAfter(room, whole?.events.length ?? 0, { signal, token })
    if (!page.ok) return page
    whole = whole ? { ...page.value, events: [...whole.events, ...page.value.events] } : page.value
    if (page.value.complete) return ok(whole)
    if (page.value.events.length === 0) return err('garbled')
  }
}

async function pageAfter(
  room: string,
  after: number,
  { signal, token }: Asking,
): Promise<Result<Transcript, DownloadTrouble>> {
  try {
    const response = await fetch(`/api/rooms/${encodeURIComponent(room)}/transcript?after=${after}`, {
      signal,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    })
    if (response.status === 404) return err('not found')
    if (response.status === 401 || response.status === 403) return err('forbidden')
    if (!response.ok) return err('unreachable')
    const page: unknown = await response.json()
    return isPage(page, after) ? ok(page) : err('garbled')
  } catch (trouble) {
    return err(trouble instanceof SyntaxError ? 'garbled' : 'unreachable')
  }
}

/** Whether this is a page of a transcript whose events follow number `after` without a hole. What they hold is not looked at. */
function isPage(page: unknown, after: number): page is Transcript {
  if (typeof page !== 'object' || page === null) return false
  const { version, room, lastSeq, complete, events }: Partial<Record<keyof Transcript, unknown>> = page
  return (
    version === 1 &&
    typeof room === 'string' &&
    typeof lastSeq === 'number' &&
    typeof complete === 'boolean' &&
    Array.isArray(events) &&
    events.every((event, at) => event?.seq === after + at + 1 && typeof event.type === 'string')
  )
}
