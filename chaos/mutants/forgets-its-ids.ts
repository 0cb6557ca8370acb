import { serve } from './serve.ts'

// After a restart it does not know any more which commands it has done.
await serve({
  store: real => ({
    ...real,
    async load(room) {
      const stored = await real.load(room)
      if (stored === null) return null
      const events = stored.events.map(({ cmd: _, ...event }) => event)
      const body = stored.snapshot && JSON.stringify({ ...JSON.parse(stored.snapshot.body), answered: [] })
      return { ...stored, events, snapshot: stored.snapshot && body ? { ...stored.snapshot, body } : null }
    },
  }),
})
