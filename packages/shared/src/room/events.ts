import type { Level } from '../games/bot.ts'
import type { GameEvent, GameOptions, Outcome, Roll, Seat } from '../games/game.ts'
import type { GameId } from '../games/registry.ts'
import type { BySeat, Chain } from './dealing.ts'
import type { Emote, LeaveReason, Named, PlayerId } from './room.ts'
import type { RoomSettings } from './settings.ts'

/** What happened to a room, apart from what its game says. */
export type TableEvent =
  | {
      readonly type: 'room_created'
      readonly commitment: string
      readonly chainLength: number
      readonly room: string
      readonly game: GameId
      readonly options: GameOptions
      readonly rules: number
      readonly settings: Partial<RoomSettings>
    }
  | {
      readonly type: 'player_joined'
      readonly seat: Seat
      readonly player: PlayerId
      readonly name: string
      /** Set for a bot: how well it plays. */
      readonly bot?: Level
      /** Of the seed that the player keeps for the next deal, SHA-256 in hex. */
      readonly seal?: string
      /** The opening die, where the game is in play already. */
      readonly rolls?: readonly Roll[]
    }
  /** Somebody came who plays along without a seat. */
  | {
      readonly type: 'visitor_joined'
      /** Counted from 1 in this room; nobody has a number twice. */
      readonly visitor: number
      /** The opening die, where the game is in play already. */
      readonly rolls?: readonly Roll[]
    }
  | {
      readonly type: 'player_left'
      readonly seat: Seat
      readonly player: PlayerId
      readonly name: string
      readonly reason: LeaveReason
    }
  /** Another seal than the one that waited: from another device, or for a new game. */
  | { readonly type: 'seal_given'; readonly seat: Seat; readonly seal: string }
  /** From here on nothing changes who takes part in this deal, and with what seal. */
  | { readonly type: 'deal_opened'; readonly deal: number; readonly seals: BySeat; readonly next?: Chain }
  | {
      readonly type: 'seed_opened'
      readonly deal: number
      readonly seat: Seat
      readonly seed: string
      readonly nextSeal?: string
    }
  | {
      readonly type: 'deal_ready'
      readonly deal: number
      readonly seeds: BySeat
      readonly missing: readonly Seat[]
    }
  | { readonly type: 'deal_closed'; readonly deal: number; readonly secret: string }
  | { readonly type: 'host_changed'; readonly player: PlayerId; readonly name: string }
  | { readonly type: 'options_set'; readonly options: GameOptions }
  | {
      readonly type: 'settings_set'
      /** Those that changed. */
      readonly settings: Partial<RoomSettings>
      /** Of a new password; only the server sees it. */
      readonly digest?: string
    }
  | { readonly type: 'order_set'; readonly seats: readonly Seat[] }
  /** From a seat or from among those who watch; may not sit down any more. */
  | ({ readonly type: 'player_removed'; readonly seat?: Seat } & Named)
  | ({ readonly type: 'removal_undone' } & Named)
  | ({ readonly type: 'muted' } & Named)
  | ({ readonly type: 'unmuted' } & Named)
  | ({ readonly type: 'host_asked' } & Named)
  /** The time of these seats was over; their default moves follow. */
  | { readonly type: 'timed_out'; readonly seats: readonly Seat[] }
  /** Somebody did not want to wait any longer; default moves follow. */
  | ({ readonly type: 'default_asked' } & Named)
  | { readonly type: 'clock_credited'; readonly ms: number }
  | { readonly type: 'seat_held'; readonly seat: Seat }
  | { readonly type: 'seat_taken_back'; readonly seat: Seat }
  | { readonly type: 'seat_forfeited'; readonly seat: Seat }
  /** The seat is `player`'s from now on, on another device of the same person or as another one. */
  | ({ readonly type: 'seat_moved'; readonly seat: Seat; readonly from: PlayerId } & Named)
  | ({ readonly type: 'queued' } & Named)
  | ({ readonly type: 'unqueued' } & Named)
  | ({ readonly type: 'reacted'; readonly seat?: Seat; readonly emote: Emote } & Named)
  | {
      readonly type: 'game_started'
      /** Counted from 1 in this room. */
      readonly number: number
      readonly options: GameOptions
      /** In turn order. */
      readonly seats: readonly Seat[]
      /** Who begins, where that is not rolled for. */
      readonly starter?: Seat
      /** The opening die. */
      readonly rolls: readonly Roll[]
    }
  | { readonly type: 'game_over'; readonly outcome: Outcome }
  /** The host has ended the game, or everybody walked away from it. */
  | { readonly type: 'game_aborted' }
  | {
      readonly type: 'chat'
      readonly player: PlayerId
      readonly name: string
      readonly seat?: Seat
      readonly text: string
    }
  | { readonly type: 'room_closed'; readonly reason: 'idle' }

export type RoomEvent = TableEvent | GameEvent

/** Which command somebody sent. */
export interface CommandMark {
  readonly player: PlayerId
  readonly id: string
  /** Of the command's content, to tell a retry from another command under the same id. */
  readonly hash: string
}

/** Which command an append answers: stands on its first event, and is shown to nobody. */
export interface AppendMark extends CommandMark {
  /** The `seq` of the append's last event. */
  readonly last: number
}

/** What the log adds to an event; `at` is server time in ms. */
export interface Stamp {
  readonly seq: number
  readonly at: number
  readonly cmd?: AppendMark
}
export type LoggedTableEvent = TableEvent & Stamp
export type LoggedGameEvent = GameEvent & Stamp
export type LoggedEvent = LoggedTableEvent | LoggedGameEvent

/** The room's own events, one by one; the compiler asks for a new one here. */
export const TABLE_EVENTS: Record<TableEvent['type'], string> = {
  room_created:
    'The first event of every room. `{commitment, chainLength, room, game, options, rules, settings}`',
  player_joined:
    'Somebody took a seat, or took it back. `{seat, player, name, bot?, seal?, rolls?}`; `bot` is the level of a bot, `rolls` is the opening die',
  visitor_joined:
    'Somebody came by a wire that knows no seats, and rolls without one. `{visitor, rolls?}`; `rolls` is the opening die',
  player_left:
    'Somebody gave up a seat, or was away for too long. `{seat, player, name, reason: "left" | "gone"}`',
  seal_given: 'A seal in place of the one that waited for the next deal. `{seat, seal}`',
  deal_opened:
    'A deal begins to open: its sealed seats are fixed, and are asked for their seeds. `{deal, seals: {[seat]: hex}, next?}`; `next` is the `{commitment, chainLength}` of the chain that follows',
  seed_opened: 'A seat opened its seal. `{deal, seat, seed, nextSeal?}`',
  deal_ready:
    'What the rolls of a deal follow from. `{deal, seeds: {[seat]: hex}, missing: [seat, …]}`; `missing` are those who did not open their seal in time',
  deal_closed: 'The last roll of a deal was made, and its secret is published. `{deal, secret}`',
  host_changed: 'Somebody else is the host: the one before left, or handed over. `{player, name}`',
  options_set: 'The host chose other options for the next game; in free roll they hold at once. `{options}`',
  settings_set: 'The host changed the room. `{settings}`: those that changed',
  order_set: 'The host arranged in which order the seats play. `{seats}`',
  player_removed:
    'The host sent somebody away, who may only watch from now on; also a bot. `{seat?, player, name}`',
  removal_undone: 'Somebody who was sent away may sit down again. `{player, name}`',
  muted: 'The host does not let somebody speak. `{player, name}`',
  unmuted: 'Somebody may speak again. `{player, name}`',
  host_asked: 'Somebody asks to be the host. `{player, name}`',
  timed_out: 'The time of these seats was over; their default moves follow. `{seats}`',
  default_asked: 'Somebody did not want to wait any longer; default moves follow. `{player, name}`',
  clock_credited: 'The server was away, and the turn is longer by so much. `{ms}`',
  seat_held: 'A bot plays for the holder of a seat, until they take it back. `{seat}`',
  seat_taken_back: 'The holder of a seat plays again. `{seat}`',
  seat_forfeited: 'A seat is out of the game, because its holder left. `{seat}`',
  seat_moved:
    'A seat is held from another device, or was given to somebody else. `{seat, from, player, name}`; `from` is the player before',
  queued: 'Somebody waits for a seat in the next game. `{player, name}`',
  unqueued: 'Somebody does not wait for a seat any more. `{player, name}`',
  reacted: 'Somebody reacted. `{player, name, seat?, emote}`',
  game_started:
    'A game began. `{number, options, seats, starter?, rolls}`; `seats` in turn order, `starter` where it is not rolled for, `rolls` is the opening die',
  game_over: 'The game is decided. `{outcome: {places: [[seat, …], …]}}`, the winners first',
  game_aborted: 'The host ended the game, or everybody walked away from it.',
  chat: 'Somebody said something. `{player, name, seat?, text}`',
  room_closed: 'Nothing had happened for too long. `{reason: "idle"}`',
}

/** Whether an event is the room's own and not its game's; games may not use these types. */
export const isTableEvent = <E extends RoomEvent>(event: E): event is Extract<E, TableEvent> =>
  Object.hasOwn(TABLE_EVENTS, event.type)
