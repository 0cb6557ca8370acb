import type { Viewer } from '@diceroom/shared/games/game.ts'
import type { CatchUp } from '@diceroom/shared/protocol/server-to-client.ts'
import { type PlayerId, type RoomState, seatOf } from '@diceroom/shared/room/room.ts'
import { catchUp } from '../rooms/catch-up.ts'
import type { LiveRoom } from '../rooms/live-room.ts'
import type { RequestContext } from './request-context.ts'

export const viewerOf = (state: RoomState, player: PlayerId): Viewer => seatOf(state, player) ?? 'spectator'

/** What a player is told who has a room's events up to `since`, or with `null` none. */
export function standing(
  { presence }: Pick<RequestContext, 'presence'>,
  live: LiveRoom,
  { player, since }: { player: PlayerId; since: number | null },
): CatchUp {
  const spectators = presence.spectators(live.committed)
  return catchUp(live, viewerOf(live.committed, player), { since, spectators })
}
