import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import { type Named, seatOf } from '@diceroom/shared/room/room.ts'
import { refusedName } from './player-names.ts'
import { partIn, type RequestContext } from './request-context.ts'
import type { Session } from './session.ts'

/** Who does something in a room that they are in, by name; refuses where the name became somebody else's meanwhile. */
export async function whoActs(
  context: RequestContext,
  room: string,
  session: Session,
): Promise<Result<Named, Rejection>> {
  const live = await partIn(context, room, session)
  if (!live.ok) return live
  const { id: player, name } = session.player
  const isSeated = seatOf(live.value.committed, player) !== null
  const refused = isSeated ? null : await refusedName(context.accounts, name, player)
  return refused ?? ok({ player, name })
}
