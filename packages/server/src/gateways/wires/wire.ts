import type { IncomingHttpHeaders } from 'node:http'
import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'

// A wire is what is spoken at one path of the port by plain WebSocket.

/** The request that a connection begins with. */
export interface WireRequest {
  /** Decoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** The subprotocols that were offered. */
  readonly protocols: readonly string[]
  /** Where it comes from, proxies that are trusted taken away. */
  readonly address: string
}

/** Why an upgrade is refused. */
export interface Refused {
  /** Of the HTTP answer to the upgrade. */
  readonly status: number
  readonly error: Rejection
}

/** The server's end of one connection. Nothing is sent over one that is not open any more. */
export interface WireConnection {
  readonly isOpen: boolean
  /** A text frame, or for bytes a binary one. */
  send(data: string | Uint8Array): void
  /** A frame made by `textFrame`: encoded once for many receivers. */
  write(frame: Buffer): void
  /** Ends the connection; what was sent before still arrives. */
  close(code?: number, reason?: string): void
}

/** What becomes of what a client sends. */
export interface WireEar {
  text(text: string): void | Promise<void>
  /** Where it is left out, binary frames are refused. */
  bytes?(bytes: Buffer): void
  /**
   * Answers a message that came too fast or is too large; an error frame where it is left out. Of a text that is too
   * large it is given the beginning, of bytes nothing.
   */
  refused?(error: Rejection, text: string): void
  /** The server is about to end. */
  closing?(): void
  closed(): void
}

export interface Wire {
  match(path: string): boolean
  /** The subprotocol to agree on, of those that are offered. */
  protocol?(offered: readonly string[]): string | undefined
  /** Looks at a request before it is accepted. */
  admit?(request: WireRequest): Promise<Refused | null>
  open(connection: WireConnection, request: WireRequest): WireEar
}

/** What went wrong, on wires that have no answers of their own. */
export const errorFrame = ({ code, message }: Rejection): string =>
  JSON.stringify({ error: { code, message } })
