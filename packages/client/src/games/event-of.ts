import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type { Throw } from '@diceroom/sdk/store/throws.ts'
import type { GameEvent } from '@diceroom/shared/games/game.ts'
import { isTableEvent } from '@diceroom/shared/room/events.ts'

/** The event of the game that holds a throw; `null` where it is not among the latest events. */
export function eventOf({ at }: Pick<Throw, 'at'>, feed: readonly FeedEntry[]): GameEvent | null {
  const event = feed.findLast(entry => entry.event.seq === at)?.event
  return event && !isTableEvent(event) ? event : null
}
