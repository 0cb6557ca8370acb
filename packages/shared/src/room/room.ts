import type { Level } from '../games/bot.ts'
import {
  type GameOptions,
  type GameState,
  isEndlessWith,
  type Outcome,
  type SealedGame,
  type Seat,
} from '../games/game.ts'
import { type GameId, gameOf } from '../games/registry.ts'
import type { Dealing } from './dealing.ts'
import type { RoomSettings } from './settings.ts'

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
  /** Who played in the last game that began, by seat. */
  readonly lineUp: Readonly<Record<Seat, PlayerId>>
  /** Left their seats while the room was locked, which lets them in again. */
  readonly steppedOut: readonly PlayerId[]
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
