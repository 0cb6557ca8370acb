import { describe, expect, it } from 'vitest'
import {
  after,
  bid,
  call,
  exact,
  leastBids,
  round,
  type Said,
  shown,
} from '../../testing/liars-dice-round.ts'
import { liarsDice } from './rules.ts'

const NONE = null
/** Three players with five dice each: in all 3 ones, 5 twos, 2 threes, 3 fours, 1 five and 1 six. */
const HANDS = [
  [1, 2, 2, 3, 4],
  [1, 2, 2, 4, 5],
  [1, 2, 3, 4, 6],
]

describe('an exact call', () => {
  const anyone = { options: { exact: 'anyone' } }
  const may = (state: ReturnType<typeof round>) =>
    state.seats.filter(seat => liarsDice.legalMoves(state, seat).some(({ type }) => type === 'exact'))

  it('[LD10] is nobody’s by default', () => {
    expect(may(after(round(HANDS), [0, bid(1, 2)]))).toEqual([])
  })
  it('[LD10] is of whoever is in turn, or of anyone with dice but the bidder', () => {
    const hands = [...HANDS, [], [2]]
    expect(may(after(round(hands, { options: { exact: 'current' } }), [0, bid(1, 2)]))).toEqual([1])
    expect(may(after(round(hands, anyone), [0, bid(1, 2)]))).toEqual([1, 2, 4])
    expect(may(after(round(hands, anyone), [0, bid(1, 2)], [1, bid(2, 2)]))).toEqual([0, 2, 4])
    expect(may(round(hands, anyone))).toEqual([])
  })
  it('[LD10] is nobody’s with two players left', () => {
    expect(may(after(round([[2, 3], [], [4, 4]], anyone), [0, bid(1, 2)]))).toEqual([])
    expect(
      may(
        after(
          round(
            [
              [2, 3],
              [4, 4],
            ],
            { options: { exact: 'current' } },
          ),
          [0, bid(1, 2)],
        ),
      ),
    ).toEqual([])
  })
  it.each([
    { name: 'right gives back a die', hand: [2], count: 5, dice: 2, changes: 1 },
    { name: 'right gives no more than one began with', hand: [2, 3, 4, 5, 6], count: 5, dice: 5, changes: 0 },
    { name: 'too low costs a die', hand: [2, 2, 2], count: 3, dice: 2, changes: -1 },
    { name: 'too high costs a die', hand: [3, 3, 3], count: 13, dice: 2, changes: -1 },
  ])('[LD11] that is $name, and whoever made it begins', ({ hand, count, dice, changes }) => {
    const state = round([[2, 2, 3, 4, 5], [1, 2, 5, 5, 5], hand], anyone)
    const then = after(state, [0, bid(count, 2)], [2, exact])
    expect(then.dice).toEqual([5, 5, dice])
    expect(then.last).toMatchObject({
      how: 'exact',
      by: 2,
      right: changes >= 0,
      changes: changes === 0 ? [] : [{ seat: 2, dice: changes, drinks: 0 }],
      next: 2,
    })
  })
  it('[LD11] that takes the last die lets the next to the left begin', () => {
    const state = after(round([[2, 2], [3, 3], [4]], anyone), [0, bid(1, 2)], [2, exact])
    expect(state).toMatchObject({ dice: [2, 2, 0], out: [2], starter: 0 })
  })
  it('[LD11] costs one die, also where a call costs the difference', () => {
    const state = round(HANDS, { options: { exact: 'anyone', loss: 'difference' } })
    expect(after(state, [0, bid(1, 2)], [2, exact]).dice).toEqual([5, 5, 4])
  })
})

describe('palifico', () => {
  const toOneDie = [
    [2, 2],
    [3, 3, 3],
    [4, 4],
  ]
  const first = [
    [0, bid(7, 6)],
    [1, call],
  ] satisfies Said[]

  it('[LD12] is the round that a player begins who has come to one die', () => {
    expect(after(round(toOneDie), ...first)).toMatchObject({ palifico: true, starter: 0, hadPalifico: [0] })
  })
  it('[LD12] is not of two players, nor of who has more dice or none', () => {
    expect(after(round([[2, 2], [], [4, 4]]), [0, bid(4, 6)], [2, call])).toMatchObject({ palifico: false })
    expect(after(round([[2, 2, 2], [3], [4]]), [0, bid(5, 6)], [1, call])).toMatchObject({ palifico: false })
    expect(after(round([[2], [3, 3], [4], [5, 5]]), [0, bid(6, 6)], [1, call])).toMatchObject({
      palifico: false,
    })
  })
  it('[LD12] is not where it is not played', () => {
    expect(after(round(toOneDie, { options: { palifico: false } }), ...first)).toMatchObject({
      palifico: false,
    })
  })
  it('[LD12] is had once', () => {
    const had = { ...round(toOneDie), hadPalifico: [0] }
    expect(after(had, ...first)).toMatchObject({ palifico: false, hadPalifico: [0] })
    expect(after({ ...round(toOneDie), hadPalifico: [1] }, ...first)).toMatchObject({
      palifico: true,
      hadPalifico: [1, 0],
    })
  })
  it('[LD12] comes also with a wrong exact call, and not with a right one', () => {
    const exactly = (hand: readonly number[], count: number) =>
      after(
        round([[2, 2], [3, 3, 3], hand], { options: { exact: 'anyone' } }),
        [0, bid(count, 2)],
        [2, exact],
      )
    expect(exactly([4, 4], 3)).toMatchObject({ dice: [2, 3, 1], palifico: true, starter: 2 })
    expect(exactly([4], 2)).toMatchObject({ dice: [2, 3, 2], palifico: false })
  })

  const hands = [[2], [1, 2, 3], [1], [6, 6]]
  const special = round(hands, { palifico: true })

  it('[LD13] may open on ones', () => {
    expect(leastBids(special)).toEqual([1, 1, 1, 1, 1, 1])
  })
  it('[LD13] keeps the face for whoever has more than one die', () => {
    expect(leastBids(after(special, [0, bid(2, 3)]))).toEqual([NONE, NONE, 3, NONE, NONE, NONE])
    expect(leastBids(after(special, [0, bid(7, 3)]))).toEqual([NONE, NONE, NONE, NONE, NONE, NONE])
  })
  it('[LD13] lets who has one die go to another face', () => {
    expect(leastBids(after(special, [0, bid(2, 3)], [1, bid(3, 3)]))).toEqual([4, 4, 4, 3, 3, 3])
    expect(leastBids(after(special, [0, bid(1, 1)], [1, bid(2, 1)]))).toEqual([3, 2, 2, 2, 2, 2])
  })
  it.each([
    { count: 2, face: 2, found: 2, right: false },
    { count: 2, face: 3, found: 1, right: true },
    { count: 2, face: 1, found: 2, right: false },
  ])('[LD13] has no wild ones: $count on $face', ({ count, face, found, right }) => {
    const reveal = shown(special, [0, bid(count, face)], [1, call])
    expect(reveal).toMatchObject({ count: found, right, bid: { wild: false } })
  })
})
