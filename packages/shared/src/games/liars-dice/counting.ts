import type { Bid, HandKind, LiarsDiceOptions } from './state.ts'

// How many dice a hand has for a bid.

/** 单骰 and 围骰 are of whole hands of five; smaller ones are too often alike or all different. */
export const WHOLE_HAND = 5

/** What a hand adds as a whole, beside its dice, by its kind. */
export const BONUS: Readonly<Record<HandKind, number>> = { plain: 0, singles: 0, alike: 1, natural: 2 }

/** How a hand counts for a bid. */
export interface HandCount {
  readonly kind: HandKind
  /** Which of its dice count: indices, ascending. */
  readonly counted: readonly number[]
  /** How many there are, with what the hand adds as a whole. */
  readonly count: number
}

type Asked = Pick<Bid, 'face' | 'wild'>

/** Counts a hand (faces from 1 to 6, in any number) for a bid, as these options have it. */
export function countHand(hand: readonly number[], asked: Asked, options: LiarsDiceOptions): HandCount {
  const counted = [...hand.keys()].filter(at => counts(hand[at], asked))
  const kind = options.rules === 'chuiniu' ? kindOf(hand, counted.length, asked, options) : 'plain'
  if (kind === 'singles') return { kind, counted: [], count: 0 }
  return { kind, counted, count: counted.length + BONUS[kind] }
}

const counts = (face: number | undefined, asked: Asked): boolean =>
  face === asked.face || (asked.wild && face === 1)

function kindOf(
  hand: readonly number[],
  counted: number,
  { face }: Asked,
  { singles, alike }: LiarsDiceOptions,
): HandKind {
  if (hand.length < WHOLE_HAND) return 'plain'
  if (singles && new Set(hand).size === hand.length) return 'singles'
  if (alike === 'off' || counted < hand.length) return 'plain'
  return alike === 'two' && hand.every(one => one === face) ? 'natural' : 'alike'
}

/** The most that hands of so many dice each can count for a bid. */
export function mostCounted(dice: readonly number[], { rules, alike }: LiarsDiceOptions): number {
  const bonus = rules === 'perudo' || alike === 'off' ? 0 : BONUS[alike === 'two' ? 'natural' : 'alike']
  return dice.reduce((most, count) => most + count + (count >= WHOLE_HAND ? bonus : 0), 0)
}

/** The chance that of `dice` unknown ones at least `least` count, by itself for each die `chance`. */
export function chanceOfAtLeast(dice: number, least: number, chance: number): number {
  let total = 0
  for (let count = Math.max(0, least); count <= dice; count += 1) total += chanceOf(dice, count, chance)
  return Math.min(1, total)
}

/** The chance that of `dice` unknown ones exactly `count` count: the binomial distribution. */
export function chanceOf(dice: number, count: number, chance: number): number {
  if (count < 0 || count > dice) return 0
  let ways = 1
  for (let at = 1; at <= count; at += 1) ways = (ways * (dice - count + at)) / at
  return ways * chance ** count * (1 - chance) ** (dice - count)
}
