import { z } from 'zod'
import { LEVELS } from '../games/bot.ts'
import { EMOTES } from '../room/room.ts'
import { CLOCKS, LEAVING, STARTERS } from '../room/settings.ts'
import { COMMAND_ID_MAX, NESTING_MAX, ROOM_MAX, ROOM_PASSWORD_MAX, TICKET_MAX } from './limits.ts'
import { normalizeCode } from './room-code.ts'
import { PlayerName, TextLine } from './text.ts'

// Every request of the wire. Objects are strict: a field nobody knows (`__proto__` too) is refused, never ignored.

const CommandId = z
  .string()
  .min(1)
  .max(COMMAND_ID_MAX)
  .describe("the command's id, unique per player; the same command may be sent again under it")
const RoomCode = z
  .string()
  .min(1)
  .max(ROOM_MAX)
  .transform(normalizeCode)
  .describe("the room's code, in any case, or `~` and its name")
const Seq = z.int().min(0)
const isNested = (value: unknown, depth: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every(inner => isNested(inner, depth - 1)))
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && isNested(value, NESTING_MAX)
// What only a game can judge is handed to its own strict schemas as it came.
const GameOptions = z.custom<Readonly<Record<string, unknown>>>(isRecord, 'an object, not deeply nested')
const GameMove = z.custom<Readonly<Record<string, unknown>>>(isRecord, 'an object, not deeply nested')

const command = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ id: CommandId, ...shape })

const Seat = z.int().min(0).max(255)
const Player = z.string().min(1).max(64).describe('the id of a player')
const Password = z.string().min(1).max(ROOM_PASSWORD_MAX)

/** What the host may change about a room; what is left out stays. */
export const SettingsWish = z
  .strictObject({
    private: z.boolean().describe('a private room is not listed'),
    locked: z.boolean().describe('lets nobody new in'),
    password: z.nullable(Password).describe('what newcomers are asked for; `null` for nothing'),
    clock: z.literal(CLOCKS).describe('seconds for each turn; 0 is off'),
    leaving: z
      .enum(LEAVING)
      .describe(
        'what becomes of the seat of who leaves a game: default moves, a bot plays, or out of the game',
      ),
    starter: z.enum(STARTERS).describe('who begins the next game'),
  })
  .partial()

const Seal = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of 16 random bytes that the client keeps, in lower-case hex')

export const requestSchemas = {
  create_room: command({
    game: z.string().max(32).describe('a game of `GET /api/games`'),
    options: GameOptions.optional().describe("the game's options; each has a default"),
    name: z.optional(PlayerName).describe('what the sender is called from now on'),
    private: z.boolean().optional().describe('a private room is not listed; default false'),
  }).describe('Makes a room. Nobody is seated by it.'),
  quick_play: command({ game: z.string().max(32).describe('a game of `GET /api/games`') }).describe(
    'A public room of this game that waits for players, else a new one with bots. Nobody is seated by it.',
  ),
  join_room: command({
    room: RoomCode,
    name: z
      .optional(PlayerName)
      .describe(
        'what to be called here; without it the name of the seat that is kept, or the last one that was used',
      ),
    as: z.enum(['player', 'spectator']).optional().describe('without it: a seat if there is one, else watch'),
    since: Seq.optional().describe('the last `seq` that the client has'),
    seal: Seal.optional(),
    password: Password.optional().describe('for who does not sit there yet, where the room has one'),
    ticket: z
      .string()
      .max(TICKET_MAX)
      .optional()
      .describe('of `seat_ticket`: takes over the seat that it was made for'),
  }).describe(
    'Subscribes this connection to a room and takes the lowest free seat. Joining again keeps the seat.',
  ),
  leave_room: command({ room: RoomCode }).describe('Gives up the seat and the subscription.'),
  start_game: command({
    room: RoomCode,
    options: GameOptions.optional().describe(
      'other options for this game and the next ones; default as they are',
    ),
  }).describe('Host only: begins a game, or the next one with the same people.'),
  move: command({
    room: RoomCode,
    move: GameMove.describe("a move of the room's game: `{type, …}`"),
    seen: Seq.optional().describe(
      'the last `seq` that the player saw; refused as `stale` if the game went on since',
    ),
  }).describe('Makes a move in the game.'),
  open_seal: command({
    room: RoomCode,
    deal: z.int().min(1),
    seed: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .describe('the 16 bytes that the seal in `deal_opened` was made of, in lower-case hex'),
    nextSeal: Seal.optional().describe('the seal for the next deal'),
  }).describe('Opens the seal of a seat, once `deal_opened` has published it.'),
  chat: command({ room: RoomCode, text: TextLine }).describe('Says something to the whole room.'),
  react: command({ room: RoomCode, emote: z.enum(EMOTES) }).describe('Does something over the table.'),
  report: command({
    room: RoomCode,
    seq: Seq.describe('the number of the event that is reported'),
    reason: z.optional(TextLine).describe('why'),
  }).describe('Tells whoever runs the server of something that was said. Nobody at the table is told.'),
  set_options: command({
    room: RoomCode,
    options: GameOptions.describe('all of them; one that is left out has its default'),
  }).describe(
    'Host only: other options for the next game, not while one is in play. In free roll at any time, and they hold at once.',
  ),
  set_room: command({
    room: RoomCode,
    settings: SettingsWish,
  }).describe('Host only: the settings of the room.'),
  set_order: command({
    room: RoomCode,
    seats: z
      .array(Seat)
      .min(1)
      .max(256)
      .readonly()
      .describe('all seats that are taken, in the order in which they play'),
  }).describe('Host only, before the start: in which order the seats play.'),
  add_bot: command({ room: RoomCode, level: z.enum(LEVELS) }).describe(
    'Host only, before the start: puts a bot on a free seat.',
  ),
  remove_player: command({
    room: RoomCode,
    player: Player,
    undo: z.boolean().optional().describe('they may sit down again'),
  }).describe('Host only: sends somebody away, who may only watch from then on; or a bot, before the start.'),
  mute: command({ room: RoomCode, player: Player, undo: z.boolean().optional() }).describe(
    'Host only: somebody may not speak in this room, or may again.',
  ),
  make_host: command({ room: RoomCode, player: Player }).describe('Host only: hands over.'),
  ask_host: command({ room: RoomCode }).describe('Asks the host to hand over.'),
  ask_default: command({ room: RoomCode }).describe(
    'Where no clock runs: the default move for whoever is waited for. The host may ask at once, any player after two minutes.',
  ),
  take_back_seat: command({ room: RoomCode }).describe('No bot plays for the sender any more.'),
  queue_next: command({ room: RoomCode, undo: z.boolean().optional() }).describe(
    'Waits for a seat in the next game, or does not any more.',
  ),
  seat_ticket: command({ room: RoomCode }).describe(
    'A ticket that moves the seat of the sender to another device, once, within ten minutes.',
  ),
  give_seat: command({ room: RoomCode, seat: Seat, player: Player }).describe(
    'Host only: gives the seat of who is gone to somebody who watches.',
  ),
  end_game: command({ room: RoomCode }).describe(
    'Host only: breaks the game off. Nothing is in play until the next one begins, in free roll too.',
  ),
  sync: z
    .strictObject({ room: RoomCode, since: Seq })
    .describe('What a client missed. For who sits in the room, or whose connection has joined it.'),
  my_games: z
    .strictObject({ before: Seq.optional().describe('games that ended before, server time in ms') })
    .describe('The games that the sender has played, the latest first, at most 20.'),
  legal_moves: z
    .strictObject({ room: RoomCode })
    .describe('What the sender may do now, each ready to be sent as a `move`.'),
}

export type RequestName = keyof typeof requestSchemas
export type Request<Name extends RequestName> = z.output<(typeof requestSchemas)[Name]>
export type RequestInput<Name extends RequestName> = z.input<(typeof requestSchemas)[Name]>

export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requestSchemas, name)

/** What a connection brings in its handshake. */
export const Handshake = z.looseObject({ token: z.string().max(4096).optional() })
