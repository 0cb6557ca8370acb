import { expect, it } from 'vitest'
import { RateLimit } from './rate-limit.ts'

const limit = { perSecond: 30, burst: 60 }

it('[WR13] lets through so many at once and so many per second, and closes on who goes on', () => {
  const bucket = new RateLimit(limit, 0)
  const verdicts = (count: number, now: number) => Array.from({ length: count }, () => bucket.take(now))
  expect(new Set(verdicts(60, 0))).toEqual(new Set(['pass']))
  expect(verdicts(2, 0)).toEqual(['refuse', 'refuse'])
  expect(verdicts(31, 1000).filter(verdict => verdict === 'pass')).toHaveLength(30)
  expect(verdicts(300, 1000).at(-1)).toBe('close')
})

it('[WR13] punishes nobody for a clock that is set back', () => {
  const bucket = new RateLimit(limit, 3_600_000)
  expect(bucket.take(0)).toBe('pass')
  for (let now = 0; now < 5000; now += 100) expect(bucket.take(now)).toBe('pass')
})
