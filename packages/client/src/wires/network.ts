import type { Client } from '@diceroom/sdk/connection/client.ts'
import type { HealingWire } from './healing-wire.ts'

/** Lets wires know what the browser, and the page's own connection, know of the way to the server, until the result is called. */
export function followNetwork(client: Client, wire: Pick<HealingWire, 'hurry' | 'drop'>): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const hurry = () => {
    if (!document.hidden) wire.hurry()
  }
  window.addEventListener('online', hurry, { signal })
  window.addEventListener('offline', () => wire.drop(), { signal })
  document.addEventListener('visibilitychange', hurry, { signal })
  // It asks now and then whether the server is still there, which these wires do not.
  const unsubscribe = client.status.subscribe(({ kind }, before) => {
    if (kind === before.kind) return
    if (kind === 'online') wire.hurry()
    if (kind === 'offline') wire.drop()
  })
  return () => {
    stop.abort()
    unsubscribe()
  }
}
