import type { Level } from '../games/bot.ts'
import {
  type GameEvent,
  type GameOptions,
  type GameState,
  isEndlessWith,
  type Outcome,
  type Roll,
  type SealedGame,
  type Seat,
} from '../games/game.ts'
import { type GameId, gameOf } from '../games/registry.ts'
import type { BySeat, Chain, Dealing } from './dealing.ts'

export type PlayerId = string

/** Someone's place at the table. */
export interface SeatHolder {
  readonly seat: Seat
  readonly player: PlayerId
  readonly name: string
  readonly bot: boolean
  /** How well a bot plays. */
  readonly level?: Level
  /** Gave the seat up, or is gone for good, while a game lasts; it can be taken back. */
  readonly left?: LeaveReason
  /** A bot plays for the holder, until they take it back; where they have left without, default moves are made. */
  readonly held?: true
  /** Is out of the game: default moves are made, and the last place is theirs. */
  readonly forfeit?: true
  /** How many turns in a row ran out. */
  readonly missed?: number
}

/** Somebody by id and name. */
export interface Named {
  readonly player: PlayerId
  readonly name: string
}

export type LeaveReason = 'left' | 'gone'

/** How long a turn may take, in seconds; 0 is as long as one likes. */
export const CLOCKS = [0, 15, 30, 60, 120] as const
/** What becomes of the seat of who leaves a game: default moves are made, a bot plays, or it is out of the game. */
export const LEAVING = ['keep', 'bot', 'forfeit'] as const
/** Who begins the next game: the one after who began the last one, who is rolled for, or who came in first or last. */
export const STARTERS = ['rotation', 'roll-off', 'winner', 'loser'] as const

export interface RoomSettings {
  /** A private room is not listed. */
  readonly private: boolean
  /** Nobody new comes in. */
  readonly locked: boolean
  /** Whether newcomers are asked for a password. */
  readonly password: boolean
  readonly clock: (typeof CLOCKS)[number]
  readonly leaving: (typeof LEAVING)[number]
  readonly starter: (typeof STARTERS)[number]
}

export const DEFAULT_SETTINGS: RoomSettings = {
  private: false,
  locked: false,
  password: false,
  clock: 30,
  leaving: 'bot',
  starter: 'rotation',
}

/** What holds in rooms from before there were these settings. */
const FORMER_SETTINGS: RoomSettings = { ...DEFAULT_SETTINGS, clock: 0, leaving: 'keep', starter: 'roll-off' }

/** The settings that a room was made with. */
export const settingsFrom = (made: Partial<RoomSettings>): RoomSettings => ({ ...FORMER_SETTINGS, ...made })

/** Whose turn it is, and since when. It runs out at `at + credit` and the clock of the room. */
export interface Turn {
  /** Of the event since which it lasts. */
  readonly seq: number
  /** Server time in ms. */
  readonly at: number
  /** Time that does not count, in ms: the server itself was not there. */
  readonly credit: number
  readonly seats: readonly Seat[]
}

/** What one can do over the table without a word. */
export const EMOTES = ['clap', 'laugh', 'wow', 'cry', 'angry', 'luck'] as const
export type Emote = (typeof EMOTES)[number]

interface RoomBase {
  /** The room's code. */
  readonly room: string
  /** The number of the last event that this state holds. */
  readonly seq: number
  readonly game: GameId
  readonly options: GameOptions
  /** The version of its game's rules that the room began with. */
  readonly rules: number
  readonly host: PlayerId | null
  /** By seat; `null` where nobody sits. No entries after the last one taken. */
  readonly seats: readonly (SeatHolder | null)[]
  readonly settings: RoomSettings
  /** How many games were begun. */
  readonly games: number
  /** The `seq` of the last event that changed the game, 0 before the first. */
  readonly gameSeq: number
  readonly dealing: Dealing
  /** How many visitors have come: the last one's number. */
  readonly visitors: number
  /** In which order the seats play, as the host arranged it; by their numbers where nobody did. */
  readonly order: readonly Seat[] | null
  /** Whose turn it is; `null` where nobody is waited for. */
  readonly turn: Turn | null
  /** Who began the last game. */
  readonly starter: Seat | null
  /** May not sit down here any more. */
  readonly removed: readonly Named[]
  /** May not speak here. */
  readonly muted: readonly Named[]
  /** Wait for a seat in the next game, the first one first. */
  readonly queue: readonly Named[]
  /** Asks to be the host. */
  readonly hostAsked: Named | null
  /** How many bots were added: the last one's number. */
  readonly bots: number
  /** How often a seat went from one player to another. */
  readonly seatMoves: number
  /** What the password gives with the room's key; only the server knows. */
  readonly passwordDigest: string | null
  readonly closed: boolean
}

/** `view` is the game's state as its holder may see it: all of it on the server. */
type Play =
  | { readonly phase: 'lobby'; readonly view: null; readonly outcome: null }
  | { readonly phase: 'playing'; readonly view: GameState; readonly outcome: null }
  | { readonly phase: 'over'; readonly view: GameState; readonly outcome: Outcome }

export type RoomState = RoomBase & Play
export type Phase = RoomState['phase']

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

/** The seat that a player holds and has not left. */
export function seatOf(state: RoomState, player: PlayerId): Seat | null {
  const held = state.seats.find(holder => holder?.player === player && !holder.left)
  return held?.seat ?? null
}

/** Who sits at the table now: those who have left their seat do not count. */
export const present = (state: RoomState): readonly SeatHolder[] =>
  state.seats.filter(holder => holder !== null).filter(holder => !holder.left)

/** People who sit at the table now. */
export const people = (state: RoomState): readonly SeatHolder[] => present(state).filter(({ bot }) => !bot)

/** Who sits at the table now, in the order in which they play. */
export function inOrder(state: RoomState): readonly SeatHolder[] {
  const here = present(state)
  const { order } = state
  if (order === null) return here
  const arranged = order.flatMap(seat => here.filter(holder => holder.seat === seat))
  return [...arranged, ...here.filter(({ seat }) => !order.includes(seat))]
}

/** Where `names` has this player. */
export const isAmong = (names: readonly Named[], player: PlayerId): boolean =>
  names.some(named => named.player === player)

/** The rules that are played by in this room. */
export const rulesOf = ({ game, rules }: Pick<RoomState, 'game' | 'rules'>): SealedGame => gameOf(game, rules)

/** Whether the room's game, with its options, is one that never ends. */
export const isEndless = (state: Pick<RoomState, 'game' | 'rules' | 'options'>): boolean =>
  isEndlessWith(rulesOf(state), state.options)

/** Whether somebody without a seat may come and play. */
export const admitsVisitors = (state: RoomState): boolean =>
  !state.closed &&
  !state.settings.private &&
  !state.settings.locked &&
  !state.settings.password &&
  (rulesOf(state).visitors?.admits(viewToCome(state)) ?? false)

/** How the game stands, or how it would begin. */
const viewToCome = (state: RoomState): GameState =>
  state.phase === 'playing' ? state.view : rulesOf(state).setup([], state.options, null)

/** Whether the seats are those of a game that goes on without whoever leaves, or that is about to begin. */
export const keepsSeats = (state: RoomState): boolean =>
  !isEndless(state) && (state.phase === 'playing' || state.dealing.opening !== null)

export const nameAt = (state: RoomState, seat: Seat): string => state.seats[seat]?.name ?? `Seat ${seat + 1}`
