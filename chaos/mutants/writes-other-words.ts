import { every, serve } from './serve.ts'

const isUnlucky = every(60)

// Now and then it keeps another event than the one that it tells.
await serve({
  store: real => ({
    ...real,
    append(room, expectedSeq, events, beside) {
      const kept = isUnlucky() ? events.map(event => ({ ...event, at: event.at + 1 })) : events
      return real.append(room, expectedSeq, kept, beside)
    },
  }),
})
