import type { MessageName, Messages } from '@diceroom/shared/protocol/server-to-client.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'

/** A message on its way out, turned into text once however many receive it. */
export class Outgoing<Name extends MessageName = MessageName> {
  readonly name: Name
  readonly message: Messages[Name]
  private text: string | null = null
  /** What a gateway made of the text, kept for the next receiver behind the same gateway. */
  private readonly frames = new Map<(outgoing: Outgoing) => unknown, unknown>()

  constructor(name: Name, message: Messages[Name]) {
    this.name = name
    this.message = message
  }

  get json(): string {
    this.text ??= JSON.stringify(this.message)
    return this.text
  }

  /** What `encode` makes of this message; called once. */
  frame<Frame>(encode: (outgoing: Outgoing) => Frame): Frame {
    const known = this.frames.get(encode)
    if (known !== undefined) return known as Frame
    const frame = encode(this)
    this.frames.set(encode, frame)
    return frame
  }
}

/** One connection of one player, whichever wire it speaks. */
export interface Session {
  readonly player: { readonly id: PlayerId; name: string }
  /** Set for one that plays along without a seat, and without a name of its own. */
  readonly isVisitor?: true
  /** The id of the log-in that it ends with; `null` for a guest. */
  readonly login: string | null
  readonly isOpen: boolean
  send(message: Outgoing): void
  /** Ends the connection; what was sent before still arrives. */
  close(): void
}
