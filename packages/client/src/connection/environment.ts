import { randomFraction } from './random.ts'

/** What the page needs of the world around it, so that tests can give it another one. */
export interface Environment {
  readonly clock: Clock
  readonly storage: Storage
  /** Evenly from 0 up to 1, for jitter. */
  random(): number
  /** Whether the device has a network at all; says nothing about the server. */
  hasNetwork(): boolean
  /** Calls back when people come back to the page, and when the network comes or goes. */
  watch(listener: (change: 'visible' | 'network-up' | 'network-down') => void): void
  /** Loads the page again, once for each `reason` in the life of the tab; `false` if that has been done. */
  reloadOnce(reason: string): boolean
}

export interface Clock {
  /** In ms, from any fixed point. */
  now(): number
  /** Runs something after so many ms, unless it is cancelled before. */
  after(ms: number, run: () => void): Cancel
}

export type Cancel = () => void

/** Strings that outlive the page, where the browser allows it. */
export interface Storage {
  get(key: string): string | null
  set(key: string, value: string): void
  delete(key: string): void
}

export function browserEnvironment(): Environment {
  return {
    clock: browserClock,
    storage: forgiving(() => window.localStorage),
    random: randomFraction,
    hasNetwork: () => navigator.onLine,
    watch(listener) {
      const whenVisible = () => document.visibilityState === 'visible' && listener('visible')
      document.addEventListener('visibilitychange', whenVisible)
      // A page that comes back from the back/forward cache was not hidden before.
      window.addEventListener('pageshow', whenVisible)
      window.addEventListener('online', () => listener('network-up'))
      window.addEventListener('offline', () => listener('network-down'))
    },
    reloadOnce(reason) {
      const session = forgiving(() => window.sessionStorage)
      if (session.get('diceroom.reloaded') === reason) return false
      session.set('diceroom.reloaded', reason)
      // Where nothing can be remembered, reloading would never end.
      if (session.get('diceroom.reloaded') !== reason) return false
      window.location.reload()
      return true
    },
  }
}

const browserClock: Clock = {
  // Goes on while the device sleeps, as `performance.now()` does not everywhere.
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Private windows, full disks and some settings make even looking at the storage throw. */
function forgiving(storage: () => globalThis.Storage): Storage {
  const orNull = <T>(access: () => T): T | null => {
    try {
      return access()
    } catch {
      return null
    }
  }
  return {
    get: key => orNull(() => storage().getItem(key)),
    set: (key, value) => void orNull(() => storage().setItem(key, value)),
    delete: key => void orNull(() => storage().removeItem(key)),
  }
}
