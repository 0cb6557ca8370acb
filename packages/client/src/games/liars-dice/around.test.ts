import { expect, it } from 'vitest'
import { othersOf, placesFor } from './around.ts'

it('[PG192] the others sit round the table as they follow', () => {
  expect(othersOf([3, 0, 5, 1], 0)).toEqual([5, 1, 3])
  expect(othersOf([3, 0], null)).toEqual([3, 0])
  expect(othersOf([3, 0], 7)).toEqual([3, 0])
})

it('[PG192] one other sits opposite, and the next one to the left', () => {
  const [opposite] = placesFor(1, 'open')
  expect(opposite?.x).toBeCloseTo(50, 0)
  const [left, right] = placesFor(2, 'open')
  expect(left?.x).toBeLessThan(right?.x ?? 0)
  expect(left?.y).toBeCloseTo(right?.y ?? 0, 0)
})

it.each(['open', 'closed'] as const)('[PG192] cups stand apart and inside, the edge being %s', edge => {
  for (let count = 1; count <= 10; count += 1) {
    const places = placesFor(count, edge)
    expect(places).toHaveLength(count)
    for (const [at, place] of places.entries()) {
      expect(place.x).toBeGreaterThanOrEqual(8)
      expect(place.x).toBeLessThanOrEqual(92)
      expect(place.y).toBeGreaterThanOrEqual(8)
      expect(place.y).toBeLessThanOrEqual(92)
      for (const other of places.slice(at + 1)) {
        // On a table that is 346 wide and 250 high: as on a phone.
        const apart = Math.hypot((place.x - other.x) * 3.46, (place.y - other.y) * 2.5)
        expect(apart, `${count} cups`).toBeGreaterThan(44)
      }
    }
  }
})
