import { every, serve } from './serve.ts'

const isUnlucky = every(60)

// Now and then it writes a command down a second time.
await serve({
  store: real => ({
    ...real,
    async append(room, expectedSeq, events, beside) {
      const appended = await real.append(room, expectedSeq, events, beside)
      if (appended === 'conflict' || expectedSeq === 0 || !isUnlucky()) return appended
      const again = events.map(event => ({ ...event, seq: event.seq + events.length }))
      await real.append(room, expectedSeq + events.length, again)
      return appended
    },
  }),
})
