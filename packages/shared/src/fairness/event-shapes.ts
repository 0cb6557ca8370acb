import * as z from 'zod/mini'
import { LEVELS } from '../games/bot.ts'
import type { GameOptions } from '../games/game.ts'
import { type GameId, isGameId } from '../games/registry.ts'
import type { LoggedGameEvent, LoggedTableEvent, TableEvent } from '../room/events.ts'
import { EMOTES } from '../room/room.ts'
import { CLOCKS, LEAVING, STARTERS } from '../room/settings.ts'
import { isObject } from './same.ts'

// What the events of a transcript look like. Fields that nobody asks for may be there.

/** A seat has to fit into one byte of what is hashed. */
const Seat = z.int().check(z.minimum(0), z.maximum(255))
const SeatKey = z.string().check(z.regex(/^(0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/))
const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const Seed = z.string().check(z.regex(/^[0-9a-f]{32}$/))
const Count = z.int().check(z.minimum(1))
const Options = z.custom<GameOptions>(isObject)

const Roll = z.object({
  deal: Count,
  who: z.string().check(z.regex(/^(0|[1-9]\d*|v[1-9]\d*|-)$/)),
  n: z.int().check(z.minimum(0)),
  count: Count.check(z.maximum(1000)),
  sides: z.int().check(z.minimum(2), z.maximum(256)),
  faces: z.nullable(z.array(z.int())),
  secretTo: z.exactOptional(Seat),
})
const Rolls = z.exactOptional(z.array(Roll))

const stamp = { seq: Count, at: z.number() }
const chain = { commitment: Hash, chainLength: Count }

/** The fields that everything in a transcript has. */
export const AnyEvent = z.looseObject({ ...stamp, type: z.string() })

export const GameEventShape: z.ZodMiniType<LoggedGameEvent> = z.looseObject({
  ...stamp,
  type: z.string(),
  seat: z.exactOptional(Seat),
  auto: z.exactOptional(z.literal(true)),
  rolls: Rolls,
})

/** Those that a log of an older room does not know are left out there. */
const Settings = z.object({
  private: z.exactOptional(z.boolean()),
  locked: z.exactOptional(z.boolean()),
  password: z.exactOptional(z.boolean()),
  clock: z.exactOptional(z.literal(CLOCKS)),
  leaving: z.exactOptional(z.enum(LEAVING)),
  starter: z.exactOptional(z.enum(STARTERS)),
})

/** Who is concerned; names are nobody's business but of those who were there. */
const named = { player: z._default(z.string(), ''), name: z._default(z.string(), '') }

type Shapes = {
  readonly [Type in TableEvent['type']]: z.ZodMiniType<Extract<LoggedTableEvent, { type: Type }>>
}

/** The room's own events; the compiler asks for a new one here. */
export const TABLE_SHAPES: Shapes = {
  room_created: z.object({
    ...stamp,
    ...chain,
    type: z.literal('room_created'),
    room: z.string(),
    game: z.custom<GameId>(game => typeof game === 'string' && isGameId(game)),
    options: Options,
    rules: Count,
    settings: Settings,
  }),
  player_joined: z.object({
    ...stamp,
    type: z.literal('player_joined'),
    seat: Seat,
    player: z.string(),
    name: z.string(),
    bot: z.exactOptional(z.enum(LEVELS)),
    seal: z.exactOptional(Hash),
    rolls: Rolls,
  }),
  visitor_joined: z.object({
    ...stamp,
    type: z.literal('visitor_joined'),
    visitor: Count,
    rolls: Rolls,
  }),
  player_left: z.object({
    ...stamp,
    type: z.literal('player_left'),
    seat: Seat,
    player: z.string(),
    name: z.string(),
    reason: z.enum(['left', 'gone']),
  }),
  seal_given: z.object({ ...stamp, type: z.literal('seal_given'), seat: Seat, seal: Hash }),
  deal_opened: z.object({
    ...stamp,
    type: z.literal('deal_opened'),
    deal: Count,
    seals: z.record(SeatKey, Hash),
    next: z.exactOptional(z.object(chain)),
  }),
  seed_opened: z.object({
    ...stamp,
    type: z.literal('seed_opened'),
    deal: Count,
    seat: Seat,
    seed: Seed,
    nextSeal: z.exactOptional(Hash),
  }),
  deal_ready: z.object({
    ...stamp,
    type: z.literal('deal_ready'),
    deal: Count,
    seeds: z.record(SeatKey, Seed),
    missing: z.array(Seat),
  }),
  deal_closed: z.object({ ...stamp, type: z.literal('deal_closed'), deal: Count, secret: Hash }),
  host_changed: z.object({
    ...stamp,
    type: z.literal('host_changed'),
    player: z.string(),
    name: z.string(),
  }),
  options_set: z.object({ ...stamp, type: z.literal('options_set'), options: Options }),
  settings_set: z.object({
    ...stamp,
    type: z.literal('settings_set'),
    settings: Settings,
    digest: z.exactOptional(z.string()),
  }),
  game_started: z.object({
    ...stamp,
    type: z.literal('game_started'),
    number: Count,
    options: Options,
    seats: z.array(Seat),
    starter: z.exactOptional(Seat),
    rolls: z.array(Roll),
  }),
  game_over: z.object({
    ...stamp,
    type: z.literal('game_over'),
    outcome: z.object({ places: z.array(z.array(Seat)) }),
  }),
  order_set: z.object({ ...stamp, type: z.literal('order_set'), seats: z.array(Seat) }),
  player_removed: z.object({
    ...stamp,
    ...named,
    type: z.literal('player_removed'),
    seat: z.exactOptional(Seat),
  }),
  removal_undone: z.object({ ...stamp, ...named, type: z.literal('removal_undone') }),
  muted: z.object({ ...stamp, ...named, type: z.literal('muted') }),
  unmuted: z.object({ ...stamp, ...named, type: z.literal('unmuted') }),
  host_asked: z.object({ ...stamp, ...named, type: z.literal('host_asked') }),
  timed_out: z.object({ ...stamp, type: z.literal('timed_out'), seats: z.array(Seat) }),
  default_asked: z.object({ ...stamp, ...named, type: z.literal('default_asked') }),
  clock_credited: z.object({ ...stamp, type: z.literal('clock_credited'), ms: z.number() }),
  seat_held: z.object({ ...stamp, type: z.literal('seat_held'), seat: Seat }),
  seat_taken_back: z.object({ ...stamp, type: z.literal('seat_taken_back'), seat: Seat }),
  seat_forfeited: z.object({ ...stamp, type: z.literal('seat_forfeited'), seat: Seat }),
  seat_moved: z.object({
    ...stamp,
    type: z.literal('seat_moved'),
    seat: Seat,
    from: z.string(),
    player: z.string(),
    name: z.string(),
  }),
  queued: z.object({ ...stamp, ...named, type: z.literal('queued') }),
  unqueued: z.object({ ...stamp, ...named, type: z.literal('unqueued') }),
  reacted: z.object({
    ...stamp,
    ...named,
    type: z.literal('reacted'),
    seat: z.exactOptional(Seat),
    emote: z.enum(EMOTES),
  }),
  game_aborted: z.object({ ...stamp, type: z.literal('game_aborted') }),
  // Without its text, which is nobody's business but of those who were there.
  chat: z.object({
    ...stamp,
    type: z.literal('chat'),
    player: z._default(z.string(), ''),
    name: z._default(z.string(), ''),
    text: z._default(z.string(), ''),
  }),
  room_closed: z.object({ ...stamp, type: z.literal('room_closed'), reason: z.literal('idle') }),
}
