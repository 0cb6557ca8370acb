import type { Cancel, Clock } from './environment.ts'

/** So long nothing may come before we ask; heartbeats come every 5 s where a room is open. */
const QUIET_MS = 12_000
/** How long the answer to such a question may take. */
const PROBE_MS = 4_000
/** Somebody came back to the page: after so much silence we ask at once, and wait shorter. */
const DOUBTFUL_MS = 6_000
const HURRIED_PROBE_MS = 2_000

/**
 * Finds out that a connection is dead although it looks open, as after a change of network or a sleep. Where there is
 * nothing to ask nobody waits for anything either, and the wire's own pings find out in their time.
 */
export class Watchdog {
  readonly #clock: Clock
  readonly #probe: () => 'asked' | 'nothing to ask'
  readonly #dead: () => void
  #heardAt = 0
  #stop: Cancel = () => {}

  constructor(bite: { clock: Clock; probe: () => 'asked' | 'nothing to ask'; dead: () => void }) {
    this.#clock = bite.clock
    this.#probe = bite.probe
    this.#dead = bite.dead
  }

  /** When something came last. */
  get heardAt(): number {
    return this.#heardAt
  }

  start(): void {
    this.heard()
    this.#rest(QUIET_MS)
  }

  stop(): void {
    this.#stop()
  }

  heard(): void {
    this.#heardAt = this.#clock.now()
  }

  /** Somebody waits: find out quickly. */
  hurry(): void {
    if (this.#silence() > DOUBTFUL_MS) this.#question(HURRIED_PROBE_MS)
  }

  #silence(): number {
    return this.#clock.now() - this.#heardAt
  }

  #rest(ms: number): void {
    this.#stop()
    this.#stop = this.#clock.after(ms, () => {
      const left = QUIET_MS - this.#silence()
      if (left > 0) this.#rest(left)
      else this.#question(PROBE_MS)
    })
  }

  #question(patience: number): void {
    const askedAt = this.#clock.now()
    const asked = this.#probe()
    if (asked === 'nothing to ask') {
      this.#rest(QUIET_MS)
      return
    }
    this.#stop()
    this.#stop = this.#clock.after(patience, () => {
      if (this.#heardAt >= askedAt) this.#rest(QUIET_MS)
      else this.#dead()
    })
  }
}
