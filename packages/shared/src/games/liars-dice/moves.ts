import { type Refusal, refuse } from '../../protocol/rejections.ts'
import type { Seat } from '../game.ts'
import { legalBids, legalCounts, mayBid, mostBid } from './raises.ts'
import type { Bid, BidMove, LiarsDiceMove, LiarsDiceState } from './state.ts'
import { alive } from './table.ts'

// What a seat may do now.

/** Every legal move of a seat. */
export const legalMoves = (state: LiarsDiceState, seat: Seat): readonly LiarsDiceMove[] => [
  ...legalBids(state, seat),
  ...otherMoves(state, seat),
]

/** Whether a move is one of the legal ones. */
export function mayMove(state: LiarsDiceState, seat: Seat, move: LiarsDiceMove): boolean {
  if (move.type === 'bid' || move.type === 'zhai') return mayBid(state, seat, move)
  const target = move.type === 'challenge' ? move.seat : null
  return otherMoves(state, seat).some(
    other => other.type === move.type && (other.type !== 'challenge' || other.seat === target),
  )
}

type OtherMove = Exclude<LiarsDiceMove, BidMove>

function otherMoves(state: LiarsDiceState, seat: Seat): readonly OtherMove[] {
  if (state.turn === null) return []
  if (state.challenge) return state.turn === seat ? [{ type: 'counter' }, { type: 'call' }] : []
  const moves: OtherMove[] = []
  if (state.turn === seat && state.bids.length > 0) moves.push({ type: 'call' })
  if (mayCallExact(state, seat)) moves.push({ type: 'exact' })
  for (const bid of challengeable(state, seat)) moves.push({ type: 'challenge', seat: bid.seat })
  return moves
}

/** Never with two players left, and never of one's own bid. */
function mayCallExact(state: LiarsDiceState, seat: Seat): boolean {
  const { options, turn } = state
  const last = state.bids.at(-1)
  if (options.rules !== 'perudo' || options.exact === 'off' || !last || last.seat === seat) return false
  const players = alive(state)
  return players.length > 2 && (options.exact === 'anyone' ? players.includes(seat) : turn === seat)
}

/** In 吹牛, each player's last bid of this round, the latest first; but who has bid since has accepted what was bid before. */
function challengeable({ options, seats, bids }: LiarsDiceState, seat: Seat): readonly Bid[] {
  if (options.rules !== 'chuiniu' || !seats.includes(seat)) return []
  const since = bids.slice(bids.findLastIndex(bid => bid.seat === seat) + 1).toReversed()
  return since.filter((bid, at) => since.findIndex(({ seat }) => seat === bid.seat) === at)
}

/** Why a move is refused that is not legal. */
export function whyNot(state: LiarsDiceState, seat: Seat, move: LiarsDiceMove): Refusal {
  if (state.turn === null) return refuse('not_playing', 'No round is being played.')
  const isOfAnyone = move.type === 'challenge' || (move.type === 'exact' && state.options.exact === 'anyone')
  if (state.turn !== seat && !isOfAnyone) {
    return refuse('not_your_turn', `It is the turn of seat ${state.turn}.`)
  }
  if (state.challenge) return refuse('illegal_move', 'Whoever is challenged counters or calls.')
  if (move.type === 'bid' || move.type === 'zhai') return refuse('illegal_move', whyNoBid(state, move))
  if (move.type === 'challenge')
    return refuse('illegal_move', `There is nothing to challenge of seat ${move.seat}.`)
  return refuse('illegal_move', `There is no ${move.type} now.`)
}

function whyNoBid(state: LiarsDiceState, { type, face }: BidMove): string {
  const counts = legalCounts(state, type, face)
  if (counts) return `A ${type} on ${face} is from ${counts.least} to ${counts.most} now.`
  return `There is no ${type} on ${face} now; the most is ${mostBid(state)} of a face.`
}
