import type { Seat } from '../game.ts'
import { leastInChuiniu } from './chuiniu.ts'
import { mostCounted } from './counting.ts'
import { leastInPerudo } from './perudo.ts'
import type { BidMove, BidType, LiarsDiceState } from './state.ts'

// Which bids are legal. For each way to bid and each face they are a range of counts: from the least that raises what
// was bid before to the most that may be bid at all.

export const FACES = [1, 2, 3, 4, 5, 6] as const

/** The least count that whoever is to bid now may bid on a face in this way; infinite where none may be. */
const leastOf = (state: LiarsDiceState, type: BidType, face: number): number =>
  state.options.rules === 'perudo' ? leastInPerudo(state, type, face) : leastInChuiniu(state, type, face)

/** The most that may be bid now on any face. */
export function mostBid({ dice, options }: LiarsDiceState): number {
  const most = mostCounted(dice, options)
  return options.cap ? most : 2 * most
}

/** The counts, from `least` to `most`, that whoever is to bid now may bid on a face in this way; `null`: none at all. */
export function legalCounts(
  state: LiarsDiceState,
  type: BidType,
  face: number,
): { readonly least: number; readonly most: number } | null {
  const least = leastOf(state, type, face)
  const most = mostBid(state)
  return least <= most ? { least, most } : null
}

const isToBid = (state: LiarsDiceState, seat: Seat): boolean =>
  state.turn === seat && state.challenge === null

/** Whether a seat may make this bid now. */
export function mayBid(state: LiarsDiceState, seat: Seat, { type, count, face }: BidMove): boolean {
  const counts = isToBid(state, seat) ? legalCounts(state, type, face) : null
  return counts !== null && counts.least <= count && count <= counts.most
}

/** Bids are the same objects every time: there are hundreds of legal ones, and they are asked for at every turn. */
const bidMoves: BidMove[] = []

function bidMove(type: BidType, count: number, face: number): BidMove {
  const at = 12 * count + 2 * face + (type === 'zhai' ? 1 : 0)
  const known = bidMoves[at]
  if (known) return known
  const move: BidMove = Object.freeze({ type, count, face })
  bidMoves[at] = move
  return move
}

/** Every bid that a seat may make now. */
export function legalBids(state: LiarsDiceState, seat: Seat): readonly BidMove[] {
  if (!isToBid(state, seat)) return []
  const types: readonly BidType[] = state.options.rules === 'perudo' ? ['bid'] : ['bid', 'zhai']
  const moves: BidMove[] = []
  for (const type of types) {
    for (const face of FACES) {
      const { least, most } = legalCounts(state, type, face) ?? { least: 1, most: 0 }
      for (let count = least; count <= most; count += 1) moves.push(bidMove(type, count, face))
    }
  }
  return moves
}
