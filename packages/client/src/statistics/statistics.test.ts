import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf, chiSquare, readingOf } from './chi-square.ts'
import { logGamma } from './gamma.ts'
import { faceCounts } from './histogram.ts'
import { luckOf, luckWord } from './luck.ts'

describe('the chance of a chi-square', () => {
  // docs/fairness.md for 5 degrees of freedom; the others are of the usual tables (NIST/SEMATECH e-Handbook, 1.3.6.7.4).
  it.each([
    [11.07, 5, 0.05],
    [15.086, 5, 0.01],
    [20.515, 5, 0.001],
    [35.888, 5, 0.000_001],
    [3.841, 1, 0.05],
    [10.828, 1, 0.001],
    [5.991, 2, 0.05],
    [7.815, 3, 0.05],
    [16.919, 9, 0.05],
    [21.666, 9, 0.01],
    [30.144, 19, 0.05],
    [43.82, 19, 0.001],
    [123.225, 99, 0.05],
    [148.23, 99, 0.001],
    [4.351, 5, 0.5],
    [1.145, 5, 0.95],
    [0.554, 5, 0.99],
    [61.137, 99, 0.999],
  ])('[FG1] of %d with %d degrees of freedom is %d', (statistic, df, p) => {
    // The tables give three decimals, so p is known to about a thousandth of itself.
    expect(chanceOf(statistic, df) / p).toBeCloseTo(1, 2)
  })

  it('[FG1] is what it is in closed form with 2 and 4 degrees of freedom, far out too', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), x => {
        expect(chanceOf(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 10)
        expect(chanceOf(x, 4) / (Math.exp(-x / 2) * (1 + x / 2))).toBeCloseTo(1, 10)
      }),
    )
  })

  it('[FG1] falls from 1 to 0 as the dice get more uneven', () => {
    const df = fc.integer({ min: 1, max: 99 })
    const some = fc.double({ min: 0, max: 400, noNaN: true })
    fc.assert(
      fc.property(df, some, some, (freedom, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(chanceOf(0, freedom)).toBe(1)
        expect(chanceOf(less, freedom)).toBeGreaterThanOrEqual(chanceOf(more, freedom) - 1e-12)
        expect(chanceOf(more, freedom)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('stands on the gamma function, which goes through the factorials', () => {
    let factorial = 1
    for (let n = 1; n < 20; n += 1) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 10)
      factorial *= n
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12)
  })
})

describe('the chi-square of faces', () => {
  it('is the sum over the faces', () => {
    const found = chiSquare([22, 24, 38, 30, 46, 44])
    expect(found.count).toBe(204)
    expect(found.df).toBe(5)
    expect(found.statistic).toBeCloseTo(15.294, 3)
    expect(found.p).toBeCloseTo(0.009_18, 4)
  })

  it('of no dice at all says nothing', () => {
    expect(readingOf(chiSquare([0, 0, 0, 0, 0, 0]))).toEqual({ kind: 'too few', enough: 30 })
  })
})

describe('a chi-square in words', () => {
  const of = (p: number, count = 1_000) => readingOf({ count, statistic: 0, df: 5, p })

  it('[FG2] never says that dice are fair, and nothing at all of few', () => {
    expect(of(0.5, 29)).toEqual({ kind: 'too few', enough: 30 })
    expect(of(0.000_1, 29).kind).toBe('too few')
    expect(of(0.5, 30)).toEqual({ kind: 'ordinary' })
  })

  it('[FG2] says how often fair dice do the same', () => {
    expect(of(0.051)).toEqual({ kind: 'ordinary' })
    expect(of(0.04)).toEqual({ kind: 'a little uneven', oneIn: 25 })
    expect(of(0.004)).toEqual({ kind: 'uneven', oneIn: 250 })
    expect(of(0.000_123_4)).toEqual({ kind: 'very uneven', oneIn: 8100 })
    expect(of(0)).toEqual({ kind: 'very uneven', oneIn: 1e9 })
    expect(of(0.999_5)).toEqual({ kind: 'very even', oneIn: 2000 })
    expect(of(1)).toEqual({ kind: 'very even', oneIn: 1e9 })
  })
})

describe('luck', () => {
  it('[FG3] is the distance from what was expected, in standard deviations', () => {
    // 12 six-sided dice: 42 is expected, with a deviation of √(12 · 35/12) = √35.
    const luck = luckOf([{ sides: 6, faces: [6, 6, 6, 6, 6, 6, 6, 6, 1, 1, 1, 1] }])
    expect(luck).toMatchObject({ count: 12, sum: 52, expected: 42 })
    expect(luck.z).toBeCloseTo(10 / Math.sqrt(35), 12)
    expect(luckWord(luck)).toBe('luckier')
  })

  it('[FG3] adds up over dice of several kinds', () => {
    const luck = luckOf([
      { sides: 6, faces: [3, 4] },
      { sides: 20, faces: [21 / 2, 10.5] },
    ])
    expect(luck).toEqual({ count: 4, sum: 28, expected: 28, z: 0 })
  })

  it('[FG3] turns round when every die is turned upside down', () => {
    const rolls = fc.array(
      fc
        .integer({ min: 2, max: 100 })
        .chain(sides => fc.array(fc.integer({ min: 1, max: sides })).map(faces => ({ sides, faces }))),
    )
    fc.assert(
      fc.property(rolls, some => {
        const turned = some.map(({ sides, faces }) => ({ sides, faces: faces.map(face => sides + 1 - face) }))
        expect(luckOf(turned).z).toBeCloseTo(-luckOf(some).z, 9)
      }),
    )
  })

  it('has words for each distance, and none for few dice', () => {
    const words = [-3.5, -2.5, -1.5, -1, 0, 0.4, 1, 1.9, 2.9, 3.1].map(z =>
      luckWord({ count: 10, sum: 0, expected: 0, z }),
    )
    expect(words).toEqual([
      'amazingly unluckier',
      'much unluckier',
      'unluckier',
      'a little unluckier',
      'as expected',
      'as expected',
      'a little luckier',
      'luckier',
      'much luckier',
      'amazingly luckier',
    ])
    expect(luckWord({ count: 9, sum: 54, expected: 31.5, z: 4 })).toBe('too few')
  })
})

describe('a histogram', () => {
  it('counts each face of each sort of die', () => {
    const counted = faceCounts([
      { sides: 6, faces: [1, 6, 6] },
      { sides: 4, faces: [4] },
      { sides: 6, faces: [2] },
    ])
    expect(counted).toEqual([
      { sides: 4, faces: [0, 0, 0, 1] },
      { sides: 6, faces: [1, 1, 0, 0, 0, 2] },
    ])
  })
})
