import { expect, it } from 'vitest'
import { countingSteps, stepMs } from './counting-steps.ts'

it('[PG193] dice are counted one after the other, hand by hand', () => {
  expect(countingSteps({ counted: [[1, 3], [], [0]], kinds: ['plain', 'plain', 'plain'] })).toEqual([
    { kind: 'die', hand: 0, die: 1, count: 1 },
    { kind: 'die', hand: 0, die: 3, count: 2 },
    { kind: 'die', hand: 2, die: 0, count: 3 },
  ])
})
it('[PG193] what a hand adds as a whole is counted after its dice', () => {
  const steps = countingSteps({ counted: [[0, 1, 2, 3, 4], []], kinds: ['natural', 'singles'] })
  expect(steps.slice(-2)).toEqual([
    { kind: 'die', hand: 0, die: 4, count: 5 },
    { kind: 'bonus', hand: 0, count: 7 },
  ])
})
it('[PG193] a count takes three seconds or little more, however many dice there are', () => {
  for (const steps of [1, 5, 12, 25]) expect(stepMs(steps) * steps).toBeLessThanOrEqual(3_000)
  expect(stepMs(50) * 50).toBeLessThanOrEqual(6_000)
})
