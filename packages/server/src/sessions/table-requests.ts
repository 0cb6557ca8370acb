import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { RoomCommand, SettingsWish } from '@diceroom/shared/room/command.ts'
import { type CommandMark, isTableEvent } from '@diceroom/shared/room/events.ts'
import { type Named, type PlayerId, seatOf } from '@diceroom/shared/room/room.ts'
import { execute } from '../rooms/execute.ts'
import { type Handlers, partIn, type RequestContext } from './request-context.ts'
import { tooMuchTalk } from './talk-limit.ts'
import { whoActs } from './who-acts.ts'

/** Has a room do something, and answers with its number. */
export type Run = (
  mark: CommandMark,
  room: string,
  command: RoomCommand,
) => Promise<Result<{ seq: number }, Rejection>>

/** What the requests do that are about the table and who sits there, not about the game. */
export function tableHandlers(context: RequestContext, run: Run) {
  const { rooms } = context
  return {
    set_room: ({ request: { room, settings }, mark }) =>
      run(mark, room, { type: 'set_settings', player: mark.player, settings: withoutGaps(settings) }),

    set_order: ({ request: { room, seats }, mark }) =>
      run(mark, room, { type: 'set_order', player: mark.player, seats }),

    async add_bot({ request: { room, level }, mark }) {
      const command = { type: 'add_bot', player: mark.player, level } as const
      const executed = await execute(rooms, room, { command, mark })
      if (!executed.ok) return executed
      const { seq, events } = executed.value
      const joined = events.find(event => isTableEvent(event) && event.type === 'player_joined')
      if (!joined || !('seat' in joined)) throw new Error(`${room}: a bot has no seat`)
      return ok({ seq, seat: joined.seat ?? 0 })
    },

    remove_player: async ({ request: { room, player, undo = false }, mark }) =>
      run(mark, room, {
        type: undo ? 'unremove' : 'remove',
        player: mark.player,
        about: await named(context, room, player),
      }),

    mute: async ({ request: { room, player, undo = false }, mark }) =>
      run(mark, room, {
        type: undo ? 'unmute' : 'mute',
        player: mark.player,
        about: await named(context, room, player),
      }),

    make_host: async ({ request: { room, player }, mark }) =>
      run(mark, room, { type: 'make_host', player: mark.player, about: await named(context, room, player) }),

    ask_host: ({ request: { room }, mark }) => run(mark, room, { type: 'ask_host', player: mark.player }),

    ask_default: ({ request: { room }, mark }) =>
      run(mark, room, { type: 'ask_default', player: mark.player, now: rooms.now() }),

    take_back_seat: ({ request: { room }, mark }) =>
      run(mark, room, { type: 'take_back_seat', player: mark.player }),

    async queue_next({ session, request: { room, undo = false }, mark }) {
      const speaker = await whoActs(context, room, session)
      if (!speaker.ok) return speaker
      // Everybody reads that somebody waits.
      const tooMuch = await tooMuchTalk(context, room, mark)
      return tooMuch ?? run(mark, room, { type: undo ? 'unqueue' : 'queue', ...speaker.value })
    },

    async give_seat({ request: { room, seat, player }, mark }) {
      const live = await rooms.cache.load(room)
      // A seat and its defeats are for nobody who does not know of them.
      const isHere = context.audience.playersIn(room).has(player)
      if (live && !isHere && !live.answered.recall(mark)) {
        return refuse('bad_request', 'player: is not at this table now')
      }
      const about = await named(context, room, player)
      return run(mark, room, { type: 'give_seat', player: mark.player, seat, about })
    },

    async seat_ticket({ session, request: { room } }) {
      const live = await partIn(context, room, session)
      if (!live.ok) return live
      const { committed } = live.value
      const { id: from } = session.player
      const seat = seatOf(committed, from)
      if (seat === null) return refuse('not_in_room', 'You have no seat in this room.')
      return ok(context.tickets.issue(room, { seat, from, moves: committed.seatMoves }, rooms.now()))
    },
  } satisfies Partial<Handlers>
}

/** A player of the room by name: as it stands at the seat, or as they are called who watch. */
async function named({ rooms, audience }: RequestContext, room: string, player: PlayerId): Promise<Named> {
  const live = await rooms.cache.load(room)
  const seated = live?.committed.seats.find(holder => holder?.player === player)
  const watching = [...audience.in(room)].find(session => session.player.id === player)
  return { player, name: seated?.name ?? watching?.player.name ?? '' }
}

/** Only what was wished for: a schema gives `undefined` for what was left out. */
const withoutGaps = (
  wish: { readonly [Key in keyof SettingsWish]: SettingsWish[Key] | undefined },
): SettingsWish => Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
