import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type { GameEvent, Seat } from '@diceroom/shared/games/game.ts'
import type { RaceEvent } from '@diceroom/shared/games/race/rules.ts'
import { isTableEvent } from '@diceroom/shared/room/events.ts'
import type { PieceMove } from './walk.ts'

/** How the piece of a seat came to the square that it stands on, as far as the latest events tell. */
export function moveAt(feed: readonly FeedEntry[], seat: Seat, square: number): PieceMove {
  for (const { event } of feed.toReversed()) {
    if (event.type === 'game_started') break
    if (isTableEvent(event) || !isMove(event)) continue
    const { from, landed, to } = event
    // Sent home by the piece that came to its square.
    if (square === 0 && event.captured?.includes(seat)) return { from: to, to: 0 }
    if (event.seat !== seat) continue
    if (to !== square) break
    return landed === to ? { from, to } : { from, to, via: landed }
  }
  return { from: square, to: square }
}

type PieceMoved = Extract<RaceEvent, { type: 'piece_moved' }>

/** The feed of a race holds no other game's events. */
const isMove = (event: GameEvent): event is PieceMoved => event.type === 'piece_moved'
