import type { RequestInput, RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { Answer, MessageName, Messages } from '@diceroom/shared/protocol/server-to-client.ts'

/** A message of the server, with its name. */
export type ServerMessage = {
  [Name in MessageName]: { readonly name: Name; readonly body: Messages[Name] }
}[MessageName]

/** Why a connection ended, or never began. */
export type Loss = { readonly kind: 'broken' } | { readonly kind: 'refused'; readonly error: Rejection }

/** By which of the two ways messages travel. */
export type Way = 'websocket' | 'polling'

/** What one connection tells: nothing before `open` has given its link, after `lost`, or after the link was closed. */
export interface Ear {
  message(message: ServerMessage): void
  /** The other end has shown that it is there. */
  alive(): void
  /** How messages travel from now on; this may change while the connection lasts. */
  travels(by: Way): void
  lost(loss: Loss): void
}

/** One connection, from its first attempt to its end. Nothing is requested before `welcome`, or after the end. */
export interface Link {
  request<Name extends RequestName>(
    name: Name,
    payload: RequestInput<Name>,
    answer: (answer: Answer<Name>) => void,
  ): void
  close(): void
}

/** How messages travel: Socket.IO in the browser, a room in process in tests. */
export interface Transport {
  /** Begins a connection; the token says who one is, `null` makes a new guest. */
  open(token: string | null, ear: Ear): Link
}
