import { browserHashes } from '../hashes/browser-hashes.ts'
import { browserEnvironment, type Environment, type Storage, systemClock } from './environment.ts'
import { randomFraction } from './random.ts'

/** What a program has around it, in a browser or not. Nothing loads a page again under a program's feet. */
export function anyEnvironment(storage?: Storage): Environment {
  const environment = globalThis.document === undefined ? bareEnvironment() : browserEnvironment()
  return { ...environment, storage: storage ?? environment.storage, reloadOnce: () => false }
}

/** Where there is no page: Node, workers. */
const bareEnvironment = (): Environment => ({
  clock: systemClock,
  storage: memoryStorage(),
  hashes: browserHashes(),
  random: randomFraction,
  hasNetwork: () => true,
  watch() {},
  reloadOnce: () => false,
})

/** Keeps things for as long as the program runs. */
export function memoryStorage(kept: Map<string, string> = new Map()): Storage {
  return {
    keys: () => [...kept.keys()],
    get: key => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    delete: key => void kept.delete(key),
  }
}
