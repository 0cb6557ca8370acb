import type { Viewer } from '@diceroom/shared/games/game.ts'
import type { Request, RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import { GAMES_AT_ONCE } from '@diceroom/shared/protocol/limits.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { Answers } from '@diceroom/shared/protocol/server-to-client.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import {
  type CommandMark,
  type PlayerId,
  type RoomCommand,
  type RoomState,
  rulesOf,
  seatOf,
} from '@diceroom/shared/room/room.ts'
import { project } from '@diceroom/shared/room/view.ts'
import type { AccountLookup } from '../accounts/accounts.ts'
import { catchUp } from '../rooms/catch-up.ts'
import { createRoom } from '../rooms/create-room.ts'
import { type Executed, execute, type RoomService } from '../rooms/execute.ts'
import type { LiveRoom } from '../rooms/live-room.ts'
import type { Audience } from './audience.ts'
import { refusedName } from './player-names.ts'
import type { Presence } from './presence.ts'
import type { Session } from './session.ts'

/** Rooms that a connection keeps in memory by listening to them. */
const ROOMS_PER_CONNECTION = 64

export interface RequestContext {
  readonly rooms: RoomService
  readonly audience: Audience
  readonly presence: Presence
  readonly accounts: AccountLookup
  /** What room codes are derived with. */
  readonly codeKey: Uint8Array
}

export type Handlers = {
  readonly [Name in RequestName]: (asked: {
    session: Session
    request: Request<Name>
    mark: CommandMark
  }) => Promise<Result<Answers[Name], Rejection>>
}

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

    async chat({ session, request: { room, text }, mark }) {
      const live = await partIn(context, room, session)
      if (!live.ok) return live
      const { id: player, name } = session.player
      // Who has no seat speaks under a name that may have become somebody else's meanwhile.
      const isSeated = seatOf(live.value.committed, player) !== null
      const refused = isSeated ? null : await refusedName(context.accounts, name, player)
      return refused ?? run(mark, room, { type: 'chat', player, name, text })
    },

    set_options: ({ request: { room, options }, mark }) =>
      run(mark, room, { type: 'set_options', player: mark.player, options }),

    set_room: ({ request: { room, settings }, mark }) => {
      const wanted = settings.private === undefined ? {} : { private: settings.private }
      return run(mark, room, { type: 'set_settings', player: mark.player, settings: wanted })
    },

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
  const { room, name, as = 'either', since = null, seal } = request
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
    const command = { type: 'join', player, name: session.player.name, as, ...put } as const
    const executed = await execute(rooms, room, { command, mark })
    if (!executed.ok) return executed
    const live = await rooms.cache.load(room)
    if (live === null || !session.isOpen) return refuse('room_not_found', 'There is no such room.')
    // Again: a `leave_room` that came before this may have ended the part meanwhile.
    audience.enter(room, session)
    isIn = true
    const seat = seatOf(live.committed, player)
    return ok({ room, seat, ...standing(context, live, { player, since }) })
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

/** The room, for who sits in it or whose connection has joined it. */
async function partIn(
  { rooms, audience }: RequestContext,
  room: string,
  session: Session,
): Promise<Result<LiveRoom, Rejection>> {
  const live = await rooms.cache.load(room)
  if (live === null) return refuse('room_not_found', 'There is no such room.')
  const isIn = audience.in(room).has(session) || seatOf(live.committed, session.player.id) !== null
  return isIn ? ok(live) : refuse('not_in_room', 'You have not joined this room.')
}
