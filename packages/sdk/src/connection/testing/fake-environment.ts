import type { Hashes } from '@diceroom/shared/fairness/verdict.ts'
import { nobleHashes } from '../../hashes/noble-hashes.ts'
import type { Cancel, Change, Clock, Environment, Storage } from '../environment.ts'

interface Timer {
  readonly at: number
  readonly run: () => void
}

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now = 1_000_000
  #timers: readonly Timer[] = []

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): Cancel {
    const timer = { at: this.#now + ms, run }
    this.#timers = [...this.#timers, timer].sort((a, b) => a.at - b.at)
    return () => {
      this.#timers = this.#timers.filter(other => other !== timer)
    }
  }

  /** How much waits to be run. */
  get waiting(): number {
    return this.#timers.length
  }

  /** Lets so much time pass, with all that happens in it. */
  async pass(ms: number): Promise<void> {
    await settled()
    const end = this.#now + ms
    for (let [next] = this.#timers; next && next.at <= end; [next] = this.#timers) {
      this.#timers = this.#timers.slice(1)
      this.#now = Math.max(this.#now, next.at)
      next.run()
      await settled()
    }
    this.#now = end
    await settled()
  }

  /** Time goes by while nothing runs, as on a device that sleeps. */
  sleep(ms: number): void {
    this.#now += ms
  }
}

/** After the promises that are ready now, and those that follow from them. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
}

export class FakeEnvironment implements Environment {
  readonly clock: FakeClock
  readonly stored: Map<string, string>
  storage: Storage = {
    keys: () => [...this.stored.keys()],
    get: (key: string) => this.stored.get(key) ?? null,
    set: (key: string, value: string) => void this.stored.set(key, value),
    delete: (key: string) => void this.stored.delete(key),
  }
  hashes: Hashes = nobleHashes
  readonly reloads: string[] = []
  network: 'up' | 'down' = 'up'
  readonly #listeners: ((change: Change) => void)[] = []

  constructor(clock = new FakeClock(), stored = new Map<string, string>()) {
    this.clock = clock
    this.stored = stored
  }

  random = () => 0.5
  hasNetwork = () => this.network === 'up'

  watch(listener: (change: Change) => void): void {
    this.#listeners.push(listener)
  }

  reloadOnce(reason: string): boolean {
    if (this.reloads.includes(reason)) return false
    this.reloads.push(reason)
    return true
  }

  comesBack(): void {
    this.#tell('visible')
  }

  turnsAway(): void {
    this.#tell('hidden')
  }

  turnNetwork(network: 'up' | 'down'): void {
    this.network = network
    this.#tell(network === 'up' ? 'network-up' : 'network-down')
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }
}
