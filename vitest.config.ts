import { defineConfig } from 'vitest/config'

const project = (name: string) => ({
  root: `packages/${name}`,
  test: {
    name,
    environment: 'node' as const,
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: [`${import.meta.dirname}/vitest.setup.ts`],
  },
})

export default defineConfig({
  test: { projects: [project('shared'), project('server'), project('client')] },
})
