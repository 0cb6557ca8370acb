import { describe, expect, it } from 'vitest'
import { nearestTurn, railOf } from './rail.ts'

const PHONE = { width: 346, height: 500 }
const SIDEWAYS = { width: 430, height: 220 }
const DESKTOP = { width: 620, height: 560 }

const loaded = (lie: number, most = 6) => ({ lie, most, figures: 'shown' as const })

describe('the rail', () => {
  it.each([PHONE, SIDEWAYS, DESKTOP])('holds all dice beside its figures, none over another: %j', ground => {
    for (let lie = 1; lie <= 6; lie += 1) {
      const { box, slots } = railOf(ground, loaded(lie))
      expect(slots).toHaveLength(lie)
      slots.forEach(({ x, y, edge }, at) => {
        expect(x - edge / 2).toBeGreaterThanOrEqual(box.left)
        expect(x + edge / 2).toBeLessThanOrEqual(box.left + box.width - Math.min(150, 0.3 * box.width))
        expect(y - edge / 2).toBeGreaterThanOrEqual(box.top)
        expect(y + edge / 2).toBeLessThanOrEqual(box.top + box.height)
        for (const other of slots.slice(at + 1)) {
          expect(Math.max(Math.abs(other.x - x), Math.abs(other.y - y))).toBeGreaterThan(edge)
        }
      })
    }
  })

  it('has a fingertip of room for each die on a phone and on a desktop', () => {
    for (const ground of [PHONE, DESKTOP]) {
      const { slots } = railOf(ground, loaded(6))
      for (const [at, { x, y }] of slots.entries()) {
        for (const other of slots.slice(at + 1))
          expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThanOrEqual(48)
      }
    }
  })

  it('is as high with one die as with all of them, and leaves the same felt', () => {
    const { box, felt } = railOf(PHONE, loaded(1))
    expect(railOf(PHONE, loaded(6))).toMatchObject({ box, felt })
    expect(felt.height).toBe(box.top)
  })

  it('shows few dice larger than many', () => {
    const [one, six] = [1, 6].map(lie => railOf(PHONE, loaded(lie)).slots[0]?.edge ?? 0)
    expect(one).toBeGreaterThan(six ?? 0)
  })

  it('turns a die the short way', () => {
    expect(nearestTurn(4, 340)).toBe(364)
    expect(nearestTurn(4, 100)).toBe(4)
    expect(nearestTurn(4, -20)).toBe(4)
  })
})
