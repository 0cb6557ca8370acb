import type { Seat } from '@diceroom/shared/games/game.ts'
import { isTableEvent, type LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'

/** Whose name stood at which seat. */
type SeatNames = Readonly<Record<Seat, string>>

/** What happened, with the names that the seats had then: a seat may have been taken by somebody else since. */
export interface FeedEntry {
  readonly event: LoggedEvent
  readonly names: SeatNames
}

/** How many of the latest events a page keeps. */
export const FEED_MAX = 200

/** The feed of a room as one comes to it: `recent` are its latest events, `room` is the state after them. */
export function feedOf(room: RoomState, recent: readonly LoggedEvent[]): readonly FeedEntry[] {
  return fed(recent, namesBefore(room, recent))
}

/** The feed with what just happened at its end; `room` is the state before that. */
export function feedWith(
  feed: readonly FeedEntry[],
  room: RoomState,
  events: readonly LoggedEvent[],
): readonly FeedEntry[] {
  const names = feed.at(-1)?.names ?? namesBefore(room, [])
  return [...feed, ...fed(events, names)].slice(-FEED_MAX)
}

function fed(events: readonly LoggedEvent[], before: SeatNames): readonly FeedEntry[] {
  let names = before
  return events.map(event => {
    // Whoever leaves keeps the name at the seat: default moves may be made there.
    if (isTableEvent(event) && (event.type === 'player_joined' || event.type === 'seat_moved')) {
      names = { ...names, [event.seat]: event.name }
    }
    return { event, names }
  })
}

/** Walks back from the names of now, so that the first one who came or went at a seat says who had it. */
function namesBefore(room: RoomState, events: readonly LoggedEvent[]): SeatNames {
  const names: Record<Seat, string> = {}
  for (const holder of room.seats) if (holder) names[holder.seat] = holder.name
  for (const event of events.toReversed()) {
    if (!isTableEvent(event)) continue
    if (event.type === 'player_joined' || event.type === 'player_left') names[event.seat] = event.name
  }
  return names
}
