import { serve } from './serve.ts'

// Gives up a seat as soon as its connection is lost.
await serve({ config: real => ({ ...real, awayMs: 1 }) })
