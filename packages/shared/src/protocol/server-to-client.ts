import { z } from 'zod'
import type { LoggedEvent } from '../room/events.ts'
import type { PlayedGame } from '../room/played-game.ts'
import type { Named, RoomState } from '../room/room.ts'
import type { RequestInput, RequestName } from './client-to-server.ts'
import type { Rejection } from './rejections.ts'

/** A room as it is sent: what its viewer may see, and how many people watch. */
export type WireState = RoomState & { readonly spectators: number }

// These describe what the server sends, for types and documents; nothing is checked with them.

const Seq = z.int().describe('the number of the last event')
const Events = z
  .custom<readonly LoggedEvent[]>()
  .describe('events as the receiver may see them, each `{seq, at, type, …}`')
const Room = z.string().describe("the room's code")
const Now = z.int().describe('server time, Unix epoch in ms')

const MissedEvents = z.object({ seq: Seq, events: Events }).readonly()
const Standing = z
  .object({
    seq: Seq,
    state: z
      .custom<WireState>()
      .describe('`{room, seq, game, options, phase, host, seats, spectators, settings, view, …}`'),
    recent: z.custom<readonly LoggedEvent[]>().describe('the latest events before it, for the talk'),
  })
  .readonly()
/** What happened since, or where that would be longer, how things stand. */
const CatchUpAnswer = z.union([MissedEvents, Standing])
export type CatchUp = z.output<typeof CatchUpAnswer>

const Done = z.object({ seq: Seq })

/** What each request is answered with when it is done, beside `ok: true`. */
export const answerSchemas = {
  create_room: z.object({ room: Room }),
  join_room: z.intersection(
    z.object({ room: Room, seat: z.int().nullable().describe('`null` for who watches') }),
    CatchUpAnswer,
  ),
  quick_play: z.object({ room: Room }),
  leave_room: Done,
  start_game: Done,
  move: z.object({ seq: Seq, events: Events }),
  open_seal: Done,
  chat: Done,
  react: Done,
  report: Done,
  set_options: Done,
  set_room: Done,
  set_order: Done,
  add_bot: z.object({ seq: Seq, seat: z.int().describe('where the bot sits') }),
  remove_player: Done,
  mute: Done,
  make_host: Done,
  ask_host: Done,
  ask_default: Done,
  take_back_seat: Done,
  queue_next: Done,
  seat_ticket: z.object({ ticket: z.string(), until: Now }),
  give_seat: Done,
  end_game: Done,
  sync: CatchUpAnswer,
  my_games: z.object({
    games: z
      .custom<readonly PlayedGame[]>()
      .describe('`{room, number, game, at, players: [{player, seat, name}], outcome}`, `null` if broken off'),
  }),
  legal_moves: z.object({ seq: Seq, moves: z.custom<readonly unknown[]>().describe('moves') }),
} satisfies Record<RequestName, z.ZodType>

export type Answers = { [Name in RequestName]: z.output<(typeof answerSchemas)[Name]> }

export type Answer<Name extends RequestName> =
  | ({ readonly ok: true } & Answers[Name])
  | { readonly ok: false; readonly error: Rejection }

const append = { room: Room, seq: Seq, at: Now, events: Events }
const message = z.string().describe('a readable English sentence, or in free roll the text sent along')

/** Every message that the server sends by itself. */
export const messageSchemas = {
  welcome: z
    .object({
      player: z
        .object({ id: z.string(), name: z.string() })
        .describe('who this connection is; the id is public'),
      token: z
        .string()
        .describe('whoever holds it is this player: keep it, and bring it in the next handshake'),
      protocol: z.int().describe('version of the wire'),
      now: Now,
    })
    .describe('The first message of every connection.'),
  game_start: z
    .object({
      ...append,
      message,
      gameStatus: z.literal(1),
      position: z.int().describe('the opening die, 1–6; it decides nothing'),
    })
    .describe('A game began; in free roll also: somebody joined.'),
  game_process: z
    .object({
      ...append,
      message,
      gameStatus: z.union([z.literal(0), z.literal(1)]).describe('1 in play, 0 when this was the end'),
      position: z.int().nullable().describe('the first die that was rolled in the open, `null` if none was'),
      dice: z.array(z.int()).readonly().describe('all dice that were rolled in the open'),
    })
    .describe('An append that holds game events.'),
  room_event: z.object(append).describe('Any other append: joins, leaves, chat, options.'),
  presence: z
    .object({
      room: Room,
      online: z.array(z.string()).readonly().describe('ids of the seated players who are connected'),
      spectators: z.int().describe('how many people watch'),
      watching: z.custom<readonly Named[]>().describe('those who watch, `{player, name}`, the first 50'),
      until: z
        .int()
        .optional()
        .describe(
          'when the turn runs out, server time in ms, where that is later than the clock says: a connection is lost',
        ),
    })
    .describe('Who is here. Not in the log, so without `seq`.'),
  heartbeat: z
    .object({
      rooms: z
        .custom<Readonly<Record<string, number>>>()
        .describe('`{[room]: seq}` of the rooms that were quiet'),
      now: Now,
    })
    .describe('Every 5 s: whoever has a lower `seq` has missed something and asks by `sync`.'),
  closing: z
    .object({ message: z.string() })
    .describe('The server is about to end or to start again: come back in a moment.'),
}
export type MessageName = keyof typeof messageSchemas
export type Messages = { [Name in MessageName]: z.output<(typeof messageSchemas)[Name]> }

/** The listeners of both ends, as Socket.IO's types want them. */
export type ClientToServerEvents = {
  [Name in RequestName]: (request: RequestInput<Name>, answer: (answer: Answer<Name>) => void) => void
}
export type ServerToClientEvents = { [Name in MessageName]: (message: Messages[Name]) => void }
