import type { Seat } from '../game.ts'
import { isWildInChuiniu } from './chuiniu.ts'
import { countHand } from './counting.ts'
import { isWildInPerudo } from './perudo.ts'
import { FACES, legalCounts } from './raises.ts'
import type { LiarsDiceMove, LiarsDiceState } from './state.ts'

/**
 * For a seat that does not answer: the lowest opening bid on the face that it has most of, wild ones among them (the
 * lowest face of several); else a call. It looks at no dice but the seat's own.
 */
export function timeoutMove(state: LiarsDiceState, seat: Seat): LiarsDiceMove {
  if (state.bids.length > 0) return { type: 'call' }
  const hand = state.hands[state.seats.indexOf(seat)] ?? []
  let best: { face: number; count: number; own: number } | null = null
  for (const face of FACES) {
    const counts = legalCounts(state, 'bid', face)
    const own = countHand(hand, { face, wild: isWild(state, face) }, state.options).count
    if (counts && (best === null || own > best.own)) best = { face, count: counts.least, own }
  }
  return best ? { type: 'bid', count: best.count, face: best.face } : { type: 'call' }
}

const isWild = (state: LiarsDiceState, face: number): boolean =>
  state.options.rules === 'perudo' ? isWildInPerudo(state, face) : isWildInChuiniu('bid', face)
