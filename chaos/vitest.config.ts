import { defineConfig } from 'vitest/config'

// Apart from the other tests: they are started by `scripts/test.ts`, take minutes, and want the machine for themselves.
export default defineConfig({
  test: { root: import.meta.dirname, include: ['*.test.ts'], fileParallelism: false, testTimeout: 900_000 },
})
