import type { Request } from '@diceroom/shared/protocol/client-to-server.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { Answers } from '@diceroom/shared/protocol/server-to-client.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { CommandMark } from '@diceroom/shared/room/events.ts'
import { type RoomState, seatOf } from '@diceroom/shared/room/room.ts'
import { type Executed, execute } from '../rooms/execute.ts'
import { refusedName } from './player-names.ts'
import { type RequestContext, unsubscribe } from './request-context.ts'
import { sitsByPassword } from './room-doors.ts'
import type { Session } from './session.ts'
import { standing } from './standing.ts'

/** Rooms that a connection keeps in memory by listening to them. */
const ROOMS_PER_CONNECTION = 64

interface Joining {
  readonly session: Session
  readonly request: Request<'join_room'>
  readonly mark: CommandMark
}

/** Lets a connection hear of a room, and its player sit down there or take over the seat that a ticket is for. */
export async function joinRoom(
  context: RequestContext,
  joining: Joining,
): Promise<Result<Answers['join_room'], Rejection>> {
  const { rooms, audience, presence, doors } = context
  const { session, request } = joining
  const { room, since = null } = request
  const before = (await rooms.cache.load(room))?.committed
  if (before === undefined) return refuse('room_not_found', 'There is no such room.')
  const joined = audience.roomsOf(session)
  if (joined.size >= ROOMS_PER_CONNECTION && !joined.has(room)) {
    return refuse('rate_limited', `A connection listens to ${ROOMS_PER_CONNECTION} rooms at most.`)
  }
  const { id: player } = session.player
  // Before the append, so that whoever joins is told of it like everybody else, and is not taken for gone meanwhile. Who has to
  // be let in first hears nothing before that.
  const isWelcome = doors.isOpenTo(before, player)
  const isNew = isWelcome && audience.enter(room, session)
  if (isWelcome) presence.entered(room, session)
  let isIn = false
  try {
    const executed = await comeIn(context, before, joining)
    if (!executed.ok) return executed
    const live = await rooms.cache.load(room)
    if (live === null || !session.isOpen) return refuse('room_not_found', 'There is no such room.')
    // Again: a `leave_room` that came before this may have ended the part meanwhile.
    if (audience.enter(room, session)) presence.entered(room, session)
    isIn = true
    const seat = seatOf(live.committed, player)
    // What was hidden from who watched is shown to who sits there now: the events since would not tell.
    const known = seatOf(before, player) === seat ? since : null
    return ok({ room, seat, ...standing(context, live, { player, since: known }) })
  } finally {
    if (isNew && !isIn) unsubscribe(context, room, session)
  }
}

/** Has the room decide, under the name that the player has there. */
async function comeIn(
  context: RequestContext,
  before: RoomState,
  { session, request, mark }: Joining,
): Promise<Result<Executed, Rejection>> {
  const { rooms, accounts, doors } = context
  const { id: player } = session.player
  const { room, name, as = 'either', seal, password, ticket } = request
  // Clients bring it again when they come back.
  const isUsed = ticket === undefined || seatOf(before, player) !== null
  const claim = isUsed ? ok(null) : context.tickets.read(room, ticket, rooms.now())
  if (!claim.ok) return claim
  const isTried = password !== undefined && sitsByPassword(before, player)
  const refused = isTried ? doors.tryPassword(room) : null
  if (refused) return refused
  // Whoever sits here keeps the name to sit with, whoever may have it by now.
  const held = before.seats.find(holder => holder?.player === (claim.value?.from ?? player))
  const wanted = name ?? held?.name ?? session.player.name
  const taken = held?.name === wanted ? null : await refusedName(accounts, wanted, player)
  if (taken) return taken
  session.player.name = wanted
  const who = { player, name: wanted, ...(seal === undefined ? {} : { seal }) }
  const pass = password === undefined ? {} : { password }
  const command: RoomCommand = claim.value
    ? { type: 'move_seat', ...who, ...claim.value }
    : { type: 'join', ...who, as, ...pass }
  const executed = await execute(rooms, room, { command, mark })
  const isWrong = !executed.ok && executed.error.code === 'wrong_password'
  if (isTried && !isWrong) doors.right(room)
  return executed
}
