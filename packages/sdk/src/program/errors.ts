import type { Rejection, RejectionCode } from '@diceroom/shared/protocol/rejections.ts'

/** `connecting` also after a loss, until it is open again; `closed` for good. */
export type ConnectionState = 'connecting' | 'open' | 'closing' | 'closed'

/** What was to be sent has not been sent, or its answer will not be known any more: the message says which. */
export class NotOpen extends Error {
  override readonly name = 'NotOpen'
  /** What the connection, or the room, was at that moment. */
  readonly state: ConnectionState

  constructor(state: ConnectionState, message = `The connection is ${state}, not open: nothing was sent.`) {
    super(message)
    this.state = state
  }
}

/** The server has said no. */
export class Refused extends Error {
  override readonly name = 'Refused'
  /** Stable; the message is for people, and may change. */
  readonly code: RejectionCode

  constructor({ code, message }: Rejection) {
    super(message)
    this.code = code
  }
}

/** The server speaks another version of the wire: only a newer or older SDK helps. */
export class Outdated extends Error {
  override readonly name = 'Outdated'

  constructor() {
    super('The server speaks another version of the wire than this SDK.')
  }
}
