import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import { type ConnectionState, NotOpen, Refused } from './errors.ts'

/** An answer of the server, as it comes. */
export type Answered<Body> =
  | ({ readonly ok: true } & Body)
  | { readonly ok: false; readonly error: Rejection }

/**
 * What every request goes through: it is answered, refused by the server, or fails here. What was let through is sent
 * again over the next connection until it is answered, as the page does it; so it acts once, and is never lost in silence.
 */
export class Gate {
  readonly #whenNotOpen: 'fail' | 'wait'
  readonly #listeners = new Set<(state: ConnectionState) => void>()
  /** How those who wait for an answer are told that none will come. */
  readonly #waiting = new Set<(error: Error) => void>()
  #state: ConnectionState = 'connecting'
  #whenIdle: () => void = () => {}

  constructor(whenNotOpen: 'fail' | 'wait') {
    this.#whenNotOpen = whenNotOpen
  }

  get state(): ConnectionState {
    return this.#state
  }

  watch(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A state once left for `closing` or `closed` does not come back. */
  become(state: ConnectionState): void {
    if (ORDER[state] < ORDER[this.#state] || state === this.#state) return
    this.#state = state
    for (const listener of [...this.#listeners]) listener(state)
  }

  /** Throws where nothing may be sent now. */
  check(): void {
    const waits = this.#state === 'connecting' && this.#whenNotOpen === 'wait'
    if (this.#state !== 'open' && !waits) throw new NotOpen(this.#state)
  }

  async pass<Body>(ask: () => Promise<Answered<Body>>): Promise<Body> {
    this.check()
    const answer = await this.outstanding(ask())
    if (!answer.ok) throw new Refused(answer.error)
    return answer
  }

  /** What comes of `work`, unless the gate is shut before. */
  outstanding<Value>(work: Promise<Value>): Promise<Value> {
    if (this.#state === 'closed') return Promise.reject(new NotOpen('closed'))
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject)
      const done = () => {
        this.#waiting.delete(reject)
        if (this.#waiting.size === 0) this.#whenIdle()
      }
      work.finally(done).then(resolve, reject)
    })
  }

  /** When everything that was let through has come to its end. */
  idle(): Promise<void> {
    if (this.#waiting.size === 0) return Promise.resolve()
    return new Promise(resolve => {
      this.#whenIdle = resolve
    })
  }

  /** Lets nothing through any more, and fails what has not been answered. */
  shut(error: Error): void {
    this.become('closed')
    for (const reject of [...this.#waiting]) reject(error)
    this.#waiting.clear()
    this.#whenIdle()
  }
}

/** Between the first two it goes to and fro. */
const ORDER: Readonly<Record<ConnectionState, number>> = { connecting: 0, open: 0, closing: 1, closed: 2 }
