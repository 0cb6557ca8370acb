import type { Cancel, Clock } from '@diceroom/sdk/connection/environment.ts'

interface AskingAgainParts {
  readonly clock: Clock
  readonly ask: () => Promise<void>
  /** How long to wait for more changes after one, in ms. */
  readonly soon: number
  /** How long at least from one question to the next, in ms. */
  readonly apart: () => number
}

/** Asks again when something has changed: soon, one question at a time, and never more often than it may. */
export class AskingAgain {
  readonly #parts: AskingAgainParts
  #state: 'idle' | 'due' | 'asking' | 'asking, and due' | 'stopped' = 'idle'
  #askedAt = Number.NEGATIVE_INFINITY
  #cancel: Cancel = () => {}

  constructor(parts: AskingAgainParts) {
    this.#parts = parts
  }

  changed(): void {
    if (this.#state === 'asking') this.#state = 'asking, and due'
    if (this.#state !== 'idle') return
    this.#state = 'due'
    const { clock, soon, apart } = this.#parts
    const wait = Math.max(soon, this.#askedAt + apart() - clock.now())
    this.#cancel = clock.after(wait, () => this.#ask())
  }

  stop(): void {
    this.#cancel()
    this.#state = 'stopped'
  }

  async #ask(): Promise<void> {
    this.#state = 'asking'
    this.#askedAt = this.#parts.clock.now()
    await this.#parts.ask()
    this.#asked()
  }

  #asked(): void {
    if (this.#state === 'stopped') return
    const isDue = this.#state === 'asking, and due'
    this.#state = 'idle'
    if (isDue) this.changed()
  }
}
