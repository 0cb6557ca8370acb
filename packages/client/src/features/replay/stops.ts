import { feedWith } from '@diceroom/sdk/store/feed.ts'
import { type Table, tableAfter, tableFrom } from '@diceroom/sdk/store/table.ts'
import type { Throw } from '@diceroom/sdk/store/throws.ts'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { isTableEvent, type LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { SealedBoard } from '../../games/board.ts'
import type { PastGame } from '../../transcript/past-game.ts'
import { eventSentence } from '../../words/event-sentence.ts'
import type { Sentence } from '../../words/sentence.ts'

/** Where a replay can stand: after something that is worth a line, with what goes without saying behind it. */
export interface Stop {
  /** The table when all dice have landed. */
  readonly table: Table
  /** The dice that are thrown in the open on the way to it, one throw after the other. */
  readonly throws: readonly Throw[]
  /** What happened; `null` for dice of which the game has nothing to say. */
  readonly said: Sentence | null
  /** Whose doing it was. */
  readonly seat: Seat | null
}

/** In a replay nothing happens now. */
const NEVER = Number.POSITIVE_INFINITY

/** The stops of a game of `board`: first its start, last its end. `me` is who looks on, or nobody: `''`. */
export function stopsOf({ before, events }: PastGame, board: SealedBoard, me: PlayerId): readonly Stop[] {
  const state = { ...before, spectators: 0 }
  let table = tableFrom({ me, state, recent: [], online: null, liveFrom: NEVER })
  const stops: Stop[] = []
  for (const event of events) {
    const last = stops.at(-1)
    table = tableWith(table, event)
    const stop = stopAt(table, board, event)
    if (stop) stops.push(stop)
    else if (last) stops[stops.length - 1] = { ...last, table }
  }
  return stops
}

/** A game that was broken off is looked at as it was then: the room has cleared it away. */
function tableWith(table: Table, event: LoggedEvent): Table {
  if (event.type === 'game_aborted') return { ...table, feed: feedWith(table.feed, table.room, [event]) }
  return tableAfter(table, [event], NEVER)
}

function stopAt(table: Table, board: SealedBoard, event: LoggedEvent): Stop | null {
  const entry = table.feed.at(-1)
  const said = entry && isOfTheGame(event) ? eventSentence(entry, board) : null
  const isOpaque = !isTableEvent(event) && (event.rolls ?? []).length > 0
  if (!said && !isOpaque) return null
  const seat = 'seat' in event ? (event.seat ?? null) : null
  return { table, throws: table.throws.filter(({ at }) => at === event.seq), said, seat }
}

/** What people say and how the table is kept is no part of a game; who comes and goes is. */
function isOfTheGame(event: LoggedEvent): boolean {
  if (!isTableEvent(event)) return true
  return ['game_started', 'player_left', 'player_joined', 'game_aborted'].includes(event.type)
}
