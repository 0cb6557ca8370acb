import type { LoggedEvent, PlayerId, RoomState } from '../room/room.ts'
import type { RequestInput, RequestName } from './client-to-server.ts'
import type { Rejection } from './rejections.ts'

/** A room as it is sent: what its viewer may see, and how many people watch. */
export type WireState = RoomState & { readonly spectators: number }

/** What happened since, or where that would be longer, how things stand with the latest events for the talk. */
export type CatchUp =
  | { readonly seq: number; readonly events: readonly LoggedEvent[] }
  | { readonly seq: number; readonly state: WireState; readonly recent: readonly LoggedEvent[] }

/** What each request is answered with when it is done. */
export interface Answers {
  create_room: { room: string }
  join_room: { room: string; seat: number | null } & CatchUp
  leave_room: { seq: number }
  start_game: { seq: number }
  move: { seq: number; events: readonly LoggedEvent[] }
  chat: { seq: number }
  set_options: { seq: number }
  set_room: { seq: number }
  sync: CatchUp
  legal_moves: { seq: number; moves: readonly unknown[] }
}

export type Answer<Name extends RequestName> =
  | ({ readonly ok: true } & Answers[Name])
  | { readonly ok: false; readonly error: Rejection }

export interface Append {
  readonly room: string
  /** The `seq` of the last of `events`. */
  readonly seq: number
  readonly at: number
  readonly events: readonly LoggedEvent[]
}

export interface Messages {
  welcome: { player: { id: PlayerId; name: string }; token: string; protocol: number; now: number }
  game_start: Append & { message: string; gameStatus: 1; position: number }
  game_process: Append & {
    message: string
    gameStatus: 0 | 1
    position: number | null
    dice: readonly number[]
  }
  room_event: Append
  presence: { room: string; online: readonly PlayerId[]; spectators: number }
  heartbeat: { rooms: Readonly<Record<string, number>>; now: number }
  closing: { message: string }
}
export type MessageName = keyof Messages

/** The listeners of both ends, as Socket.IO's types want them. */
export type ClientToServerEvents = {
  [Name in RequestName]: (request: RequestInput<Name>, answer: (answer: Answer<Name>) => void) => void
}
export type ServerToClientEvents = { [Name in MessageName]: (message: Messages[Name]) => void }
