import { serve } from './serve.ts'

/** How long it takes until what was told is written. */
const LATE_MS = 30

// Broadcasts and acknowledges what is not on disk yet.
await serve({
  store: real => ({
    ...real,
    async append(room, expectedSeq, events, beside) {
      // Whoever makes a room looks for it at once.
      if (expectedSeq === 0) return real.append(room, expectedSeq, events, beside)
      setTimeout(() => real.append(room, expectedSeq, events, beside).catch(() => {}), LATE_MS)
      return 'appended'
    },
  }),
})
