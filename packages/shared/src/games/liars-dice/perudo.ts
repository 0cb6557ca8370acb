import type { Seat } from '../game.ts'
import type { Bid, BidType, LiarsDiceState, Reveal } from './state.ts'
import { alive, diceOf, nextAlive } from './table.ts'

// Perudo: ones are wild, who loses a round loses a die, and the last one with dice wins.

/** The least count that raises what was bid before on this face; infinite where the face may not be bid now. */
export function leastInPerudo(state: LiarsDiceState, type: BidType, face: number): number {
  if (type === 'zhai') return Number.POSITIVE_INFINITY
  const last = state.bids.at(-1)
  if (state.palifico) return leastInPalifico(state, last, face)
  if (!last) return face === 1 ? Number.POSITIVE_INFINITY : 1
  if (last.face === 1) return face === 1 ? last.count + 1 : 2 * last.count + 1
  if (face === 1) return Math.ceil(last.count / 2)
  if (face > last.face) return last.count
  return face < last.face && state.options.strict ? Number.POSITIVE_INFINITY : last.count + 1
}

/** In a palifico round only who has one die may go to another face. Ones are the lowest. */
function leastInPalifico(state: LiarsDiceState, last: Bid | undefined, face: number): number {
  if (!last) return 1
  if (face === last.face) return last.count + 1
  if (state.turn === null || diceOf(state, state.turn) !== 1) return Number.POSITIVE_INFINITY
  return face > last.face ? last.count : last.count + 1
}

/** Whether ones are wild in a bid on this face. */
export const isWildInPerudo = ({ palifico }: LiarsDiceState, face: number): boolean => !palifico && face !== 1

type Cost = Pick<Reveal, 'right' | 'changes' | 'dice' | 'drinks' | 'out' | 'next' | 'palifico'>

/** What a round costs in which `by` doubted `bid`, or called it exact, and so many dice counted for it. */
export function costInPerudo(
  state: LiarsDiceState,
  { how, by, bid, count }: Pick<Reveal, 'how' | 'by' | 'bid' | 'count'>,
): Cost {
  const right = how === 'exact' ? count === bid.count : count < bid.count
  const seat = how === 'exact' || !right ? by : bid.seat
  const change = how === 'exact' && right ? regained(state, by) : -lost(state, seat, { how, bid, count })
  const dice = state.dice.map((had, at) => (state.seats[at] === seat ? had + change : had))
  const after = { ...state, dice }
  const left = diceOf(after, seat)
  const players = alive(after).length
  return {
    right,
    changes: change === 0 ? [] : [{ seat, dice: change, drinks: 0 }],
    dice,
    drinks: state.drinks,
    out: left === 0 ? seat : null,
    next: players === 1 ? null : left === 0 ? nextAlive(after, seat) : seat,
    palifico:
      state.options.palifico && change < 0 && left === 1 && players > 2 && !state.hadPalifico.includes(seat),
  }
}

/** Nobody has more dice than they began with. */
const regained = (state: LiarsDiceState, seat: Seat): number =>
  diceOf(state, seat) < state.options.dice ? 1 : 0

function lost(
  state: LiarsDiceState,
  seat: Seat,
  { how, bid, count }: Pick<Reveal, 'how' | 'bid' | 'count'>,
): number {
  const isByDifference = how === 'call' && state.options.loss === 'difference'
  const difference = isByDifference ? Math.max(1, Math.abs(count - bid.count)) : 1
  return Math.min(difference, diceOf(state, seat))
}
