import type { Watched } from '@diceroom/sdk/connection/connection.ts'
import type { Cancel } from '@diceroom/sdk/connection/environment.ts'
import { createStore } from 'zustand/vanilla'
import type { WireWorld } from '../../wires/healing-wire.ts'
import type { PlainWire } from '../../wires/plain-wire.ts'

/** How many messages the server pushes, and how far apart it sends them, in ms. */
export const PUSHES = 10
export const PUSH_EVERY_MS = 500

export interface Pushed {
  readonly state: 'opening' | 'arriving' | 'done' | 'broken'
  /** When each came, in ms since the first. */
  readonly arrived: readonly number[]
}

interface PushRunParts {
  readonly world: WireWorld
  /** A clock of fine steps, in ms. */
  readonly now: () => number
}

/** Later than this it does not count as coming any more, in ms. */
const PATIENCE_MS = 15_000
const CLOSED_IN_ORDER = 1000

/** Lets the server push what it pushes by `/ws/stream/`, once; it closes the wire itself when it is done. */
export class PushRun {
  readonly #now: () => number
  readonly #wire: PlainWire
  readonly #cancel: Cancel
  readonly #pushed = createStore<Pushed>(() => ({ state: 'opening', arrived: [] }))
  #first = 0

  constructor({ world, now }: PushRunParts) {
    this.#now = now
    this.#wire = world.open('/ws/stream/', {
      opened: () => this.#wire.send('{"hello":"server"}'),
      text: () => this.#arrived(),
      closed: code => this.#closed(code),
    })
    this.#cancel = world.clock.after(PATIENCE_MS, () => {
      this.#wire.close()
      this.#closed(0)
    })
  }

  get pushed(): Watched<Pushed> {
    return this.#pushed
  }

  close(): void {
    this.#cancel()
    this.#wire.close()
  }

  #arrived(): void {
    const { arrived } = this.#pushed.getState()
    const now = this.#now()
    if (arrived.length === 0) this.#first = now
    this.#pushed.setState({ state: 'arriving', arrived: [...arrived, now - this.#first] })
  }

  #closed(code: number): void {
    this.#cancel()
    const isWhole = code === CLOSED_IN_ORDER && this.#pushed.getState().arrived.length === PUSHES
    this.#pushed.setState({ state: isWhole ? 'done' : 'broken' })
  }
}
