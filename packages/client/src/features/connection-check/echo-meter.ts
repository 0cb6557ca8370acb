import type { Watched } from '@diceroom/sdk/connection/connection.ts'
import type { Cancel } from '@diceroom/sdk/connection/environment.ts'
import { createStore } from 'zustand/vanilla'
import { HealingWire, type WireStatus, type WireWorld } from '../../wires/healing-wire.ts'

/** How long something took to the server and back, in ms; `null` if it did not come back. */
export type RoundTrip = number | null

interface EchoMeterParts {
  readonly world: WireWorld
  /** A clock of fine steps, in ms. */
  readonly now: () => number
}

/** How often something is sent, in ms. */
const EVERY_MS = 1_000
/** What has not come back by then does not count as coming any more. */
const PATIENCE_MS = 5_000
/** How many round trips are kept. */
const KEPT = 60

/** Measures the round trip by the echo of `/ws/`, once a second for as long as that is open. */
export class EchoMeter {
  readonly #clock: WireWorld['clock']
  readonly #now: () => number
  readonly #wire: HealingWire
  readonly #trips = createStore<readonly RoundTrip[]>(() => [])
  /** When what was sent and has not come back. */
  readonly #sent = new Map<string, number>()
  #count = 0
  #stopTimer: Cancel = () => {}

  constructor({ world, now }: EchoMeterParts) {
    this.#clock = world.clock
    this.#now = now
    this.#wire = new HealingWire('/ws/', { world, hear: text => this.#hear(text) })
    this.#wire.status.subscribe(status => this.#became(status))
  }

  /** The last of them, oldest first. */
  get trips(): Watched<readonly RoundTrip[]> {
    return this.#trips
  }

  get wire(): HealingWire {
    return this.#wire
  }

  close(): void {
    this.#wire.close()
  }

  #became(status: WireStatus): void {
    this.#stopTimer()
    if (status === 'open') {
      this.#send()
      return
    }
    for (const text of this.#sent.keys()) this.#settle(text, null)
  }

  #send(): void {
    const now = this.#now()
    for (const [text, at] of this.#sent) if (now - at >= PATIENCE_MS) this.#settle(text, null)
    this.#count += 1
    const text = `hello ${this.#count}`
    this.#sent.set(text, now)
    this.#wire.send(text)
    this.#stopTimer = this.#clock.after(EVERY_MS, () => this.#send())
  }

  #hear(text: string): void {
    const at = this.#sent.get(text)
    if (at !== undefined) this.#settle(text, this.#now() - at)
  }

  #settle(text: string, trip: RoundTrip): void {
    this.#sent.delete(text)
    this.#trips.setState([...this.#trips.getState(), trip].slice(-KEPT), true)
  }
}
