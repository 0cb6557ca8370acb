import type { Seat } from '@diceroom/shared/games/game.ts'
import type { Messages, WireState } from '@diceroom/shared/protocol/server-to-client.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { evolve } from '@diceroom/shared/room/evolve.ts'
import { type Named, type PlayerId, type RoomState, seatOf } from '@diceroom/shared/room/room.ts'
import { type FeedEntry, feedOf, feedWith } from './feed.ts'
import { NOTHING_THROWN, type Thrown, thrownBy } from './throws.ts'

/** Who is there; said beside the log. */
interface Presence {
  /** `null` until the server has told. */
  readonly online: readonly PlayerId[] | null
  readonly spectators: number
  /** Those who watch; where they are many, some of them. */
  readonly watching: readonly Named[]
  /** Until when a turn whose player has lost the connection lasts at least, server time in ms; `null` where none is. */
  readonly until: number | null
}

/** What a message says, or a table, of who is there. */
export const presenceOf = ({
  online,
  spectators,
  watching,
  until = null,
}: Messages['presence'] | Presence): Presence => ({ online, spectators, watching, until })

/** A room as this page knows it: what the server told, and nothing guessed. */
export interface Table extends Presence, Thrown {
  readonly room: RoomState
  /** The player that this page belongs to. */
  readonly me: PlayerId
  /** The seat that I hold; `null` for who watches. */
  readonly seat: Seat | null
  /** The latest events, oldest first. */
  readonly feed: readonly FeedEntry[]
}

/** Whether a player's connection is up, as far as is known. */
export const isOnline = (table: Table, player: PlayerId): boolean => table.online?.includes(player) ?? true

interface Arrival {
  readonly me: PlayerId
  readonly state: WireState
  readonly recent: readonly LoggedEvent[]
  readonly online: readonly PlayerId[] | null
  /** Events from this `seq` on happen now; the others had happened before. */
  readonly liveFrom: number
}

/** The table as one comes to it. */
export function tableFrom({ me, state, recent, online, liveFrom }: Arrival): Table {
  const { spectators, ...room } = state
  const thrown = thrownBy(NOTHING_THROWN, recent, liveFrom)
  const presence = { online, spectators, watching: [], until: null }
  return { ...presence, room, me, seat: seatOf(room, me), feed: feedOf(room, recent), ...thrown }
}

/** The table after `events`, the first of which has to be the next one. */
export function tableAfter(table: Table, events: readonly LoggedEvent[], liveFrom: number): Table {
  const room = events.reduce(evolve, table.room)
  return {
    ...table,
    room,
    seat: seatOf(room, table.me),
    feed: feedWith(table.feed, table.room, events),
    ...thrownBy(table, events, liveFrom),
  }
}
