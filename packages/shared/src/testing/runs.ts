import fc from 'fast-check'

/** How many plays a law tries: `least`, or as many as were asked for (`RUNS`, in vitest.setup.ts). */
export const plays = (least: number): { numRuns: number } => ({
  numRuns: Math.max(least, fc.readConfigureGlobal()?.numRuns ?? 0),
})
