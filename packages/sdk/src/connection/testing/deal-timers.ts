import { SEEDS_WITHIN_MS } from '@diceroom/shared/protocol/limits.ts'
import type { Cancel, Clock } from '../environment.ts'

/** Gives each deal that opens its time to be opened in. */
export class DealTimers {
  readonly #clock: Clock
  /** By room. */
  readonly #running = new Map<string, { readonly deal: number; readonly cancel: Cancel }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The deal that opens in a room now, if there is one, and what is done when its time is over. */
  look(room: string, deal: number | undefined, late: (deal: number) => void): void {
    const known = this.#running.get(room)
    if (known?.deal === deal) return
    known?.cancel()
    this.#running.delete(room)
    if (deal === undefined) return
    this.#running.set(room, { deal, cancel: this.#clock.after(SEEDS_WITHIN_MS, () => late(deal)) })
  }

  stop(): void {
    for (const { cancel } of this.#running.values()) cancel()
    this.#running.clear()
  }
}
