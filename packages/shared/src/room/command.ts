import type { Level } from '../games/bot.ts'
import type { Seat } from '../games/game.ts'
import type { Emote, LeaveReason, Named, PlayerId } from './room.ts'
import type { RoomSettings } from './settings.ts'

/** What the host may change about a room. */
export interface SettingsWish extends Partial<Omit<RoomSettings, 'password'>> {
  /** A new password, or `null` for none. */
  readonly password?: string | null
}

/** Somebody who acts at a table, and whom it concerns. */
interface About {
  readonly player: PlayerId
  readonly about: Named
}

/** What people ask of a room, as the deciders know it: already validated, its sender already identified. */
export type RoomCommand =
  | {
      readonly type: 'join'
      readonly player: PlayerId
      readonly name: string
      readonly as: 'player' | 'spectator' | 'either'
      readonly seal?: string
      readonly password?: string
    }
  | { readonly type: 'leave'; readonly player: PlayerId; readonly reason: LeaveReason }
  | { readonly type: 'start'; readonly player: PlayerId; readonly options?: unknown }
  | { readonly type: 'move'; readonly player: PlayerId; readonly move: unknown; readonly seen?: number }
  /** What a bot does in a seat that it holds for somebody, who saw the game up to `seen`. */
  | { readonly type: 'bot_move'; readonly seat: Seat; readonly move: unknown; readonly seen: number }
  | { readonly type: 'end'; readonly player: PlayerId }
  | { readonly type: 'visit' }
  | { readonly type: 'visitor_message'; readonly visitor: number; readonly message: string }
  | { readonly type: 'chat'; readonly player: PlayerId; readonly name: string; readonly text: string }
  | { readonly type: 'react'; readonly player: PlayerId; readonly name: string; readonly emote: Emote }
  | { readonly type: 'set_options'; readonly player: PlayerId; readonly options: unknown }
  | { readonly type: 'set_settings'; readonly player: PlayerId; readonly settings: SettingsWish }
  | { readonly type: 'set_order'; readonly player: PlayerId; readonly seats: readonly Seat[] }
  | { readonly type: 'add_bot'; readonly player: PlayerId; readonly level: Level }
  | ({ readonly type: 'remove' } & About)
  | ({ readonly type: 'unremove' } & About)
  | ({ readonly type: 'mute' } & About)
  | ({ readonly type: 'unmute' } & About)
  | ({ readonly type: 'make_host' } & About)
  | { readonly type: 'ask_host'; readonly player: PlayerId }
  /** `now` is server time in ms. */
  | { readonly type: 'ask_default'; readonly player: PlayerId; readonly now: number }
  | { readonly type: 'take_back_seat'; readonly player: PlayerId }
  | { readonly type: 'queue'; readonly player: PlayerId; readonly name: string }
  | { readonly type: 'unqueue'; readonly player: PlayerId; readonly name: string }
  /** From another device: the seat that `from` holds, where seats were given on `moves` times before. */
  | {
      readonly type: 'move_seat'
      readonly player: PlayerId
      readonly name: string
      readonly seat: Seat
      readonly from: PlayerId
      readonly moves: number
      readonly seal?: string
    }
  | ({ readonly type: 'give_seat'; readonly seat: Seat } & About)
  | {
      readonly type: 'open_seal'
      readonly player: PlayerId
      readonly deal: number
      readonly seed: string
      readonly nextSeal?: string
    }
  /** The time for seeds is over. */
  | { readonly type: 'ready_deal'; readonly deal: number }
  /** The time of the turn since the event `turn` is over. */
  | { readonly type: 'time_out'; readonly turn: number }
  /** The server was away for so many ms of the turn since the event `turn`. */
  | { readonly type: 'credit'; readonly turn: number; readonly ms: number }
  | { readonly type: 'close'; readonly reason: 'idle' }

export type CommandOf<Type extends RoomCommand['type']> = Extract<RoomCommand, { type: Type }>
