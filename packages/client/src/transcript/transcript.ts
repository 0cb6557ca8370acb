import type { LoggedEvent, LoggedGameEvent, LoggedTableEvent, Stamp } from '@diceroom/shared/room/events.ts'

/** In a transcript it stands that somebody spoke, and not what was said. */
type Spoken = Pick<Stamp, 'seq' | 'at'> & { readonly type: 'chat' }

export type PastEvent = Exclude<LoggedTableEvent, { type: 'chat' }> | LoggedGameEvent | Spoken

/** The public log of a room, whole or from its beginning on, as `GET /api/rooms/:room/transcript` gives it. */
export interface Transcript {
  readonly version: 1
  readonly room: string
  /** The number of the log's last event when this was asked for. */
  readonly lastSeq: number
  /** Whether the events reach to that end. */
  readonly complete: boolean
  readonly events: readonly PastEvent[]
}

/** The events as a log has them, of which a room can be folded. */
export const logOf = ({ events }: Transcript): readonly LoggedEvent[] =>
  events.map(event => (isSpoken(event) ? { ...event, player: '', name: '', text: '' } : event))

const isSpoken = (event: PastEvent): event is Spoken => event.type === 'chat'
