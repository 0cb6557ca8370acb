import { REASONS, type ReasonCode } from '@diceroom/shared/fairness/reasons.ts'
import type { Verdict } from '@diceroom/shared/fairness/verdict.ts'
import { describe, expect, it } from 'vitest'
import { STEPS, stepOf, stepStates } from './steps.ts'

const verdict = (code: ReasonCode | null): Verdict => ({
  verdict: code ? 'no' : 'finished',
  reason: code && { code, params: {}, sentence: '' },
  warnings: [],
  room: null,
  lastSeq: 0,
  chains: [],
  deals: [],
  rolls: [],
  games: [],
  missing: 0,
  replayedTo: 0,
})

const statesOf = (code: ReasonCode | null) => {
  const states = stepStates(verdict(code))
  return STEPS.map(step => states[step])
}

describe('the steps of a check', () => {
  it('wait, and then hold', () => {
    expect(new Set(Object.values(stepStates(null)))).toEqual(new Set(['waiting']))
    expect(new Set(statesOf(null))).toEqual(new Set(['yes']))
  })

  it('do not claim to hold where the check has stopped before', () => {
    expect(statesOf('event_missing')).toEqual(['no', 'open', 'open', 'open', 'open', 'open'])
    expect(statesOf('seed_not_sealed')).toEqual(['yes', 'open', 'no', 'open', 'open', 'open'])
    expect(statesOf('wrong_faces')).toEqual(['yes', 'open', 'open', 'no', 'open', 'open'])
    expect(statesOf('outcome_wrong')).toEqual(['yes', 'yes', 'yes', 'yes', 'no', 'open'])
    expect(statesOf('seen_further')).toEqual(['yes', 'yes', 'yes', 'yes', 'yes', 'no'])
  })

  it('have one that fails for every reason', () => {
    for (const code of Object.keys(REASONS)) {
      const known = Object.keys(REASONS).find((other): other is ReasonCode => other === code)
      if (known) expect(stepStates(verdict(known))[stepOf(known)]).toBe('no')
    }
  })
})
