import { liarsDice } from '@diceroom/shared/games/liars-dice/rules.ts'
import type { Bid, LiarsDiceState } from '@diceroom/shared/games/liars-dice/state.ts'
import { expect, it } from 'vitest'
import { canBid, countsOf, moveOf, pickedBid, raisesOf } from './picked.ts'

/** Three players with five dice each, in a round with these bids; seat 0 is to act. */
function table(wish: object, ...bids: readonly Bid[]): LiarsDiceState {
  const state = liarsDice.setup([0, 1, 2], liarsDice.options.parse(wish), 0)
  return { ...state, round: 1, turn: 0, bids, hands: [[1, 2, 3, 4, 5], null, null] }
}
const bid = (count: number, face: number, wild = true): Bid => ({ seat: 2, count, face, wild })
const raises = (state: LiarsDiceState) => raisesOf(liarsDice.legalMoves(state, 0))

it('[PG191] the bid at hand is the least that raises the last one on its face', () => {
  const state = table({}, bid(3, 4))
  expect(pickedBid(raises(state), null, state.bids.at(-1))).toEqual({ type: 'bid', count: 4, face: 4 })
})

it('[PG191] the bid at hand opens a round with one die', () => {
  const state = table({})
  expect(pickedBid(raises(state), null, undefined)).toEqual({ type: 'bid', count: 1, face: 2 })
  expect(countsOf(raises(state), { type: 'bid', face: 1 })).toBeNull()
})

it('[PG191] a wish that is not legal becomes the nearest one that is', () => {
  const all = raises(table({}, bid(3, 4)))
  const last = bid(3, 4)
  expect(pickedBid(all, { type: 'bid', count: 1, face: 5 }, last)).toEqual({ type: 'bid', count: 3, face: 5 })
  expect(pickedBid(all, { type: 'bid', count: 99, face: 1 }, last)).toEqual({
    type: 'bid',
    count: 15,
    face: 1,
  })
})

it('[PG191] a face that cannot be bid is left for one that can', () => {
  const all = raises(table({ strict: true }, bid(3, 4)))
  expect(pickedBid(all, { type: 'bid', count: 5, face: 2 }, bid(3, 4))).toEqual({
    type: 'bid',
    count: 4,
    face: 4,
  })
})

it('[PG191] there is nothing to bid above the highest bid', () => {
  const state = table({}, bid(15, 1, false))
  expect(pickedBid(raises(state), null, bid(15, 1, false))).toBeNull()
})

it('[PG191] 斋 goes on until somebody flies, and ones are said plainly', () => {
  const last = bid(4, 3, false)
  const all = raises(table({ rules: 'chuiniu' }, last))
  expect(canBid(all, 'zhai')).toBe(true)
  expect(pickedBid(all, null, last)).toEqual({ type: 'zhai', count: 5, face: 3 })
  expect(pickedBid(all, { type: 'bid', count: 1, face: 3 }, last)).toEqual({ type: 'bid', count: 8, face: 3 })
  expect(moveOf({ type: 'zhai', count: 4, face: 1 })).toEqual({ type: 'bid', count: 4, face: 1 })
})

it('[PG191] each pick is a legal move', () => {
  for (const rules of ['perudo', 'chuiniu']) {
    for (const last of [bid(3, 4), bid(4, 1, false), bid(6, 6, false)]) {
      const state = table({ rules }, last)
      const pick = pickedBid(raises(state), null, last)
      expect(liarsDice.legalMoves(state, 0)).toContainEqual(pick && moveOf(pick))
    }
  }
})
