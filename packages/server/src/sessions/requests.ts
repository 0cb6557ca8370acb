import { GAMES_AT_ONCE } from '@diceroom/shared/protocol/limits.ts'
import { ok } from '@diceroom/shared/result.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { CommandMark } from '@diceroom/shared/room/events.ts'
import { isAmong, type PlayerId, rulesOf, seatOf } from '@diceroom/shared/room/room.ts'
import { project } from '@diceroom/shared/room/view.ts'
import { createRoom } from '../rooms/create-room.ts'
import { type Executed, execute } from '../rooms/execute.ts'
import { joinRoom } from './join-room.ts'
import { refusedName } from './player-names.ts'
import { quickPlay } from './quick-play.ts'
import { type Handlers, partIn, type RequestContext, unsubscribe } from './request-context.ts'
import { standing, viewerOf } from './standing.ts'
import { tableHandlers } from './table-requests.ts'
import { tooMuchTalk } from './talk-limit.ts'
import { talkHandlers } from './talk-requests.ts'

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
      const settings = { ...context.defaults, private: isPrivate }
      const made = await createRoom(rooms, context.codeKey, { game, options, settings, mark })
      return made.ok ? ok({ room: made.value }) : made
    },

    quick_play: ({ request: { game }, mark }) => quickPlay(context, game, mark),

    join_room: asked => joinRoom(context, asked),

    async leave_room({ session, request: { room }, mark }) {
      const { id: player, name } = session.player
      const waiting = (await rooms.cache.load(room))?.committed.queue ?? []
      // Under no mark: it is sent again with the rest.
      if (isAmong(waiting, player)) {
        await execute(rooms, room, { command: { type: 'unqueue', player, name }, mark: null })
      }
      const left = await run(mark, room, { type: 'leave', player, reason: 'left' })
      if (left.ok) unsubscribe(context, room, session)
      return left
    },

    start_game: ({ request: { room, options }, mark }) =>
      run(mark, room, { type: 'start', player: mark.player, ...(options ? { options } : {}) }),

    async move({ request: { room, move, seen }, mark }) {
      const { player } = mark
      const tooMuch = saysSomething(move) ? await tooMuchTalk(context, room, mark) : null
      if (tooMuch) return tooMuch
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
    ...talkHandlers(context, run),

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

/** Whether words go with a move, as they may with a roll of free roll. */
const saysSomething = (move: object): boolean => 'message' in move

function asSeenBy(player: PlayerId, { seq, events, state }: Executed) {
  const viewer = viewerOf(state, player)
  return { seq, events: events.map(event => project(state, event, viewer)) }
}
