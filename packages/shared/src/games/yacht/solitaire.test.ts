import { describe, expect, it } from 'vitest'
import type { Scoring } from './sheet.ts'
import { solve } from './solitaire.ts'

const usual: Scoring = { sheet: 'standard', joker: 'forced', order: 'free' }

/** Some seconds of work, and many where the machine has others. */
const SOLVED_WITHIN_MS = 600_000

describe('a sheet alone, played as well as can be', () => {
  it(
    '[YA17] earns 254.587729 on average, with the joker forced',
    () => {
      expect(solve(usual).mean).toBeCloseTo(254.587_729, 6)
    },
    SOLVED_WITHIN_MS,
  )
  it('[YA17] earns 166.955 with twelve boxes', () => {
    expect(solve({ sheet: 'twelve', joker: 'none', order: 'free' }).mean).toBeCloseTo(166.955, 3)
  })
  // No figure of others goes with this one: it guards against a change.
  it('[YA17] earns 130.286 where boxes are filled from the top down', () => {
    expect(solve({ ...usual, order: 'down' }).mean).toBeCloseTo(130.286, 3)
  })
})
