import { describe, expect, it } from 'vitest'
import {
  after,
  bid,
  bidsOf,
  call,
  exact,
  leastBids,
  round,
  type Said,
  shown,
  tell,
} from '../../testing/liars-dice-round.ts'
import type { Seat } from '../game.ts'
import { liarsDice } from './rules.ts'

const NONE = null
/** Three players with five dice each: in all 3 ones, 5 twos, 2 threes, 3 fours, 1 five and 1 six. */
const HANDS = [
  [1, 2, 2, 3, 4],
  [1, 2, 2, 4, 5],
  [1, 2, 3, 4, 6],
]

describe('a round', () => {
  it('[LD3] does not open on ones', () => {
    expect(leastBids(round(HANDS))).toEqual([NONE, 1, 1, 1, 1, 1])
    expect(tell(round(HANDS), [0, bid(1, 1)])).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
  })
  it('[LD3] opens with a bid, and nothing else', () => {
    expect(tell(round(HANDS), [0, call])).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
    expect(liarsDice.legalMoves(round(HANDS), 0).every(({ type }) => type === 'bid')).toBe(true)
    expect(bidsOf(round(HANDS))).toHaveLength(5 * 15)
  })
})

describe('a raise', () => {
  it.each([
    { count: 1, face: 2, least: [1, 2, 1, 1, 1, 1] },
    { count: 3, face: 4, least: [2, 4, 4, 4, 3, 3] },
    { count: 4, face: 6, least: [2, 5, 5, 5, 5, 5] },
    { count: 7, face: 2, least: [4, 8, 7, 7, 7, 7] },
    { count: 14, face: 6, least: [7, 15, 15, 15, 15, 15] },
    { count: 15, face: 5, least: [8, NONE, NONE, NONE, NONE, 15] },
    { count: 15, face: 6, least: [8, NONE, NONE, NONE, NONE, NONE] },
  ])(
    '[LD4] of $count on $face is more dice, as many of a higher face, or half as many ones',
    ({ count, face, least }) => {
      expect(leastBids(after(round(HANDS), [0, bid(count, face)]))).toEqual(least)
    },
  )
  it.each([
    { opening: bid(1, 6), ones: 1, least: [2, 3, 3, 3, 3, 3] },
    { opening: bid(3, 6), ones: 2, least: [3, 5, 5, 5, 5, 5] },
    { opening: bid(3, 6), ones: 7, least: [8, 15, 15, 15, 15, 15] },
    { opening: bid(3, 6), ones: 8, least: [9, NONE, NONE, NONE, NONE, NONE] },
    { opening: bid(3, 6), ones: 15, least: [NONE, NONE, NONE, NONE, NONE, NONE] },
  ])(
    '[LD4] of $ones ones is more of them, or more than twice as many of another face',
    ({ opening, ones, least }) => {
      expect(leastBids(after(round(HANDS), [0, opening], [1, bid(ones, 1)]))).toEqual(least)
    },
  )
  it('[LD4] comes from the next to the left who has dice, and from nobody else', () => {
    const state = after(round([[2], [], [3, 4], [5]]), [0, bid(1, 2)])
    expect(liarsDice.toAct(state)).toEqual([2])
    expect(tell(state, [3, bid(2, 2)])).toMatchObject({ ok: false, error: { code: 'not_your_turn' } })
    expect(tell(state, [1, call])).toMatchObject({ ok: false, error: { code: 'not_your_turn' } })
    expect(liarsDice.toAct(after(state, [2, bid(2, 2)], [3, bid(3, 2)]))).toEqual([0])
  })
  it.each([
    { said: [bid(3, 4)], least: [2, NONE, NONE, 4, 3, 3] },
    { said: [bid(3, 6)], least: [2, NONE, NONE, NONE, NONE, 4] },
    { said: [bid(3, 6), bid(2, 1)], least: [3, 5, 5, 5, 5, 5] },
  ])('[LD5] never goes to a lower face where raises are strict, but for ones', ({ said, least }) => {
    const state = round(HANDS, { options: { strict: true } })
    expect(leastBids(said.reduce((so, one) => after(so, [so.turn ?? 0, one]), state))).toEqual(least)
  })
  it('[LD6] is of no more dice than there are', () => {
    const state = round([[2], [3, 4]])
    expect(tell(state, [0, bid(4, 2)])).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
    expect(after(state, [0, bid(3, 2)]).bids).toHaveLength(1)
  })
  it('[LD6] may be of twice as many where bids are not capped', () => {
    const state = round([[2], [3, 4]], { options: { cap: false } })
    expect(after(state, [0, bid(6, 2)]).bids).toHaveLength(1)
    expect(tell(state, [0, bid(7, 2)])).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
  })
  it('[LD6] may not exist: then the bid is called, or called exact', () => {
    const state = after(
      round([[2], [3], [4]], { options: { exact: 'current' } }),
      [0, bid(3, 6)],
      [1, bid(3, 1)],
    )
    expect(liarsDice.legalMoves(state, 2)).toEqual([call, exact])
    expect(liarsDice.timeoutMove(state, 2)).toEqual(call)
  })
})

describe('a call', () => {
  it.each([
    { count: 7, face: 2, found: 8, right: false, loser: 1 },
    { count: 8, face: 2, found: 8, right: false, loser: 1 },
    { count: 9, face: 2, found: 8, right: true, loser: 0 },
    { count: 4, face: 6, found: 4, right: false, loser: 1 },
    { count: 5, face: 6, found: 4, right: true, loser: 0 },
  ])(
    '[LD7] of $count on $face, where there are $found with wild ones, costs seat $loser a die',
    ({ count, face, found, right, loser }) => {
      expect(shown(round(HANDS), [0, bid(count, face)], [1, call])).toMatchObject({
        round: 1,
        how: 'call',
        by: 1,
        bid: { seat: 0, count, face, wild: true },
        hands: HANDS,
        count: found,
        right,
        changes: [{ seat: loser, dice: -1, drinks: 0 }],
        out: null,
        next: loser,
      })
    },
  )
  it.each([
    { ones: 3, right: false, loser: 2 },
    { ones: 4, right: true, loser: 1 },
  ])('[LD7] of $ones ones counts nothing but ones', ({ ones, right, loser }) => {
    const { last, dice } = after(round(HANDS), [0, bid(1, 6)], [1, bid(ones, 1)], [2, call])
    expect(last).toMatchObject({ count: 3, counted: [[0], [0], [0]], right, next: loser })
    expect(dice).toEqual([5, 5, 5].map((had, seat) => (seat === loser ? had - 1 : had)))
  })
  it('[LD7] shows which dice counted', () => {
    expect(shown(round(HANDS), [0, bid(3, 4)], [1, call]).counted).toEqual([
      [0, 4],
      [0, 3],
      [0, 3],
    ])
  })
  it('[LD7] is of the last bid', () => {
    expect(shown(round(HANDS), [0, bid(1, 2)], [1, bid(9, 2)], [2, call])).toMatchObject({
      right: true,
      next: 1,
    })
  })
  it('[LD8] ends the round: everybody rolls again what they have left, and the loser begins', () => {
    const between = after(round(HANDS), [0, bid(9, 2)], [1, call])
    expect(between).toMatchObject({ turn: null, starter: 0, dice: [4, 5, 5], hands: [null, null, null] })
    expect(liarsDice.toAct(between)).toEqual([])
    expect(tell(between, [0, bid(1, 2)])).toMatchObject({ ok: false, error: { code: 'not_playing' } })
    const next = round([
      [2, 3, 4, 5],
      [2, 2, 2, 2, 2],
      [3, 3, 3, 3, 3],
    ])
    expect(next).toMatchObject({
      turn: 0,
      bids: [],
      hands: [
        [2, 3, 4, 5],
        [2, 2, 2, 2, 2],
        [3, 3, 3, 3, 3],
      ],
    })
  })
  it.each([
    // Whose last die it is: the bidder's, or the caller's.
    {
      hands: [[2], [3, 3], [4, 4]],
      said: [
        [0, bid(5, 6)],
        [1, call],
      ],
      out: 0,
      next: 1,
    },
    {
      hands: [[2, 2], [3], [4, 4]],
      said: [
        [0, bid(1, 2)],
        [1, call],
      ],
      out: 1,
      next: 2,
    },
    {
      hands: [[2, 2], [3, 3], [4]],
      said: [
        [0, bid(1, 2)],
        [1, bid(1, 3)],
        [2, call],
      ],
      out: 2,
      next: 0,
    },
    // The next to the left is out already.
    {
      hands: [[2], [], [4, 4], [3, 3]],
      said: [
        [0, bid(5, 6)],
        [2, call],
      ],
      out: 0,
      next: 2,
    },
  ] satisfies { hands: number[][]; said: Said[]; out: Seat; next: Seat }[])(
    '[LD8] that takes the last die of seat $out lets seat $next begin',
    ({ hands, said, out, next }) => {
      expect(after(round(hands), ...said)).toMatchObject({ starter: next, out: [out], last: { out, next } })
    },
  )
  it.each([
    { count: 12, face: 2, seat: 0, lost: 4 },
    { count: 9, face: 2, seat: 0, lost: 1 },
    { count: 8, face: 2, seat: 1, lost: 1 },
    { count: 5, face: 2, seat: 1, lost: 3 },
    { count: 1, face: 2, seat: 1, lost: 5 },
    { count: 15, face: 6, seat: 0, lost: 5 },
  ])(
    '[LD14] costs as many dice as the bid was away, where that is played: $count on $face',
    ({ count, face, seat, lost }) => {
      const state = after(round(HANDS, { options: { loss: 'difference' } }), [0, bid(count, face)], [1, call])
      expect(state.last?.changes).toEqual([{ seat, dice: -lost, drinks: 0 }])
      expect(state.dice[seat]).toBe(5 - lost)
    },
  )
})

describe('the end', () => {
  it('[LD9] is when one player alone has dice, who wins; the others are placed by how long they had any', () => {
    const state = { ...round([[], [2], [3, 3], []]), out: [3, 0] }
    const over = after({ ...state, turn: 1 }, [1, bid(3, 3)], [2, call])
    expect(liarsDice.outcome(over)).toEqual({ places: [[2], [1], [0], [3]] })
    expect(over).toMatchObject({ turn: null, starter: null, last: { out: 1, next: null } })
    expect(liarsDice.legalMoves(over, 2)).toEqual([])
    expect(tell(over, [2, bid(1, 2)])).toMatchObject({ ok: false, error: { code: 'not_playing' } })
  })
  it('[LD9] is not before', () => {
    expect(liarsDice.outcome(after(round(HANDS), [0, bid(9, 2)], [1, call]))).toBeNull()
  })
})
