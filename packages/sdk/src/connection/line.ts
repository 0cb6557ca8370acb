import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { Link, ServerMessage } from './transport.ts'

export interface Player {
  readonly id: PlayerId
  readonly name: string
}

/** The connection while it is up. */
export interface Line {
  readonly request: Link['request']
  /** A request sent at `sentAt` has not been answered: ends the line if nothing else has come since either. */
  doubt(sentAt: number): void
}

/** Who is told what becomes of the connection. */
export interface Listener {
  up(line: Line, player: Player): void
  /** The line of the last `up` is gone; answers that are outstanding will not come. */
  down(): void
  message(message: ServerMessage): void
  /** The server has refused the handshake; the next attempt is on its way. */
  refused(error: Rejection): void
  /** Asks the server for anything that it answers at once. */
  probe(line: Line): 'asked' | 'nothing to ask'
}
