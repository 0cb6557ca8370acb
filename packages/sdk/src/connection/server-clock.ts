import type { Clock } from './environment.ts'

/** So many of the latest times that were told are remembered: the heartbeats of a minute. */
const REMEMBERED = 12
/** A message that is later than this was not slow: this machine's clock has been set. */
const SET_ANEW_MS = 5_000

/** What the server's clock shows, from the times that it has told and the clock of this machine, which may be wrong. */
export class ServerClock {
  readonly #clock: Clock
  /** How far ahead of this machine's clock the server's was when its latest messages came. */
  #leads: readonly number[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The server has told its time: Unix epoch in ms. */
  heard(now: number): void {
    const lead = now - this.#clock.now()
    const isSetAnew = this.#leads.length > 0 && lead < this.#lead() - SET_ANEW_MS
    this.#leads = isSetAnew ? [lead] : [lead, ...this.#leads].slice(0, REMEMBERED)
  }

  /** Server time, Unix epoch in ms, late by as long as the quickest of the latest messages took to come here. */
  now(): number {
    return this.#clock.now() + this.#lead()
  }

  /** When a moment of server time is on this machine's clock. */
  here(moment: number): number {
    return moment - this.#lead()
  }

  /** Every message is late by its way; the one that came quickest knows best. */
  #lead(): number {
    return this.#leads.length === 0 ? 0 : Math.max(...this.#leads)
  }
}
