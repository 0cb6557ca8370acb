import { every, serve } from './serve.ts'

const isUnlucky = every(60)

// Now and then a die shows one less than it has to, on disk and to everybody alike.
await serve({
  store: real => ({
    ...real,
    append(room, expectedSeq, events, beside) {
      for (const event of events) {
        const faces = ('rolls' in event && event.rolls?.[0]?.faces) || []
        const [first = 1] = faces
        // In place: what is told follows from the same values.
        if (first > 1 && isUnlucky()) Object.assign(faces, [first - 1])
      }
      return real.append(room, expectedSeq, events, beside)
    },
  }),
})
