import { describe, expect, it } from 'vitest'
import { Attempts, neighbourhood } from './attempts.ts'
import { LogInLimits } from './log-in-limits.ts'

const MINUTE = 60_000

describe('attempts', () => {
  it('[AC10] are stopped until the time is over that began with the first', () => {
    const attempts = new Attempts({ max: 2, withinMs: 1000 })
    attempts.note('a', 0)
    expect(attempts.waitFor('a', 10)).toBe(0)
    attempts.note('a', 10)
    expect(attempts.waitFor('a', 400)).toBe(600)
    expect(attempts.waitFor('b', 400)).toBe(0)
    expect(attempts.waitFor('a', 1000)).toBe(0)
    attempts.note('c', 1000)
    attempts.note('c', 1000)
    attempts.forgive('c')
    expect(attempts.waitFor('c', 1000)).toBe(0)
  })

  it('[AC10] of no more than so many keys are remembered', () => {
    const attempts = new Attempts({ max: 1, withinMs: 1000 })
    for (let key = 0; key < 60_000; key += 1) attempts.note(`${key}`, 0)
    expect(attempts.waitFor('59999', 1)).toBe(999)
    expect(attempts.waitFor('0', 1)).toBe(0)
  })

  it('[AC10] from one IPv6 network are one address’s', () => {
    expect(neighbourhood('2001:db8:0:1::7')).toBe('2001:db8:0:1')
    expect(neighbourhood('2001:0DB8:0000:0001:ffff:ffff:ffff:ffff')).toBe('2001:db8:0:1')
    expect(neighbourhood('2001:db8::7')).toBe('2001:db8:0:0')
    expect(neighbourhood('fe80::1%eth0')).toBe('fe80:0:0:0')
    expect(neighbourhood('::1')).toBe('0:0:0:0')
    expect(neighbourhood('::ffff:203.0.113.7')).toBe('203.0.113.7')
    expect(neighbourhood('203.0.113.7')).toBe('203.0.113.7')
    expect(neighbourhood('')).toBe('')
  })
})

describe('log-ins', () => {
  it('[AC10] are still open to the owner while many addresses guess at the name', () => {
    const limits = new LogInLimits({ signUpsPerHour: 1 })
    expect(limits.take('Ada', '198.51.100.1', 0)).toBe(0)
    limits.succeeded('Ada', '198.51.100.1', 0)
    for (let guess = 0; guess < 100; guess += 1) expect(limits.take('ADA', `203.0.113.${guess}`, 1)).toBe(0)
    expect(limits.take('Ada', '203.0.113.200', 2)).toBeGreaterThan(14 * MINUTE)
    expect(limits.take('Bo', '203.0.113.200', 2)).toBe(0)
    expect(limits.take('Ada', '198.51.100.1', 2)).toBe(0)
    expect(limits.take('Ada', '203.0.113.200', 16 * MINUTE)).toBe(0)
  })

  it('[AC10] are stopped for an address that tries many names', () => {
    const limits = new LogInLimits({ signUpsPerHour: 1 })
    for (let guess = 0; guess < 100; guess += 1)
      expect(limits.take(`name ${guess}x`, '203.0.113.7', 1)).toBe(0)
    expect(limits.take('Ada', '203.0.113.7', 2)).toBeGreaterThan(0)
    expect(limits.take('Ada', '203.0.113.8', 2)).toBe(0)
  })

  it('[AC10] count only what was wrong', () => {
    const limits = new LogInLimits({ signUpsPerHour: 1 })
    for (let at = 0; at < 500; at += 1) {
      expect(limits.take(`name ${at}x`, '203.0.113.7', at)).toBe(0)
      limits.succeeded(`name ${at}x`, '203.0.113.7', at)
    }
    for (let at = 0; at < 500; at += 1) {
      expect(limits.take('Ada', '203.0.113.7', at)).toBe(0)
      limits.notTried('Ada', '203.0.113.7', at)
    }
  })
})
