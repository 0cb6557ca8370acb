import { describe, expect, it } from 'vitest'
import { LAST, middleOf, pointOn, slideCurve } from './geometry.ts'
import { walk } from './walk.ts'

const START = { x: -0.6, y: 9.5 }

describe('the board', () => {
  it('runs from the lower left, to the right and to the left in turn, to the upper left', () => {
    expect(middleOf(1)).toEqual({ x: 0.5, y: 9.5 })
    expect(middleOf(10)).toEqual({ x: 9.5, y: 9.5 })
    expect(middleOf(11)).toEqual({ x: 9.5, y: 8.5 })
    expect(middleOf(20)).toEqual({ x: 0.5, y: 8.5 })
    expect(middleOf(100)).toEqual({ x: 0.5, y: 0.5 })
  })

  it('puts each square beside the next, and no two in one place', () => {
    const squares = Array.from({ length: LAST }, (_, index) => middleOf(index + 1))
    expect(new Set(squares.map(({ x, y }) => `${x},${y}`)).size).toBe(LAST)
    squares.slice(1).forEach(({ x, y }, index) => {
      const before = squares[index] ?? START
      expect(Math.abs(x - before.x) + Math.abs(y - before.y)).toBe(1)
    })
  })

  it('keeps every slide on the board', () => {
    for (let from = 2; from <= LAST; from += 7) {
      for (let to = 1; to < from; to += 5) {
        for (let part = 0; part <= 1; part += 0.05) {
          const { x, y } = pointOn(slideCurve({ from, to }), part)
          expect(Math.min(x, y)).toBeGreaterThan(0.3)
          expect(Math.max(x, y)).toBeLessThan(9.7)
        }
      }
    }
  })
})

describe('a walking piece', () => {
  const squaresOf = (...squares: number[]) => squares.map(middleOf)
  const points = (steps: ReturnType<typeof walk>) => steps.map(({ x, y }) => ({ x, y }))

  it('touches every square on its way', () => {
    expect(points(walk({ from: 8, to: 12 }, START))).toEqual(squaresOf(9, 10, 11, 12))
    expect(points(walk({ from: 0, to: 2 }, START))).toEqual(squaresOf(1, 2))
  })

  it('walks to the foot and then climbs', () => {
    const steps = walk({ from: 2, via: 4, to: 14 }, START)
    expect(points(steps)).toEqual(squaresOf(3, 4, 14))
    expect(steps.map(({ hop }) => hop)).toEqual(['hop', 'hop', 'glide'])
  })

  it('ends a slide where the slide ends', () => {
    const end = walk({ from: 15, via: 16, to: 6 }, START).at(-1)
    expect(end?.x).toBeCloseTo(middleOf(6).x)
    expect(end?.y).toBeCloseTo(middleOf(6).y)
  })

  it('turns at the last square when it runs past it', () => {
    expect(points(walk({ from: 98, to: 97 }, START))).toEqual(squaresOf(99, 100, 99, 98, 97))
  })

  it('stays when it stays, and goes home at once', () => {
    expect(walk({ from: 98, to: 98 }, START)).toEqual([])
    expect(points(walk({ from: 40, to: 0 }, START))).toEqual([START])
  })
})
