import { afterEach, expect, it, vi } from 'vitest'
import { stepsToEnd } from '../../testing/markov.ts'
import { raceChain } from '../../testing/race-chain.ts'

// The same rules on a board without ladders and slides: a sum that can be done by other means.

afterEach(() => {
  vi.doUnmock('./board.ts')
  vi.resetModules()
})

it.each([
  { last: 20, finish: 'stay', mean: 10.476469 },
  { last: 20, finish: 'bounce', mean: 10.476469 },
  { last: 20, finish: 'overshoot', mean: 6.190195 },
  { last: 100, finish: 'stay', mean: 33.333333 },
  { last: 100, finish: 'bounce', mean: 33.333333 },
  { last: 100, finish: 'overshoot', mean: 29.047619 },
] as const)('[RA14] takes $mean rolls to square $last with $finish', async ({ last, finish, mean }) => {
  vi.doMock('./board.ts', () => ({ LAST_SQUARE: last, SHORTCUTS: new Map() }))
  const { race } = await import('./rules.ts')
  expect(stepsToEnd(raceChain(race, { finish }), 0).mean).toBeCloseTo(mean, 5)
})
