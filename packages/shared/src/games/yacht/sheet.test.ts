import { describe, expect, it } from 'vitest'
import { BOXES, type Box } from './boxes.ts'
import { bonusOf, offersFor, type Score, type Scoring, totalOf } from './sheet.ts'

const dice = (text: string): readonly number[] => [...text].map(Number)
const forced: Scoring = { sheet: 'standard', joker: 'forced', order: 'free' }
const free: Scoring = { ...forced, joker: 'free' }
const none: Scoring = { ...forced, joker: 'none' }

const UPPER = BOXES.slice(0, 6)
const LOWER = [
  'three-of-a-kind',
  'four-of-a-kind',
  'full-house',
  'small-straight',
  'large-straight',
  'chance',
] as const

/** A sheet on which these boxes hold 0, and others what is said. */
const sheet = (zeros: readonly Box[], boxes: Score['boxes'] = {}): Score => ({
  boxes: { ...Object.fromEntries(zeros.map(box => [box, 0])), ...boxes },
  extras: 0,
})

/** What dice may be entered as: `box: points`, `!` where they stand for what they are not, `+` where they earn extra. */
const offered = (score: Score, text: string, rules: Scoring): readonly string[] =>
  offersFor(score, dice(text), rules).map(
    ({ box, points, joker, extra }) => `${box}: ${points}${joker ? '!' : ''}${extra > 0 ? ` +${extra}` : ''}`,
  )

describe('a joker', () => {
  const withYacht = { yacht: 50 }

  it('[YA11] is none while its own box is open', () => {
    expect(offered(sheet(['fours']), '44444', forced)).toEqual([
      ...['ones: 0', 'twos: 0', 'threes: 0', 'fives: 0', 'sixes: 0', 'three-of-a-kind: 20'],
      ...[
        'four-of-a-kind: 20',
        'full-house: 0',
        'small-straight: 0',
        'large-straight: 0',
        'yacht: 50',
        'chance: 20',
      ],
    ])
  })
  it.each<[string, Score, string, readonly string[]]>([
    ['has to go into the upper box of its face', sheet([], withYacht), '44444', ['fours: 20 +100']],
    ['has to, even into ones', sheet([], withYacht), '11111', ['ones: 5 +100']],
    ['has to after a 0 as well, and earns nothing extra', sheet([], { yacht: 0 }), '44444', ['fours: 20']],
    [
      'goes into any open lower box where that is filled',
      sheet(['fours'], withYacht),
      '44444',
      [
        ...['three-of-a-kind: 20 +100', 'four-of-a-kind: 20 +100', 'full-house: 25! +100'],
        ...['small-straight: 30! +100', 'large-straight: 40! +100', 'chance: 20 +100'],
      ],
    ],
    [
      'is worth as much there after a 0',
      sheet(['ones', 'chance'], { yacht: 0 }),
      '11111',
      [
        ...['three-of-a-kind: 5', 'four-of-a-kind: 5', 'full-house: 25!'],
        ...['small-straight: 30!', 'large-straight: 40!'],
      ],
    ],
    [
      'may not go into another upper box while a lower one is open',
      sheet(['ones', ...LOWER.slice(1)], withYacht),
      '11111',
      ['three-of-a-kind: 5 +100'],
    ],
    [
      'is a 0 in an upper box where its own and every lower one are filled',
      sheet(['ones', 'sixes', ...LOWER], withYacht),
      '11111',
      ['twos: 0 +100', 'threes: 0 +100', 'fours: 0 +100', 'fives: 0 +100'],
    ],
    [
      'is a 0 in the last box of all',
      sheet([...UPPER.slice(0, 5), ...LOWER], withYacht),
      '11111',
      ['sixes: 0 +100'],
    ],
    ['finds no place where every box is filled', sheet([...UPPER, ...LOWER], withYacht), '11111', []],
  ])('[YA11] %s', (_, score, text, offers) => {
    expect(offered(score, text, forced)).toEqual(offers)
  })
  it('[YA11] is nothing that differs in one die', () => {
    expect(offered(sheet(['fours', ...LOWER], withYacht), '44443', forced)).toEqual([
      ...['ones: 0', 'twos: 0', 'threes: 3', 'fives: 0', 'sixes: 0'],
    ])
  })

  it.each<[string, Score, string, readonly string[]]>([
    [
      'goes into any open box, as it lies while the upper box of its face is open',
      sheet(['ones', 'twos', 'threes', 'fives'], withYacht),
      '44444',
      [
        ...['fours: 20 +100', 'sixes: 0 +100', 'three-of-a-kind: 20 +100', 'four-of-a-kind: 20 +100'],
        ...['full-house: 0 +100', 'small-straight: 0 +100', 'large-straight: 0 +100', 'chance: 20 +100'],
      ],
    ],
    [
      'is worth full house and straights once that is filled, and may be a 0 above all the same',
      sheet([...UPPER.slice(0, 4), 'chance'], { yacht: 0 }),
      '44444',
      [
        ...['fives: 0', 'sixes: 0', 'three-of-a-kind: 20', 'four-of-a-kind: 20'],
        ...['full-house: 25!', 'small-straight: 30!', 'large-straight: 40!'],
      ],
    ],
  ])('[YA12] of free choice %s', (_, score, text, offers) => {
    expect(offered(score, text, free)).toEqual(offers)
  })

  it('[YA13] is unknown where the option is none: nothing is forced, worth more, or earns extra', () => {
    expect(offered(sheet(['fours', 'chance'], withYacht), '44444', none)).toEqual([
      ...['ones: 0', 'twos: 0', 'threes: 0', 'fives: 0', 'sixes: 0', 'three-of-a-kind: 20'],
      ...['four-of-a-kind: 20', 'full-house: 0', 'small-straight: 0', 'large-straight: 0'],
    ])
  })
  it.each(['yatzy', 'twelve'] as const)('[YA13] is unknown to the sheet %s', name => {
    const filled = sheet(
      BOXES.filter(box => !['twos', 'full-house', 'yacht'].includes(box)),
      withYacht,
    )
    expect(offered(filled, '44444', { ...forced, sheet: name })).toEqual(['twos: 0', 'full-house: 0'])
  })
  it('[YA16] goes where it has to in a forced order of boxes', () => {
    const before = sheet([...UPPER, 'three-of-a-kind', 'four-of-a-kind'], withYacht)
    expect(offered(before, '44444', { ...forced, order: 'down' })).toEqual(['full-house: 25! +100'])
    expect(offered(sheet(['ones'], withYacht), '44444', { ...forced, order: 'down' })).toEqual([
      'twos: 0 +100',
    ])
  })
})

describe('an extra', () => {
  it.each([
    ['while the box of five alike holds 50', { yacht: 50 }, ['ones: 5 +100']],
    ['not where it holds 0', { yacht: 0 }, ['ones: 5']],
  ])('[YA10] is earned %s', (_, boxes, offers) => {
    expect(offered(sheet([], boxes), '11111', forced)).toEqual(offers)
  })
  it('[YA10] is not earned by the first five alike, which fill the box', () => {
    expect(offered(sheet(BOXES.filter(box => box !== 'yacht')), '11111', forced)).toEqual(['yacht: 50'])
  })
  it('[YA10] counts 100 in the total, each time', () => {
    expect(totalOf({ boxes: { yacht: 50, chance: 5 }, extras: 3 }, forced)).toBe(355)
  })
})

describe('the bonus', () => {
  /** Three of each face: 63. */
  const three: Score['boxes'] = { ones: 3, twos: 6, threes: 9, fours: 12, fives: 15, sixes: 18 }

  it.each<[string, Scoring['sheet'], Score['boxes'], number]>([
    ['35 for 63', 'standard', three, 35],
    ['nothing for 62', 'standard', { ...three, ones: 2 }, 0],
    [
      '35 and no more for 105',
      'standard',
      { ones: 5, twos: 10, threes: 15, fours: 20, fives: 25, sixes: 30 },
      35,
    ],
    ['35 as soon as 63 are there, boxes open', 'standard', { fours: 20, fives: 25, sixes: 18 }, 35],
    ['nothing for the lower half', 'standard', { ones: 3, chance: 30, 'three-of-a-kind': 30, yacht: 50 }, 0],
    ['50 for 63 in Yatzy', 'yatzy', three, 50],
    ['nothing on the sheet of twelve', 'twelve', three, 0],
  ])('[YA9] is %s', (_, name, boxes, bonus) => {
    const score = { boxes, extras: 0 }
    expect(bonusOf(score, { sheet: name })).toBe(bonus)
    const points = Object.values(boxes).reduce((so, here) => so + here, 0)
    expect(totalOf(score, { sheet: name })).toBe(points + bonus)
  })
})
