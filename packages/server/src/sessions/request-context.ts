import type { Request, RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { Answers } from '@diceroom/shared/protocol/server-to-client.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { CommandMark } from '@diceroom/shared/room/events.ts'
import { seatOf } from '@diceroom/shared/room/room.ts'
import type { RoomSettings } from '@diceroom/shared/room/settings.ts'
import type { AccountLookup } from '../accounts/accounts.ts'
import type { RoomService } from '../rooms/execute.ts'
import type { LiveRoom } from '../rooms/live-room.ts'
import type { Attempts } from './attempts.ts'
import type { Audience } from './audience.ts'
import type { Presence } from './presence.ts'
import type { Reports } from './reports.ts'
import type { RoomDoors } from './room-doors.ts'
import type { SeatTickets } from './seat-tickets.ts'
import type { Session } from './session.ts'

export interface RequestContext {
  readonly rooms: RoomService
  readonly audience: Audience
  readonly presence: Presence
  readonly accounts: AccountLookup
  /** What room codes are derived with. */
  readonly codeKey: Uint8Array
  /** How new rooms differ from what is usual. */
  readonly defaults: Partial<RoomSettings>
  readonly tickets: SeatTickets
  readonly doors: RoomDoors
  /** What each player has said lately, with words and without. */
  readonly talk: Attempts
  readonly reports: Reports
}

export type Handlers = {
  readonly [Name in RequestName]: (asked: {
    session: Session
    request: Request<Name>
    mark: CommandMark
  }) => Promise<Result<Answers[Name], Rejection>>
}

/** The room, for who sits in it or whose connection has joined it. */
export async function partIn(
  { rooms, audience }: RequestContext,
  room: string,
  session: Session,
): Promise<Result<LiveRoom, Rejection>> {
  const live = await rooms.cache.load(room)
  if (live === null) return refuse('room_not_found', 'There is no such room.')
  const isIn = audience.in(room).has(session) || seatOf(live.committed, session.player.id) !== null
  return isIn ? ok(live) : refuse('not_in_room', 'You have not joined this room.')
}

/** Ends a connection's part in a room. */
export function unsubscribe(
  { audience, presence }: Pick<RequestContext, 'audience' | 'presence'>,
  room: string,
  session: Session,
): void {
  audience.leave(room, session)
  presence.left(room, session)
}
