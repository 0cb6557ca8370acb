import { upperGamma } from './gamma.ts'

// How far the faces of many dice are from turning up equally often, and what that means.

export interface ChiSquare {
  /** How many dice. */
  readonly count: number
  /** The sum of (found − expected)² / expected over all faces. */
  readonly statistic: number
  /** Degrees of freedom: one less than there are faces. */
  readonly df: number
  /** How often fair dice are as uneven as this, or more so. */
  readonly p: number
}

/** The chance that fair dice give this much or more; `df` from 1 on. */
export const chanceOf = (statistic: number, df: number): number => upperGamma(df / 2, statistic / 2)

/** `faces`: how often each face of one sort of die turned up, two faces at least. */
export function chiSquare(faces: readonly number[]): ChiSquare {
  const count = faces.reduce((sum, found) => sum + found, 0)
  const expected = count / faces.length
  const df = faces.length - 1
  const statistic =
    count === 0 ? 0 : faces.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0)
  return { count, statistic, df, p: chanceOf(statistic, df) }
}

/**
 * What a chi-square says in words: nothing with too few dice, and never that dice are fair. `oneIn`: fair dice are this
 * uneven, or this even, once in so many times.
 */
export type Reading =
  | { readonly kind: 'too few'; readonly enough: number }
  | { readonly kind: 'ordinary' }
  | {
      readonly kind: 'a little uneven' | 'uneven' | 'very uneven' | 'very even'
      readonly oneIn: number
    }

/** The rule of thumb for chi-square: each face has to be expected five times. */
const EXPECTED_AT_LEAST = 5

export function readingOf({ count, df, p }: ChiSquare): Reading {
  const enough = EXPECTED_AT_LEAST * (df + 1)
  if (count < enough) return { kind: 'too few', enough }
  if (p > 0.999) return { kind: 'very even', oneIn: oneIn(1 - p) }
  if (p > 0.05) return { kind: 'ordinary' }
  if (p > 0.01) return { kind: 'a little uneven', oneIn: oneIn(p) }
  if (p > 0.001) return { kind: 'uneven', oneIn: oneIn(p) }
  return { kind: 'very uneven', oneIn: oneIn(p) }
}

/** More than this nobody can imagine, nor can it be told apart from never. */
const ONE_IN_MAX = 1e9

/** Rounded to two digits, so that it does not say more than it knows. */
function oneIn(p: number): number {
  const times = Math.min(ONE_IN_MAX, 1 / p)
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(times)) - 1)
  return Math.round(times / unit) * unit
}
