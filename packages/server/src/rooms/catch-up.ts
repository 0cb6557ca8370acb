import type { Viewer } from '@diceroom/shared/games/game.ts'
import { NEAR_EVENTS, RECENT_EVENTS } from '@diceroom/shared/protocol/limits.ts'
import type { CatchUp } from '@diceroom/shared/protocol/server-to-client.ts'
import { project, viewOf } from '@diceroom/shared/room/view.ts'
import type { LiveRoom } from './live-room.ts'

/**
 * What `viewer` missed after `since`, or with `null` how things stand: events where they are few, else the state with
 * the latest events for the talk. Only what is on disk.
 */
export function catchUp(
  live: LiveRoom,
  viewer: Viewer,
  { since, spectators }: { since: number | null; spectators: number },
): CatchUp {
  const { committed } = live
  const { seq } = committed
  const show = (after: number) =>
    live.eventsAfter(after)?.map(event => project(committed, event, viewer)) ?? null
  if (since !== null && since <= seq && seq - since <= NEAR_EVENTS) {
    const events = show(since)
    if (events) return { seq, events }
  }
  const state = { ...viewOf(committed, viewer), spectators }
  return { seq, state, recent: show(Math.max(0, seq - RECENT_EVENTS)) ?? [] }
}
