import type { HealingWire } from './healing-wire.ts'

/** Lets wires know what the browser knows of the network, until the result is called. */
export function followNetwork(wires: readonly HealingWire[]): () => void {
  const stop = new AbortController()
  const hurry = () => {
    if (!document.hidden) for (const wire of wires) wire.hurry()
  }
  const drop = () => {
    for (const wire of wires) wire.drop()
  }
  window.addEventListener('online', hurry, { signal: stop.signal })
  window.addEventListener('offline', drop, { signal: stop.signal })
  document.addEventListener('visibilitychange', hurry, { signal: stop.signal })
  return () => stop.abort()
}
