import { every, serve } from './serve.ts'

const isUnlucky = every(60)

// Now and then it writes nothing, and says that it did.
await serve({
  store: real => ({
    ...real,
    async append(room, expectedSeq, events, beside) {
      return expectedSeq > 0 && isUnlucky() ? 'appended' : real.append(room, expectedSeq, events, beside)
    },
  }),
})
