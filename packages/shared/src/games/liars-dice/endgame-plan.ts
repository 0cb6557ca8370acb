import { legalCounts } from './raises.ts'
import { liarsDice } from './rules.ts'
import type { LiarsDiceOptions } from './state.ts'

// What can be bid and held in a round of two players of Perudo.

export interface BidOn {
  readonly count: number
  readonly face: number
}

/** Bids on so many dice in all, and what may follow what. */
export interface Plan {
  /** A bid comes after all that it may follow. */
  readonly bids: readonly BidOn[]
  /** Which bids may follow a bid, as indices; those that may open come last. */
  readonly raises: readonly (readonly number[])[]
}

/** Ones stand above the sixes of twice as many dice. */
const orderOf = ({ count, face }: BidOn): number => (face === 1 ? 20 * count + 7 : 10 * count + face)

/** What two players may bid who have so many dice together. */
export function planFor(dice: number, options: LiarsDiceOptions): Plan {
  const empty = { ...liarsDice.setup([0, 1], options, 0), dice: [dice - 1, 1], turn: 0 }
  const bids = Array.from({ length: 6 * dice }, (_, at) => ({
    count: Math.floor(at / 6) + 1,
    face: (at % 6) + 1,
  })).sort((a, b) => orderOf(a) - orderOf(b))
  const raises = [...bids, null].map(last => {
    const before = last ? [{ ...last, seat: 1, wild: last.face !== 1 }] : []
    return bids.flatMap(({ count, face }, at) => {
      const counts = legalCounts({ ...empty, bids: before }, 'bid', face)
      return counts && counts.least <= count ? [at] : []
    })
  })
  return { bids, raises }
}

/** A hand as a key: its faces, ascending. */
export const keyOf = (hand: readonly number[]): string => hand.toSorted((a, b) => a - b).join('')

/** All hands of so many dice, each with its faces ascending. */
export function handsOf(dice: number): readonly (readonly number[])[] {
  if (dice === 0) return [[]]
  return handsOf(dice - 1).flatMap(hand =>
    [1, 2, 3, 4, 5, 6].filter(face => face >= (hand.at(-1) ?? 1)).map(face => [...hand, face]),
  )
}
