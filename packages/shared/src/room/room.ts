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
  /** Gave the seat up, or is gone for good, while a game lasts: default moves are made, and the seat can be taken back. */
  readonly left?: LeaveReason
}

export type LeaveReason = 'left' | 'gone'

export interface RoomSettings {
  /** A private room is not listed. */
  readonly private: boolean
}

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
      readonly settings: RoomSettings
    }
  | {
      readonly type: 'player_joined'
      readonly seat: Seat
      readonly player: PlayerId
      readonly name: string
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
  | { readonly type: 'settings_set'; readonly settings: RoomSettings }
  | {
      readonly type: 'game_started'
      /** Counted from 1 in this room. */
      readonly number: number
      readonly options: GameOptions
      readonly seats: readonly Seat[]
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
    'Somebody took a seat, or took it back. `{seat, player, name, seal?, rolls?}`; `rolls` is the opening die',
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
  host_changed: 'The host left, and somebody else is it. `{player, name}`',
  options_set: 'The host chose other options for the next game; in free roll they hold at once. `{options}`',
  settings_set: 'The host changed the room. `{settings: {private}}`',
  game_started: 'A game began. `{number, options, seats, rolls}`; `rolls` is the opening die',
  game_over: 'The game is decided. `{outcome: {places: [[seat, …], …]}}`, the winners first',
  game_aborted: 'The host ended the game, or everybody walked away from it.',
  chat: 'Somebody said something. `{player, name, seat?, text}`',
  room_closed: 'Nothing had happened for too long. `{reason: "idle"}`',
}

/** Whether an event is the room's own and not its game's; games may not use these types. */
export const isTableEvent = <E extends RoomEvent>(event: E): event is Extract<E, TableEvent> =>
  Object.hasOwn(TABLE_EVENTS, event.type)

/** What people ask of a room, as the deciders know it: already validated, its sender already identified. */
export type RoomCommand =
  | {
      readonly type: 'join'
      readonly player: PlayerId
      readonly name: string
      readonly as: 'player' | 'spectator' | 'either'
      readonly seal?: string
    }
  | { readonly type: 'leave'; readonly player: PlayerId; readonly reason: LeaveReason }
  | { readonly type: 'start'; readonly player: PlayerId; readonly options?: unknown }
  | { readonly type: 'move'; readonly player: PlayerId; readonly move: unknown; readonly seen?: number }
  | { readonly type: 'end'; readonly player: PlayerId }
  | { readonly type: 'visit' }
  | { readonly type: 'visitor_message'; readonly visitor: number; readonly message: string }
  | { readonly type: 'chat'; readonly player: PlayerId; readonly name: string; readonly text: string }
  | { readonly type: 'set_options'; readonly player: PlayerId; readonly options: unknown }
  | { readonly type: 'set_settings'; readonly player: PlayerId; readonly settings: Partial<RoomSettings> }
  | {
      readonly type: 'open_seal'
      readonly player: PlayerId
      readonly deal: number
      readonly seed: string
      readonly nextSeal?: string
    }
  /** The time for seeds is over. */
  | { readonly type: 'ready_deal'; readonly deal: number }
  | { readonly type: 'close'; readonly reason: 'idle' }

/** The seat that a player holds and has not left. */
export function seatOf(state: RoomState, player: PlayerId): Seat | null {
  const held = state.seats.find(holder => holder?.player === player && !holder.left)
  return held?.seat ?? null
}

/** Who sits at the table now: those who have left their seat do not count. */
export const present = (state: RoomState): readonly SeatHolder[] =>
  state.seats.filter(holder => holder !== null).filter(holder => !holder.left)

/** The rules that are played by in this room. */
export const rulesOf = ({ game, rules }: Pick<RoomState, 'game' | 'rules'>): SealedGame => gameOf(game, rules)

/** Whether the room's game, with its options, is one that never ends. */
export const isEndless = (state: Pick<RoomState, 'game' | 'rules' | 'options'>): boolean =>
  isEndlessWith(rulesOf(state), state.options)

/** Whether somebody without a seat may come and play. */
export const admitsVisitors = (state: RoomState): boolean =>
  !state.closed && !state.settings.private && (rulesOf(state).visitors?.admits(viewToCome(state)) ?? false)

/** How the game stands, or how it would begin. */
const viewToCome = (state: RoomState): GameState =>
  state.phase === 'playing' ? state.view : rulesOf(state).setup([], state.options, null)

/** Whether the seats are those of a game that goes on without whoever leaves, or that is about to begin. */
export const keepsSeats = (state: RoomState): boolean =>
  !isEndless(state) && (state.phase === 'playing' || state.dealing.opening !== null)

export const nameAt = (state: RoomState, seat: Seat): string => state.seats[seat]?.name ?? `Seat ${seat + 1}`
