import { setTimeout as delay } from 'node:timers/promises'
import { serve } from './serve.ts'

/** How long it takes from one half to the other. */
const BETWEEN_MS = 20

// Writes the events of one append one after the other, so that a kill may come between them.
await serve({
  store: real => ({
    ...real,
    async append(room, expectedSeq, events, beside) {
      const [first, ...rest] = events
      if (first === undefined) return 'appended'
      const appended = await real.append(room, expectedSeq, [first], beside)
      if (appended === 'conflict' || rest.length === 0) return appended
      await delay(BETWEEN_MS)
      return real.append(room, expectedSeq + 1, rest)
    },
  }),
})
