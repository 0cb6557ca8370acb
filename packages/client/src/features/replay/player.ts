import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Stop } from './stops.ts'

export const SPEEDS = [0.5, 1, 2, 4] as const
export type Speed = (typeof SPEEDS)[number]

/** How long a stop is looked at when everything has landed, at the ordinary speed. */
export const LOOK_MS = 1_500

export interface Playing {
  /** The stop that is shown, or that the dice in the air lead to. */
  readonly at: number
  /** How many of its throws have landed. */
  readonly landed: number
  readonly motion: 'paused' | 'playing'
  readonly speed: Speed
  /** How often the replay has gone anywhere but to the next stop: what is shown then lies there, and is not thrown. */
  readonly jumps: number
}

/** Steps through the stops of a replay, by hand or by itself. The next stop is never gone to by itself while dice are in the air. */
export class ReplayPlayer {
  readonly #stops: readonly Pick<Stop, 'throws'>[]
  readonly #state: StoreApi<Playing>
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param at the stop to begin with; the nearest that there is */
  constructor(stops: readonly Pick<Stop, 'throws'>[], at: number) {
    this.#stops = stops
    const first = this.#nearest(at)
    this.#state = createStore<Playing>(() => ({
      at: first,
      landed: this.#throwsTo(first),
      motion: 'paused',
      speed: 1,
      jumps: 0,
    }))
  }

  get state(): Pick<StoreApi<Playing>, 'getState' | 'getInitialState' | 'subscribe'> {
    return this.#state
  }

  get last(): number {
    return this.#stops.length - 1
  }

  /** To the next stop, with its dice thrown; dice that are in the air have landed then. */
  forward(): void {
    const { at } = this.#state.getState()
    if (at < this.last) this.#become({ at: at + 1, landed: 0 })
    else this.#become({ landed: this.#throwsTo(at) })
  }

  back(): void {
    this.jump(this.#state.getState().at - 1)
  }

  /** To any stop, at once. */
  jump(to: number): void {
    const at = this.#nearest(to)
    this.#become({ at, landed: this.#throwsTo(at), jumps: this.#state.getState().jumps + 1 })
  }

  /** The next stop comes at once; from the end it begins anew. */
  play(): void {
    const { at, landed } = this.#state.getState()
    if (at === this.last) this.jump(0)
    else if (landed === this.#throwsTo(at)) this.forward()
    this.#become({ motion: 'playing' })
  }

  pause(): void {
    this.#become({ motion: 'paused' })
  }

  toggle(): void {
    if (this.#state.getState().motion === 'playing') this.pause()
    else this.play()
  }

  setSpeed(speed: Speed): void {
    this.#become({ speed })
  }

  /** The dice of a throw have come to rest. */
  landed(key: string): void {
    const { at, landed } = this.#state.getState()
    if (this.#stops[at]?.throws[landed]?.key === key) this.#become({ landed: landed + 1 })
  }

  #become(change: Partial<Playing>): void {
    const next = { ...this.#state.getState(), ...change }
    const hasLanded = next.landed === this.#throwsTo(next.at)
    const isOver = next.at === this.last && hasLanded
    this.#state.setState(isOver ? { ...next, motion: 'paused' } : next)
    clearTimeout(this.#timer)
    if (isOver || next.motion === 'paused' || !hasLanded) return
    this.#timer = setTimeout(() => this.forward(), LOOK_MS / next.speed)
  }

  #nearest(at: number): number {
    return Number.isInteger(at) ? Math.max(0, Math.min(at, this.last)) : 0
  }

  #throwsTo(at: number): number {
    return this.#stops[at]?.throws.length ?? 0
  }
}
