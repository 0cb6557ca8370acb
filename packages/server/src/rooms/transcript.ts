import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { projectPast } from '@diceroom/shared/room/view.ts'
import type { RoomService } from './execute.ts'

/** The public log of a room from `after` on, as a spectator may see it now. */
export interface Transcript {
  readonly version: 1
  readonly room: string
  readonly lastSeq: number
  /** Whether these events reach to the end of the log. */
  readonly complete: boolean
  readonly events: readonly Pick<LoggedEvent, 'seq' | 'at' | 'type'>[]
}

/**
 * At most `limit` events after `after`; `null` for a room that does not exist. What was said is left out; once a deal is
 * closed nothing of it is hidden.
 */
export async function transcript(
  { cache, store }: RoomService,
  room: string,
  { after, limit }: { after: number; limit: number },
): Promise<Transcript | null> {
  const live = await cache.load(room)
  if (live === null) return null
  const { committed } = live
  const log = await store.read(room, after, limit)
  const events = log
    .filter(({ seq }) => seq <= committed.seq)
    .map(event => projectPast(committed, event))
    .map(event => (event.type === 'chat' ? { seq: event.seq, at: event.at, type: event.type } : event))
  const lastSeq = committed.seq
  return { version: 1, room, lastSeq, complete: after + events.length >= lastSeq, events }
}
