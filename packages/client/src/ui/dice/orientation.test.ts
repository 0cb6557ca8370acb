import { describe, expect, it } from 'vitest'
import { direction, FACES, type Face, faceOf, placeOf, turned, upTurn, type Vector } from './orientation.ts'

const rounded = (vector: Vector) => vector.map(part => Math.round(part * 1e9) / 1e9 + 0)
const onCube = (face: Face) => turned([0, 0, 1], placeOf(face))
const cross = ([a, b, c]: Vector, [d, e, f]: Vector): Vector => [b * f - c * e, c * d - a * f, a * e - b * d]
const dot = (one: Vector, other: Vector) => one.reduce((sum, part, i) => sum + part * (other[i] ?? 0), 0)

describe('a cube', () => {
  it('shows on top the face that was rolled, and no other', () => {
    for (const top of FACES) {
      for (const yaw of [0, 17, 90, 233]) {
        expect(rounded(direction(top, top, yaw))).toEqual([0, 0, 1])
        const others = FACES.filter(face => face !== top).map(face => direction(face, top, yaw)[2])
        expect(Math.max(...others)).toBeLessThan(0.001)
      }
    }
  })

  it('has opposite faces that sum to seven', () => {
    for (const face of FACES) {
      const opposite = rounded(onCube(face)).map(part => 0 - part)
      expect(rounded(onCube(faceOf(7 - face)))).toEqual(opposite)
    }
  })

  it('has six different places, and runs 1, 2, 3 counter-clockwise about their corner', () => {
    expect(new Set(FACES.map(face => rounded(onCube(face)).join())).size).toBe(6)
    // y points down here, which mirrors the hand: counter-clockwise to the eye is a negative product
    expect(Math.round(dot(cross(onCube(1), onCube(2)), onCube(3)))).toBe(-1)
  })

  it('undoes the place of the face that it turns up', () => {
    for (const face of FACES) expect(rounded(turned(onCube(face), upTurn(face)))).toEqual([0, 0, 1])
  })

  it('refuses a face that no cube has', () => {
    for (const value of [0, 7, 1.5, Number.NaN]) expect(() => faceOf(value)).toThrow(RangeError)
  })
})
