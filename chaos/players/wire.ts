import type { RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { MessageName, Messages, WireState } from '@diceroom/shared/protocol/server-to-client.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'

// What players say and hear, and what is kept of it until it is checked.

/** A request with its id, as it goes over the wire each time. */
export interface Request {
  readonly name: RequestName
  readonly room?: string
  /** Of a command; a question has none. */
  readonly id?: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Any answer that means yes: each request has some of it. */
export interface Done {
  readonly ok: true
  readonly seq?: number
  readonly room?: string
  readonly seat?: number | null
  readonly state?: WireState
  readonly recent?: readonly LoggedEvent[]
  readonly events?: readonly LoggedEvent[]
}
export type AnyAnswer = Done | { readonly ok: false; readonly error: Rejection }

/** What became of a command. */
export interface Outcome extends Request {
  readonly player: PlayerId
  /** How often it may have reached the server. */
  readonly sends: number
  readonly answers: readonly AnyAnswer[]
}

/** A message that tells an append. */
type Append = Messages['game_start'] | Messages['game_process'] | Messages['room_event']
export type Message = {
  readonly [Name in MessageName]: { readonly name: Name; readonly body: Messages[Name] }
}[MessageName]

/** Something that a player was told about a room. */
export type Told = { readonly player: PlayerId; readonly room: string; readonly seq: number } & (
  | { readonly kind: 'append'; readonly name: MessageName; readonly append: Append }
  | { readonly kind: 'events'; readonly events: readonly LoggedEvent[] }
  | { readonly kind: 'state'; readonly state: WireState }
  | { readonly kind: 'seq' }
)
