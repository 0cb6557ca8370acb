import type { Viewer } from '@diceroom/shared/games/game.ts'
import type { Request } from '@diceroom/shared/protocol/client-to-server.ts'
import { GAMES_AT_ONCE } from '@diceroom/shared/protocol/limits.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { Answers } from '@diceroom/shared/protocol/server-to-client.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import {
  type CommandMark,
  type PlayerId,
  type RoomState,
  rulesOf,
  seatOf,
} from '@diceroom/shared/room/room.ts'
import { project } from '@diceroom/shared/room/view.ts'
import { catchUp } from '../rooms/catch-up.ts'
import { createRoom } from '../rooms/create-room.ts'
import { type Executed, execute } from '../rooms/execute.ts'
import type { LiveRoom } from '../rooms/live-room.ts'
import { refusedName } from './player-names.ts'
import { type Handlers, partIn, type RequestContext } from './request-context.ts'
import type { Session } from './session.ts'
import { tableHandlers } from './table-requests.ts'

/** Rooms that a connection keeps in memory by listening to them. */
const ROOMS_PER_CONNECTION = 64

/** What each request does: a command for a room, or a look at it. */
export function requestHandlers(context: RequestContext): Handlers {
  const { rooms } = context

  const run = async (mark: CommandMark, room: string, command: RoomCommand) => {
    const executed = await execute(rooms, room, { command, mark })
    return executed.ok ? ok({ seq: executed.value.seq }) : executed
  }

  return {
    async create_room({ session, request, mark }) {
      if (request.name !== undefined) {
        const refused = await refusedName(context.accounts, request.name, session.player.id)
        if (refused) return refused
        session.player.name = request.name
      }
      const { game, options, private: isPrivate = false } = request
      const settings = { private: isPrivate }
      const made = await createRoom(rooms, context.codeKey, { game, options, settings, mark })
      return made.ok ? ok({ room: made.value }) : made
    },

    join_room: asked => joinRoom(context, asked),

    async leave_room({ session, request: { room }, mark }) {
      const left = await run(mark, room, { type: 'leave', player: session.player.id, reason: 'left' })
      if (left.ok) unsubscribe(context, room, session)
      return left
    },

    start_game: ({ request: { room, options }, mark }) =>
      run(mark, room, { type: 'start', player: mark.player, ...(options ? { options } : {}) }),

    async move({ request: { room, move, seen }, mark }) {
      const { player } = mark
      const command = { type: 'move', player, move, ...(seen === undefined ? {} : { seen }) } as const
      const executed = await execute(rooms, room, { command, mark })
      return executed.ok ? ok(asSeenBy(player, executed.value)) : executed
    },

    async open_seal({ request: { room, deal, seed, nextSeal }, mark }) {
      const next = nextSeal === undefined ? {} : { nextSeal }
      return run(mark, room, { type: 'open_seal', player: mark.player, deal, seed, ...next })
    },

    set_options: ({ request: { room, options }, mark }) =>
      run(mark, room, { type: 'set_options', player: mark.player, options }),

    ...tableHandlers(context, run),

    end_game: ({ request: { room }, mark }) => run(mark, room, { type: 'end', player: mark.player }),

    async sync({ session, request: { room, since } }) {
      const live = await partIn(context, room, session)
      if (!live.ok) return live
      return ok(standing(context, live.value, { player: session.player.id, since }))
    },

    async my_games({ session, request: { before = Number.MAX_SAFE_INTEGER } }) {
      return ok({ games: await rooms.store.playedBy(session.player.id, before, GAMES_AT_ONCE) })
    },

    async legal_moves({ session, request: { room } }) {
      const live = await partIn(context, room, session)
      if (!live.ok) return live
      const { committed } = live.value
      const seat = seatOf(committed, session.player.id)
      const canMove = seat !== null && committed.phase === 'playing'
      const moves = canMove ? rulesOf(committed).legalMoves(committed.view, seat) : []
      return ok({ seq: committed.seq, moves })
    },
  }
}

async function joinRoom(
  context: RequestContext,
  { session, request, mark }: { session: Session; request: Request<'join_room'>; mark: CommandMark },
): Promise<Result<Answers['join_room'], Rejection>> {
  const { rooms, audience, presence } = context
  const { room, name, as = 'either', since = null, seal, password } = request
  const before = (await rooms.cache.load(room))?.committed
  if (before === undefined) return refuse('room_not_found', 'There is no such room.')
  const joined = audience.roomsOf(session)
  if (joined.size >= ROOMS_PER_CONNECTION && !joined.has(room)) {
    return refuse('rate_limited', `A connection listens to ${ROOMS_PER_CONNECTION} rooms at most.`)
  }
  const { id: player } = session.player
  // Before the append, so that whoever joins is told of it like everybody else, and is not taken for gone meanwhile.
  const isNew = audience.enter(room, session)
  presence.entered(room, session)
  let isIn = false
  try {
    // Whoever sits here keeps the name to sit with, whoever may have it by now.
    const held = before.seats.find(holder => holder?.player === player)
    const wanted = name ?? held?.name ?? session.player.name
    const refused = held?.name === wanted ? null : await refusedName(context.accounts, wanted, player)
    if (refused) return refused
    session.player.name = wanted
    const put = seal === undefined ? {} : { seal }
    const pass = password === undefined ? {} : { password }
    const command = { type: 'join', player, name: session.player.name, as, ...put, ...pass } as const
    const executed = await execute(rooms, room, { command, mark })
    if (!executed.ok) return executed
    const live = await rooms.cache.load(room)
    if (live === null || !session.isOpen) return refuse('room_not_found', 'There is no such room.')
    // Again: a `leave_room` that came before this may have ended the part meanwhile.
    audience.enter(room, session)
    isIn = true
    const seat = seatOf(live.committed, player)
    // What was hidden from who watched is shown to who sits there now: the events since would not tell.
    const known = seatOf(before, player) === seat ? since : null
    return ok({ room, seat, ...standing(context, live, { player, since: known }) })
  } finally {
    if (isNew && !isIn) unsubscribe(context, room, session)
  }
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

const viewerOf = (state: RoomState, player: PlayerId): Viewer => seatOf(state, player) ?? 'spectator'

function standing(
  { presence }: RequestContext,
  live: LiveRoom,
  { player, since }: { player: PlayerId; since: number | null },
) {
  const spectators = presence.spectators(live.committed)
  return catchUp(live, viewerOf(live.committed, player), { since, spectators })
}

function asSeenBy(player: PlayerId, { seq, events, state }: Executed) {
  const viewer = viewerOf(state, player)
  return { seq, events: events.map(event => project(state, event, viewer)) }
}
