import { defineConfig } from 'vitest/config'

const project = (name: string) => ({
  root: `packages/${name}`,
  test: {
    name,
    environment: 'node' as const,
    include: ['src/**/*.test.{ts,tsx}'],
    // No test waits for time to pass; this only ends what hangs, on machines that are busy with other things too.
    testTimeout: 240_000,
    setupFiles: [`${import.meta.dirname}/vitest.setup.ts`],
  },
})

export default defineConfig({
  test: { projects: [project('shared'), project('server'), project('sdk'), project('client')] },
})
