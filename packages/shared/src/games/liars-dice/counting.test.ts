import { describe, expect, it } from 'vitest'
import { chanceOf, chanceOfAtLeast, countHand, mostCounted } from './counting.ts'
import { Options } from './state.ts'

const perudo = Options.parse({})
const chuiniu = (options: object = {}) => Options.parse({ rules: 'chuiniu', ...options })

describe('a hand', () => {
  it.each([
    { hand: [1, 3, 3, 5, 6], face: 3, wild: true, counted: [0, 1, 2] },
    { hand: [1, 3, 3, 5, 6], face: 3, wild: false, counted: [1, 2] },
    { hand: [1, 1, 3, 5, 6], face: 1, wild: false, counted: [0, 1] },
    { hand: [2, 2, 2, 2, 2], face: 2, wild: true, counted: [0, 1, 2, 3, 4] },
    { hand: [1, 2, 3, 4, 5], face: 2, wild: true, counted: [0, 1] },
    { hand: [6], face: 5, wild: true, counted: [] },
    { hand: [], face: 5, wild: true, counted: [] },
  ])(
    '[LD7] counts for $face in Perudo by its dice alone: $hand, wild ones: $wild',
    ({ hand, face, wild, counted }) => {
      expect(countHand(hand, { face, wild }, perudo)).toEqual({
        kind: 'plain',
        counted,
        count: counted.length,
      })
    },
  )

  it.each([
    // 单骰: all different.
    { hand: [1, 2, 3, 4, 5], face: 2, wild: true, kind: 'singles', count: 0 },
    { hand: [6, 2, 3, 4, 5], face: 2, wild: false, kind: 'singles', count: 0 },
    { hand: [6, 1, 3, 4, 5], face: 1, wild: false, kind: 'singles', count: 0 },
    { hand: [1, 2, 3, 4, 5, 6], face: 2, wild: true, kind: 'singles', count: 0 },
    { hand: [1, 2, 3, 4, 4], face: 2, wild: true, kind: 'plain', count: 2 },
    // Hands of fewer than five are of no kind.
    { hand: [1, 2, 3, 4], face: 2, wild: true, kind: 'plain', count: 2 },
    { hand: [4, 4, 4, 4], face: 4, wild: true, kind: 'plain', count: 4 },
    // 围骰: all count. 全围: none of them by being wild.
    { hand: [4, 4, 1, 4, 4], face: 4, wild: true, kind: 'alike', count: 6 },
    { hand: [1, 1, 1, 1, 1], face: 4, wild: true, kind: 'alike', count: 6 },
    { hand: [4, 4, 4, 4, 4], face: 4, wild: true, kind: 'natural', count: 7 },
    { hand: [4, 4, 4, 4, 4], face: 4, wild: false, kind: 'natural', count: 7 },
    { hand: [1, 1, 1, 1, 1], face: 1, wild: false, kind: 'natural', count: 7 },
    { hand: [4, 4, 4, 4, 4, 1], face: 4, wild: true, kind: 'alike', count: 7 },
    { hand: [4, 4, 1, 4, 4], face: 4, wild: false, kind: 'plain', count: 4 },
    { hand: [4, 4, 4, 4, 4], face: 5, wild: true, kind: 'plain', count: 0 },
  ])(
    '[LD21] counts as a whole in 吹牛: $hand for $face, wild ones: $wild',
    ({ hand, face, wild, kind, count }) => {
      expect(countHand(hand, { face, wild }, chuiniu())).toMatchObject({ kind, count })
    },
  )
  it('[LD21] shows no die as counted of a hand that counts nothing', () => {
    expect(countHand([1, 2, 3, 4, 5], { face: 1, wild: false }, chuiniu()).counted).toEqual([])
  })
  it.each([
    { options: { singles: false }, hand: [1, 2, 3, 4, 5], count: 2, kind: 'plain' },
    { options: { alike: 'off' }, hand: [2, 2, 2, 2, 2], count: 5, kind: 'plain' },
    { options: { alike: 'one' }, hand: [2, 2, 2, 2, 2], count: 6, kind: 'alike' },
    { options: { alike: 'one' }, hand: [2, 2, 1, 2, 2], count: 6, kind: 'alike' },
  ])('[LD21] counts as the options have it: $options', ({ options, hand, count, kind }) => {
    expect(countHand(hand, { face: 2, wild: true }, chuiniu(options))).toMatchObject({ count, kind })
  })
  it('[LD6] counts at most so much', () => {
    expect(mostCounted([5, 5, 0, 2], perudo)).toBe(12)
    expect(mostCounted([5, 5], chuiniu())).toBe(14)
    expect(mostCounted([5, 5], chuiniu({ alike: 'one' }))).toBe(12)
    expect(mostCounted([5, 5], chuiniu({ alike: 'off' }))).toBe(10)
    expect(mostCounted([4, 4], chuiniu())).toBe(8)
  })
})

/** How many of all hands of so many dice count how often for a bid on twos. */
function countsOfAllHands(dice: number, wild: boolean): readonly number[] {
  const found = Array.from({ length: dice + 1 }, () => 0)
  for (let at = 0; at < 6 ** dice; at += 1) {
    const hand = Array.from({ length: dice }, (_, die) => (Math.floor(at / 6 ** die) % 6) + 1)
    const { count } = countHand(hand, { face: 2, wild }, perudo)
    found[count] = (found[count] ?? 0) + 1
  }
  return found
}

describe('the chance of a bid', () => {
  it.each([
    { dice: 5, from: 1, chances: [0.8683, 0.5391, 0.2099, 0.0453, 0.0041] },
    { dice: 10, from: 1, chances: [0.9827, 0.896, 0.7009, 0.4407, 0.2131, 0.0766, 0.0197] },
    { dice: 15, from: 1, chances: [0.9977, 0.9806, 0.9206, 0.7908, 0.5959, 0.3816, 0.203, 0.0882] },
    { dice: 20, from: 5, chances: [0.8485, 0.7028, 0.5207, 0.3385, 0.1905, 0.0919] },
    { dice: 25, from: 6, chances: [0.888, 0.7785, 0.6297, 0.4624, 0.3044, 0.178] },
  ])(
    '[LD25] is that of at least so many of $dice unknown dice, with wild ones',
    ({ dice, from, chances }) => {
      expect(chances.map((_, at) => Number(chanceOfAtLeast(dice, from + at, 1 / 3).toFixed(4)))).toEqual(
        chances,
      )
    },
  )
  it.each([
    { dice: 5, chances: [0.5981, 0.1962, 0.0355, 0.0033, 0.0001] },
    { dice: 10, chances: [0.8385, 0.5155, 0.2248, 0.0697, 0.0155] },
    { dice: 20, chances: [0.9739, 0.8696, 0.6713, 0.4335, 0.2313, 0.1018, 0.0371] },
  ])('[LD25] is that of at least so many of $dice unknown dice, without wild ones', ({ dice, chances }) => {
    expect(chances.map((_, at) => Number(chanceOfAtLeast(dice, at + 1, 1 / 6).toFixed(4)))).toEqual(chances)
  })
  it('[LD25] is that of exactly so many of ten unknown dice, with wild ones', () => {
    const chances = [0.0173, 0.0867, 0.1951, 0.2601, 0.2276, 0.1366, 0.0569]
    expect(chances.map((_, count) => Number(chanceOf(10, count, 1 / 3).toFixed(4)))).toEqual(chances)
  })
  it.each([
    { dice: 1, wild: true },
    { dice: 5, wild: true },
    { dice: 5, wild: false },
    { dice: 6, wild: true },
  ])('[LD25] is how many of all hands of $dice there are, wild ones: $wild', ({ dice, wild }) => {
    const counts = countsOfAllHands(dice, wild)
    for (const [count, hands] of counts.entries()) {
      expect(chanceOf(dice, count, wild ? 1 / 3 : 1 / 6) * 6 ** dice).toBeCloseTo(hands, 8)
    }
  })
  it('[LD25] is certainty for nothing, and nothing for more dice than there are', () => {
    expect(
      [chanceOfAtLeast(5, 0, 1 / 3), chanceOfAtLeast(5, -2, 1 / 3)].map(chance => chance.toFixed(12)),
    ).toEqual(['1.000000000000', '1.000000000000'])
    expect([chanceOfAtLeast(5, 6, 1 / 3), chanceOfAtLeast(0, 1, 1 / 3), chanceOf(5, -1, 1 / 3)]).toEqual([
      0, 0, 0,
    ])
  })
})
