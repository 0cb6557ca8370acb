import type { BidType, LiarsDiceState, Reveal } from './state.ts'

// 吹牛 (大话骰): nobody loses dice; who loses a round drinks, and who has had the fewest drinks at the end wins.

/** 2 < 3 < 4 < 5 < 6 < 1 */
const rankOf = (face: number): number => (face === 1 ? 7 : face)

/** The least count that a round opens with. */
export function leastOpening({ seats, options: { opening } }: LiarsDiceState): number {
  if (opening === 'any') return 1
  return opening === 'players' ? seats.length : Math.ceil(1.5 * seats.length)
}

/** The least count of a bid without wild ones: one for each player. */
const leastZhai = ({ seats }: LiarsDiceState): number => seats.length

/**
 * The least count that raises what was bid before on this face; infinite where the face may not be bid so now. Ones are
 * wild until somebody bids without wild ones, which every bid on ones is; from then on only 飞, a bid of twice the count,
 * makes them wild again. Ones are always said with `bid`.
 */
export function leastInChuiniu(state: LiarsDiceState, type: BidType, face: number): number {
  const isPure = !isWildInChuiniu(type, face)
  if (type === 'zhai' && face === 1) return Number.POSITIVE_INFINITY
  const last = state.bids.at(-1)
  if (!last) return isPure ? leastZhai(state) : leastOpening(state)
  if (!isPure && !last.wild) return 2 * last.count
  // The same count of the same face is more where ones are wild no longer.
  const isHigher = rankOf(face) > rankOf(last.face) || (isPure && last.wild && face === last.face)
  const least = isHigher ? last.count : last.count + 1
  return isPure ? Math.max(least, leastZhai(state)) : least
}

/** Whether ones are wild in such a bid. */
export const isWildInChuiniu = (type: BidType, face: number): boolean => type === 'bid' && face !== 1

const STAKES = { call: 1, exact: 1, challenge: 2, counter: 4 } as const satisfies Record<
  Reveal['how'],
  number
>

type Cost = Pick<Reveal, 'right' | 'changes' | 'dice' | 'drinks' | 'out' | 'next' | 'palifico'>

/** What a round costs in which `by` doubted `bid`, and so many dice counted for it. */
export function costInChuiniu(
  state: LiarsDiceState,
  { how, by, bid, count }: Pick<Reveal, 'how' | 'by' | 'bid' | 'count'>,
): Cost {
  const { seats, dice, options } = state
  const right = count < bid.count
  const seat = right ? bid.seat : by
  const isWide = options.wide && (bid.count > 2 * count || count > 2 * bid.count)
  const taken = STAKES[how] * (isWide ? 2 : 1)
  const drinks = state.drinks.map((had, at) => (seats[at] === seat ? had + taken : had))
  return {
    right,
    changes: [{ seat, dice: 0, drinks: taken }],
    dice,
    drinks,
    out: null,
    next: isFull(drinks, options.drinks) ? null : seat,
    palifico: false,
  }
}

/** Whether somebody has had so many drinks that the game is over. */
export const isFull = (drinks: readonly number[], limit: number): boolean => drinks.some(had => had >= limit)
