import { describe, expect, it } from 'vitest'
import {
  bestKeep,
  combinationsOf,
  countFaces,
  farkleChance,
  keepsOf,
  pointsOf,
  type ScoringTable,
  scores,
} from './scoring.ts'

const TABLES = ['A', 'B', 'C'] as const

const dice = (text: string): readonly number[] => [...text].map(Number)
const points = (text: string, table: ScoringTable) => pointsOf(dice(text), table)

/** Every roll of so many dice. */
function* rolls(count: number): Generator<readonly number[], void> {
  const faces = Array.from({ length: count }, () => 1)
  for (let n = 0; n < 6 ** count; n += 1) {
    for (let at = 0, rest = n; at < count; at += 1, rest = Math.floor(rest / 6)) faces[at] = (rest % 6) + 1
    yield faces
  }
}

describe('dice that are set aside', () => {
  // What people argue about comes with its reason.
  it.each([
    ['1', 100, 100, 100],
    ['5', 50, 50, 50],
    ['2', null, null, null],
    ['11', 200, 200, 200],
    ['15', 150, 150, 150],
    ['12', null, null, null],
    ['22', null, null, null],
    ['111', 300, 1000, 1000],
    ['222', 200, 200, 200],
    ['333', 300, 300, 300],
    ['444', 400, 400, 400],
    ['555', 500, 500, 500],
    ['666', 600, 600, 600],
    // four ones: never three of a kind and a one
    ['1111', 1000, 2000, 2000],
    ['2222', 1000, 400, 400],
    ['5555', 1000, 1000, 1000],
    ['6666', 1000, 1200, 1200],
    ['11111', 2000, 4000, 3000],
    ['22222', 2000, 800, 600],
    ['66666', 2000, 2400, 1800],
    ['111111', 3000, 8000, 4000],
    // six of a kind: neither two triplets nor three pairs
    ['222222', 3000, 1600, 800],
    ['666666', 3000, 4800, 2400],
    ['123456', 1500, 1500, 1500],
    // no straight of five
    ['12345', null, null, null],
    ['23456', null, null, null],
    ['223344', 1500, 1500, 750],
    ['115566', 1500, 1500, 750],
    // 200 + 100 are less than the pairs, by any table
    ['551166', 1500, 1500, 750],
    // four and a pair: the best of 1000 + 200 and 1500 by A; by B and C no three pairs
    ['444411', 1500, 1000, 1000],
    ['111155', 1500, 2100, 2100],
    ['555511', 1500, 1200, 1200],
    ['222233', 1500, null, null],
    ['222255', 1500, 500, 500],
    ['222444', 2500, 600, 600],
    ['111555', 2500, 1500, 1500],
    ['111222', 2500, 1200, 1200],
    // a 5 beside four of a kind
    ['44445', 1050, 850, 850],
    ['44446', null, null, null],
    ['111115', 2050, 4050, 3050],
    ['33315', 450, 450, 450],
    ['3334', null, null, null],
    ['223', null, null, null],
  ])('[FK9] are worth what the table says: %s is %s by A, %s by B, %s by C', (text, a, b, c) => {
    expect(TABLES.map(table => points(text, table))).toEqual([a, b, c])
  })
  it('[FK9] are worth the same in any order', () => {
    expect(points('141414', 'A')).toBe(points('111444', 'A'))
    expect(points('642531', 'C')).toBe(1500)
    expect(points('414441', 'A')).toBe(1500)
  })
  it('[FK9] are worth nothing where there are none', () => {
    expect(pointsOf([], 'A')).toBeNull()
  })
  it('[FK10] are told apart into the combinations that are worth most', () => {
    expect(combinationsOf(dice('51333'), 'A')).toEqual([
      { kind: 'one', faces: [1], points: 100 },
      { kind: 'three', faces: [3, 3, 3], points: 300 },
      { kind: 'one', faces: [5], points: 50 },
    ])
    expect(combinationsOf(dice('414441'), 'A')).toEqual([
      { kind: 'four-and-pair', faces: [1, 1, 4, 4, 4, 4], points: 1500 },
    ])
    expect(combinationsOf(dice('414441'), 'B')?.map(({ kind }) => kind)).toEqual(['one', 'one', 'four'])
  })
  it.each(TABLES)('[FK10] are worth no more in two parts than together, by %s', table => {
    for (const faces of rolls(6)) {
      const whole = pointsOf(faces, table)
      if (whole === null || faces.some((face, at) => face < (faces[at - 1] ?? 0))) continue
      for (const { dice, points } of keepsOf(faces, table)) {
        const rest = pointsOf(
          faces.filter((_, at) => !dice.includes(at)),
          table,
        )
        expect(points + (rest ?? 0), `${faces.join('')}: ${dice.join('')}`).toBeLessThanOrEqual(whole)
      }
    }
  })
})

describe('a roll', () => {
  it('[FK8] may be set aside in any way in which every die scores', () => {
    expect(keepsOf([1, 5, 2, 2, 2, 3], 'A')).toEqual([
      { dice: [0], points: 100 },
      { dice: [1], points: 50 },
      { dice: [0, 1], points: 150 },
      { dice: [2, 3, 4], points: 200 },
      { dice: [0, 2, 3, 4], points: 300 },
      { dice: [1, 2, 3, 4], points: 250 },
      { dice: [0, 1, 2, 3, 4], points: 350 },
    ])
  })
  it('[FK8] lets one of two ones be taken, each by itself', () => {
    expect(keepsOf([1, 3, 1], 'A').map(({ dice }) => dice)).toEqual([[0], [2], [0, 2]])
  })
  it('[FK8] of six ones may be set aside in 63 ways', () => {
    expect(keepsOf([1, 1, 1, 1, 1, 1], 'B')).toHaveLength(63)
  })
  it('[FK8] of three pairs may be set aside as a whole, and not by halves', () => {
    expect(keepsOf([2, 2, 3, 3, 4, 4], 'A')).toEqual([{ dice: [0, 1, 2, 3, 4, 5], points: 1500 }])
  })
  it('[FK7] may be worth nothing', () => {
    expect(keepsOf([2, 3, 4, 6, 6, 2], 'A')).toEqual([])
    expect(bestKeep([2, 3, 4, 6, 6], 'C')).toBeNull()
  })
  it('[FK22] is best set aside for the most points, with as few dice as they take', () => {
    expect(bestKeep([1, 5, 2, 2, 2, 3], 'A')).toEqual({ dice: [0, 1, 2, 3, 4], points: 350 })
    expect(bestKeep([6, 1, 3], 'A')).toEqual({ dice: [1], points: 100 })
  })
})

describe('chances, counted out over every roll', () => {
  const FARKLES = [4, 16, 60, 204, 600, 1080] as const

  it.each(TABLES)(
    '[FK11] of a farkle are 2/3, 4/9, 60/216, 204/1296, 600/7776 and 1080/46656 by %s',
    table => {
      for (const [at, expected] of FARKLES.entries()) {
        let farkles = 0
        let wrong = 0
        for (const faces of rolls(at + 1)) {
          if (!hasKeep(faces, table)) farkles += 1
          if (scores(faces) !== hasKeep(faces, table)) wrong += 1
        }
        expect(wrong, 'rolls that are taken for the other kind').toBe(0)
        expect(farkles, `of ${at + 1} dice`).toBe(expected)
        expect(farkleChance(at + 1)).toBe(expected / 6 ** (at + 1))
      }
    },
  )
  it('[FK11] of a farkle with six dice were 1440 in 46656 without three pairs', () => {
    let farkles = 0
    for (const faces of rolls(6)) {
      const [keep] = keepsOfSorted(faces)
      const isPairs = countFaces(faces).filter(count => count === 2).length === 3
      if (!keep || (isPairs && !faces.includes(1) && !faces.includes(5))) farkles += 1
    }
    expect(farkles).toBe(1440)
  })
  it('[FK12] of the patterns of six dice', () => {
    const patterns: Record<string, number> = {}
    for (const faces of rolls(6)) {
      const pattern = countFaces(faces)
        .filter(count => count > 0)
        .toSorted((a, b) => b - a)
        .join('')
      patterns[pattern] = (patterns[pattern] ?? 0) + 1
    }
    expect(patterns).toEqual({
      '111111': 720,
      '21111': 10800,
      '2211': 16200,
      '222': 1800,
      '3111': 7200,
      '321': 7200,
      '33': 300,
      '411': 1800,
      '42': 450,
      '51': 180,
      '6': 6,
    })
  })

  const known = new Map<string, boolean>()
  /** Whether something scores: asked once for all orders of the same dice. */
  function hasKeep(faces: readonly number[], table: ScoringTable): boolean {
    const key = table + faces.toSorted().join('')
    const answer = known.get(key) ?? keepsOf(faces, table).length > 0
    known.set(key, answer)
    return answer
  }
  const keepsOfSorted = (faces: readonly number[]) => (hasKeep(faces, 'A') ? [true] : [])
})
