import { expect, it } from 'vitest'
import { placesIn } from './places.ts'

it('[PG103] counts who shares a place as so many', () => {
  expect(placesIn({ outcome: { places: [[2], [0, 3], [1]] }, seats: [] })).toEqual([
    { seat: 2, place: 1 },
    { seat: 0, place: 2 },
    { seat: 3, place: 2 },
    { seat: 1, place: 4 },
  ])
})
