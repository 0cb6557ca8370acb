import { describe, expect, it } from 'vitest'
import {
  after,
  bid,
  call,
  challenge,
  chuiniu,
  counter,
  leastBids,
  type Said,
  shown,
  tell,
  zhai,
} from '../../testing/liars-dice-round.ts'
import type { Seat } from '../game.ts'
import { liarsDice } from './rules.ts'

const NONE = null
/** Three players with 4 ones; with wild ones 7 twos, 7 threes, 4 fours, 6 fives and 7 sixes. */
const HANDS = [
  [1, 2, 2, 3, 5],
  [1, 1, 2, 3, 5],
  [1, 3, 6, 6, 6],
].map(hand => hand.toSorted((a, b) => a - b))
const FIVES = [
  [5, 5, 2, 3, 3],
  [1, 5, 2, 2, 3],
]

const challengers = (state: ReturnType<typeof chuiniu>) =>
  state.seats.flatMap(seat =>
    liarsDice.legalMoves(state, seat).flatMap(move => (move.type === 'challenge' ? [[seat, move.seat]] : [])),
  )

describe('an opening in 吹牛', () => {
  it.each([
    { players: 2, opening: 'players', least: 2 },
    { players: 3, opening: 'players', least: 3 },
    { players: 2, opening: 'more', least: 3 },
    { players: 3, opening: 'more', least: 5 },
    { players: 4, opening: 'more', least: 6 },
    { players: 3, opening: 'any', least: 1 },
  ])(
    '[LD15] of $players is on $least at least where it is "$opening", and pure on one for each',
    ({ players, opening, least }) => {
      const hands = Array.from({ length: players }, () => [2, 2, 3, 3, 4])
      const state = chuiniu(hands, { options: { opening } })
      expect(leastBids(state)).toEqual([players, least, least, least, least, least])
      expect(leastBids(state, 'zhai')).toEqual([NONE, players, players, players, players, players])
    },
  )
})

describe('a raise in 吹牛', () => {
  it.each([
    { said: bid(4, 2), bids: [4, 5, 4, 4, 4, 4], pure: [NONE, 4, 4, 4, 4, 4] },
    { said: bid(4, 4), bids: [4, 5, 5, 5, 4, 4], pure: [NONE, 5, 5, 4, 4, 4] },
    { said: bid(4, 6), bids: [4, 5, 5, 5, 5, 5], pure: [NONE, 5, 5, 5, 5, 4] },
    { said: bid(21, 6), bids: [21, NONE, NONE, NONE, NONE, NONE], pure: [NONE, NONE, NONE, NONE, NONE, 21] },
  ])(
    '[LD16] of $said.count on $said.face is more dice, or as many of a higher face, ones above sixes',
    ({ said, bids, pure }) => {
      const state = after(chuiniu(HANDS), [0, said])
      expect(leastBids(state)).toEqual(bids)
      expect(leastBids(state, 'zhai')).toEqual(pure)
    },
  )
  it('[LD17] that is pure is of one die for each player at least', () => {
    const state = after(chuiniu(HANDS, { options: { opening: 'any' } }), [0, bid(1, 2)])
    expect(leastBids(state)).toEqual([3, 2, 1, 1, 1, 1])
    expect(leastBids(state, 'zhai')).toEqual([NONE, 3, 3, 3, 3, 3])
  })
  it.each([
    { name: 'ones', said: [bid(4, 1)], bids: [5, 8, 8, 8, 8, 8], pure: [NONE, 5, 5, 5, 5, 5] },
    { name: 'zhai', said: [zhai(4, 5)], bids: [4, 8, 8, 8, 8, 8], pure: [NONE, 5, 5, 5, 5, 4] },
    {
      name: 'zhai, later',
      said: [bid(4, 5), zhai(4, 5)],
      bids: [4, 8, 8, 8, 8, 8],
      pure: [NONE, 5, 5, 5, 5, 4],
    },
    {
      name: 'ones on zhai',
      said: [zhai(4, 5), bid(4, 1)],
      bids: [5, 8, 8, 8, 8, 8],
      pure: [NONE, 5, 5, 5, 5, 5],
    },
    {
      name: 'much',
      said: [zhai(11, 5)],
      bids: [11, NONE, NONE, NONE, NONE, NONE],
      pure: [NONE, 12, 12, 12, 12, 11],
    },
  ] as const)(
    '[LD18] after pure dice stays pure, or takes twice the count: $name',
    ({ said, bids, pure }) => {
      const state = said.reduce((so, one) => after(so, [so.turn ?? 0, one]), chuiniu(HANDS))
      expect(leastBids(state)).toEqual(bids)
      expect(leastBids(state, 'zhai')).toEqual(pure)
    },
  )
  it('[LD18] that took twice the count makes ones wild again', () => {
    const flown = after(chuiniu(HANDS), [0, zhai(3, 5)], [1, bid(6, 5)])
    expect(flown.bids.at(-1)).toEqual({ seat: 1, count: 6, face: 5, wild: true })
    expect(leastBids(flown)).toEqual([6, 7, 7, 7, 7, 6])
    expect(shown(flown, [2, call])).toMatchObject({ count: 6, right: false, next: 2 })
  })
  it('[LD6] is of no more dice than could be counted', () => {
    expect(tell(chuiniu(HANDS), [0, bid(22, 2)])).toMatchObject({
      ok: false,
      error: { code: 'illegal_move' },
    })
    expect(after(chuiniu(HANDS), [0, bid(21, 2)]).bids).toHaveLength(1)
  })
})

describe('a count in 吹牛', () => {
  it.each([
    { said: [[0, bid(6, 5)]], found: 6 },
    { said: [[0, zhai(3, 5)]], found: 2 },
    { said: [[0, bid(4, 1)]], found: 4 },
    {
      said: [
        [0, bid(4, 1)],
        [1, zhai(5, 2)],
      ],
      found: 3,
    },
    { said: [[0, bid(5, 6)]], found: 7 },
    {
      said: [
        [0, bid(5, 2)],
        [1, zhai(5, 2)],
      ],
      found: 3,
    },
  ] satisfies { said: Said[]; found: number }[])(
    '[LD17] is with wild ones until somebody bids without: $found',
    ({ said, found }) => {
      const state = after(chuiniu(HANDS), ...said)
      expect(shown(state, [state.turn ?? 0, call]).count).toBe(found)
    },
  )
  it('[LD21] is with what hands add or take away as a whole', () => {
    const state = chuiniu([
      [4, 4, 4, 4, 4],
      [1, 4, 4, 1, 4],
      [1, 2, 3, 4, 5],
    ])
    expect(shown(state, [0, bid(14, 4)], [1, call])).toMatchObject({
      kinds: ['natural', 'alike', 'singles'],
      counted: [[0, 1, 2, 3, 4], [0, 1, 2, 3, 4], []],
      count: 13,
      right: true,
    })
  })
})

describe('a round of 吹牛', () => {
  it.each([
    { count: 3, right: false, loser: 1 },
    { count: 5, right: true, loser: 0 },
  ])(
    '[LD19] costs the loser a drink and nobody a die: $count fives, of which there are four',
    ({ count, right, loser }) => {
      const state = after(chuiniu(FIVES), [0, bid(count, 5)], [1, call])
      expect(state).toMatchObject({
        dice: [5, 5],
        drinks: [0, 1].map(seat => (seat === loser ? 1 : 0)),
        starter: loser,
        last: { how: 'call', count: 4, right, changes: [{ seat: loser, dice: 0, drinks: 1 }], next: loser },
      })
    },
  )
  it.each([
    { answer: call, how: 'challenge', drinks: 2 },
    { answer: counter, how: 'counter', drinks: 4 },
  ])('[LD19] costs $drinks drinks by a $how', ({ answer, how, drinks }) => {
    const wrong = after(chuiniu(FIVES), [0, bid(4, 5)], [1, challenge(0)], [0, answer])
    expect(wrong).toMatchObject({ drinks: [0, drinks], last: { how, by: 1, right: false }, challenge: null })
    const right = after(chuiniu(FIVES), [0, bid(5, 5)], [1, challenge(0)], [0, answer])
    expect(right).toMatchObject({ drinks: [drinks, 0], last: { how, by: 1, right: true }, starter: 0 })
  })
  it.each([
    // Nine is more than twice four; eight is not. Of one, three, four is more than twice one, and two is not less than half.
    { said: bid(9, 5), drinks: [2, 0] },
    { said: bid(8, 5), drinks: [1, 0] },
    { said: bid(2, 5), drinks: [0, 1] },
    { said: bid(1, 5), drinks: [0, 2] },
  ])(
    '[LD22] costs twice as much where the bid was wide of the count, if that is played: $said.count',
    ({ said, drinks }) => {
      const options = { opening: 'any' }
      expect(
        after(chuiniu(FIVES, { options: { ...options, wide: true } }), [0, said], [1, call]).drinks,
      ).toEqual(drinks)
      const plain = after(chuiniu(FIVES, { options }), [0, said], [1, call])
      expect(plain.drinks).toEqual(drinks.map(count => Math.min(count, 1)))
    },
  )
  it('[LD22] doubles what a challenge and its counter cost', () => {
    const state = chuiniu(FIVES, { options: { wide: true } })
    expect(after(state, [0, bid(10, 5)], [1, challenge(0)], [0, counter]).drinks).toEqual([8, 0])
  })
  it('[LD10] has no exact calls', () => {
    const state = after(chuiniu(HANDS, { options: { exact: 'anyone' } }), [0, bid(3, 2)])
    for (const seat of state.seats) {
      expect(liarsDice.legalMoves(state, seat)).not.toContainEqual({ type: 'exact' })
    }
  })
})

describe('a challenge', () => {
  const hands = [...HANDS, [2, 2, 3, 3, 4]]

  it('[LD20] is of anybody but the bidder, also of whoever is in turn', () => {
    expect(challengers(chuiniu(hands))).toEqual([])
    expect(challengers(after(chuiniu(hands), [0, bid(4, 2)]))).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ])
  })
  it('[LD20] is also to a bid that others have raised since, but not by who has', () => {
    expect(challengers(after(chuiniu(hands), [0, bid(4, 2)], [1, bid(5, 2)]))).toEqual([
      [0, 1],
      [2, 1],
      [2, 0],
      [3, 1],
      [3, 0],
    ])
    const state = after(chuiniu(hands), [0, bid(4, 2)], [1, bid(5, 2)], [2, bid(6, 2)], [3, bid(7, 2)])
    expect(challengers(after(state, [0, bid(8, 2)]))).toEqual([
      [1, 0],
      [1, 3],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 0],
    ])
  })
  it('[LD20] is to the last bid of that seat, with ones as they were in it', () => {
    const state = after(chuiniu(hands), [0, bid(4, 5)], [1, zhai(4, 5)])
    const reveal = shown(state, [3, challenge(0)], [0, call])
    expect(reveal).toMatchObject({ bid: { seat: 0, count: 4, wild: true }, count: 6, right: false, next: 3 })
    expect(shown(state, [3, challenge(1)], [1, call])).toMatchObject({
      bid: { seat: 1, wild: false },
      count: 2,
    })
  })
  it('[LD23] is answered by whoever is challenged, and nobody else does anything meanwhile', () => {
    const state = after(chuiniu(hands), [0, bid(4, 2)], [1, bid(5, 2)], [3, challenge(0)])
    expect(state).toMatchObject({ turn: 0, challenge: { by: 3, bid: { seat: 0, count: 4 } }, last: null })
    expect(state.seats.map(seat => liarsDice.legalMoves(state, seat))).toEqual([[counter, call], [], [], []])
    expect(liarsDice.timeoutMove(state, 0)).toEqual(call)
    expect(tell(state, [2, call])).toMatchObject({ ok: false, error: { code: 'not_your_turn' } })
    expect(tell(state, [2, challenge(1)])).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
    expect(tell(state, [0, bid(9, 2)])).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
  })
  it('[LD20] is no move in Perudo, and neither is a bid without wild ones', () => {
    const state = after(chuiniu(hands, { options: { rules: 'perudo' } }), [0, bid(4, 2)])
    expect(challengers(state)).toEqual([])
    for (const said of [
      [2, challenge(0)],
      [1, zhai(9, 5)],
      [1, counter],
    ] satisfies Said[]) {
      expect(tell(state, said)).toMatchObject({ ok: false, error: { code: 'illegal_move' } })
    }
  })
})

describe('the end of 吹牛', () => {
  const near = (drinks: readonly number[], limit = 5) => ({
    ...chuiniu([...HANDS, ...FIVES], { options: { drinks: limit } }),
    drinks,
  })
  const lostBySeat0 = [
    [0, bid(25, 4)],
    [1, call],
  ] satisfies Said[]

  it.each([
    { drinks: [4, 2, 1, 3, 0], places: [[4], [2], [1], [3], [0]] },
    { drinks: [4, 2, 0, 2, 0], places: [[2, 4], [1, 3], [0]] },
    { drinks: [4, 4, 4, 4, 4], places: [[1, 2, 3, 4], [0]] },
  ] satisfies { drinks: number[]; places: Seat[][] }[])(
    '[LD24] is when somebody has had all drinks; the fewest win, and as many share a place: $drinks',
    ({ drinks, places }) => {
      const over = after(near(drinks), ...lostBySeat0)
      expect(liarsDice.outcome(over)).toEqual({ places })
      expect(over).toMatchObject({ turn: null, starter: null, last: { next: null } })
      expect(liarsDice.toAct(over)).toEqual([])
    },
  )
  it('[LD24] is not before, and comes also with more drinks than that', () => {
    expect(liarsDice.outcome(after(near([3, 4, 4, 4, 4]), ...lostBySeat0))).toBeNull()
    expect(liarsDice.outcome(after(near([4, 0, 0, 0, 0], 6), ...lostBySeat0))).toBeNull()
    const over = after(near([3, 0, 0, 0, 0]), [0, bid(25, 4)], [2, challenge(0)], [0, counter])
    expect(over.drinks).toEqual([7, 0, 0, 0, 0])
    expect(liarsDice.outcome(over)).toEqual({ places: [[1, 2, 3, 4], [0]] })
  })
})
