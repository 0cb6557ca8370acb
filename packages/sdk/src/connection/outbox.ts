import type { RequestInput, RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import { FRAME_MAX_BYTES } from '@diceroom/shared/protocol/limits.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { ask } from './asking.ts'
import type { Cancel, Environment } from './environment.ts'
import type { Line } from './line.ts'
import { randomId } from './random.ts'

/** How many commands may be under way; a room remembers 64 unanswered ones of a player, who may have several tabs. */
const WINDOW = 16
/** So long a server that is busy or cannot store is asked again. */
const PATIENCE_MS = 20_000

/** What a transport may add to a request. */
const ENVELOPE_BYTES = 256
const TOO_LARGE = `A request has at most ${FRAME_MAX_BYTES - ENVELOPE_BYTES} bytes.`
/** A server that may not even read it would be asked again for ever. */
const isTooLarge = (content: object): boolean =>
  new TextEncoder().encode(JSON.stringify(content)).length > FRAME_MAX_BYTES - ENVELOPE_BYTES

interface Command {
  state: 'unsent' | 'sent' | 'held'
  cancel: Cancel
  readonly send: (line: Line) => Cancel
  readonly giveUp: (error: Rejection) => void
}

/**
 * Commands that wait for their answer, in the order in which they were given. They survive the loss of a connection,
 * and are sent again over the next one under the same id; so each acts at most once and is answered exactly once.
 */
export class Outbox {
  readonly #environment: Environment
  #queue: readonly Command[] = []
  #line: Line | null = null
  /** Why nothing is sent any more. */
  #ended: Rejection | null = null

  constructor(environment: Environment) {
    this.#environment = environment
  }

  /** @param payload what to ask, under the id that it is given */
  request<Name extends RequestName>(
    name: Name,
    payload: (id: string) => RequestInput<Name>,
  ): Promise<Answer<Name>> {
    if (this.#ended) return Promise.resolve({ ok: false, error: this.#ended })
    const content = payload(randomId())
    if (isTooLarge(content)) return Promise.resolve(refuse('too_large', TOO_LARGE))
    return new Promise(resolve => {
      const answered = (answer: Answer<Name>) => {
        this.#queue = this.#queue.filter(other => other !== command)
        resolve(answer)
        this.#sendNext()
      }
      const command: Command = {
        state: 'unsent',
        cancel: () => {},
        send: line =>
          ask(line, this.#environment, {
            name,
            payload: content,
            patience: PATIENCE_MS,
            answered,
            held: () => {
              command.state = 'held'
            },
            resumed: () => {
              command.state = 'sent'
              this.#sendNext()
            },
          }),
        giveUp: error => resolve({ ok: false, error }),
      }
      this.#queue = [...this.#queue, command]
      this.#sendNext()
    })
  }

  open(line: Line): void {
    this.shut()
    this.#line = line
    this.#sendNext()
  }

  /** Nothing is sent until `open`. */
  shut(): void {
    this.#line = null
    for (const command of this.#queue) {
      command.cancel()
      command.state = 'unsent'
    }
  }

  /** Answers everything that waits, and whatever is still asked, with a refusal. */
  end(error: Rejection): void {
    this.shut()
    this.#ended = error
    const queue = this.#queue
    this.#queue = []
    for (const command of queue) command.giveUp(error)
  }

  #sendNext(): void {
    const line = this.#line
    for (const command of this.#queue.slice(0, WINDOW)) {
      // What comes after a command that is held waits for it, so that the order is kept.
      if (line === null || line !== this.#line || command.state === 'held') return
      if (command.state === 'sent') continue
      command.state = 'sent'
      command.cancel = command.send(line)
    }
  }
}
