import { describe, expect, it } from 'vitest'
import { turned, type Vector } from './orientation.ts'
import { EYE, type Lying, scatter, TILT } from './scatter.ts'

type Point = readonly [x: number, y: number]

const GROUNDS = [
  { width: 340, height: 480 },
  { width: 320, height: 280 },
  { width: 430, height: 330 },
  { width: 620, height: 560 },
  { width: 300, height: 110 },
  { width: 96, height: 300 },
]

const CORNERS: readonly Vector[] = [-0.5, 0.5].flatMap(x =>
  [-0.5, 0.5].flatMap(y => [-0.5, 0.5].map((z): Vector => [x, y, z])),
)

/** Where the eight corners of a die are on the screen. */
function outline({ x, y, yaw }: Lying, edge: number): readonly Point[] {
  return CORNERS.map(corner => {
    const flat = turned(corner, { axis: 'z', degrees: yaw })
    const [cx, cy, cz] = turned(flat, { axis: 'x', degrees: TILT })
    const nearer = EYE / (EYE - cz)
    return [x + cx * edge * nearer, y + cy * edge * nearer]
  })
}

/** Two convex shapes are apart if a straight line at some angle has one on each side. */
function apart(one: readonly Point[], other: readonly Point[]): boolean {
  for (let degrees = 0; degrees < 180; degrees += 3) {
    const angle = (degrees * Math.PI) / 180
    const along = ([x, y]: Point) => x * Math.cos(angle) + y * Math.sin(angle)
    const first = one.map(along)
    const second = other.map(along)
    if (Math.max(...first) < Math.min(...second) || Math.max(...second) < Math.min(...first)) return true
  }
  return false
}

describe('scatter', () => {
  it('lays 1 to 20 dice inside the tray, none over another', () => {
    for (const ground of GROUNDS) {
      for (let count = 1; count <= 20; count += 1) {
        for (let throwNumber = 0; throwNumber < 6; throwNumber += 1) {
          const { edge, dice } = scatter(count, ground, `room:${throwNumber}`)
          const shapes = dice.map(die => outline(die, edge))
          expect(shapes).toHaveLength(count)
          const xs = shapes.flat().map(([x]) => x)
          const ys = shapes.flat().map(([, y]) => y)
          expect(Math.min(...xs, ...ys)).toBeGreaterThanOrEqual(0)
          expect(Math.max(...xs)).toBeLessThanOrEqual(ground.width)
          expect(Math.max(...ys)).toBeLessThanOrEqual(ground.height)
          shapes.forEach((shape, i) => {
            for (const other of shapes.slice(i + 1)) expect(apart(shape, other)).toBe(true)
          })
        }
      }
    }
  })

  it('gives everybody the same picture for the same throw, and another for the next', () => {
    const ground = { width: 340, height: 480 }
    expect(scatter(5, ground, 'a:7')).toEqual(scatter(5, ground, 'a:7'))
    expect(scatter(5, ground, 'a:7')).not.toEqual(scatter(5, ground, 'a:8'))
  })

  it('keeps twenty dice on a phone large enough to read', () => {
    expect(scatter(20, { width: 340, height: 440 }, 'x').edge).toBeGreaterThan(40)
  })
})
