import type { Hashes } from '@diceroom/shared/fairness/verdict.ts'
import { browserHashes } from '../hashes/browser-hashes.ts'
import { randomFraction } from './random.ts'

/** What the page needs of the world around it, so that tests can give it another one. */
export interface Environment {
  readonly clock: Clock
  readonly storage: Storage
  readonly hashes: Hashes
  /** Evenly from 0 up to 1, for jitter. */
  random(): number
  /** Whether the device has a network at all; says nothing about the server. */
  hasNetwork(): boolean
  /** Calls back when people come back to the page or turn away from it, and when the network comes or goes. */
  watch(listener: (change: Change) => void): void
  /** Loads the page again, once for each `reason` in the life of the tab; `false` if that has been done. */
  reloadOnce(reason: string): boolean
}

/** A page that is `hidden` may be ended at any time, without another word. */
export type Change = 'visible' | 'hidden' | 'network-up' | 'network-down'

export interface Clock {
  /** In ms, Unix epoch. */
  now(): number
  /** Runs something after so many ms, unless it is cancelled before. */
  after(ms: number, run: () => void): Cancel
}

export type Cancel = () => void

/** Strings that outlive the page where the browser allows it, and else live as long as the page. All tabs share them. */
export interface Storage {
  keys(): readonly string[]
  get(key: string): string | null
  set(key: string, value: string): void
  delete(key: string): void
}

export function browserEnvironment(): Environment {
  return {
    clock: systemClock,
    storage: remembering(forgiving(() => window.localStorage)),
    hashes: browserHashes(),
    random: randomFraction,
    hasNetwork: () => navigator.onLine,
    watch(listener) {
      const whenVisible = () => document.visibilityState === 'visible' && listener('visible')
      document.addEventListener('visibilitychange', () =>
        listener(document.visibilityState === 'visible' ? 'visible' : 'hidden'),
      )
      // A page that comes back from the back/forward cache was not hidden before.
      window.addEventListener('pageshow', whenVisible)
      window.addEventListener('pagehide', () => listener('hidden'))
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

export const systemClock: Clock = {
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
    keys: () => orNull(() => keysOf(storage())) ?? [],
    get: key => orNull(() => storage().getItem(key)),
    set: (key, value) => void orNull(() => storage().setItem(key, value)),
    delete: key => void orNull(() => storage().removeItem(key)),
  }
}

const keysOf = (storage: globalThis.Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at)).filter(key => key !== null)

/** What cannot be stored is kept for as long as the page lives. */
export function remembering(storage: Storage): Storage {
  const kept = new Map<string, string>()
  return {
    keys: () => [...new Set([...storage.keys(), ...kept.keys()])],
    get: key => kept.get(key) ?? storage.get(key),
    set(key, value) {
      storage.set(key, value)
      if (storage.get(key) === value) kept.delete(key)
      else kept.set(key, value)
    },
    delete(key) {
      kept.delete(key)
      storage.delete(key)
    },
  }
}
