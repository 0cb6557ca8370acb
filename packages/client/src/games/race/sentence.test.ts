import { describe, expect, it } from 'vitest'
import { raceSentence } from './sentence.ts'

const moved = (from: number, landed: number, to: number, face: number) =>
  raceSentence(
    {
      type: 'piece_moved',
      seat: 0,
      from,
      landed,
      to,
      next: 1,
      rolls: [{ count: 1, sides: 6, faces: [face] }],
    },
    () => 'Ada',
  )

describe('what is said about a move', () => {
  it.each([
    [[2, 5, 5, 3], 'said.moves', { name: 'Ada', face: 3, to: 5 }],
    [[2, 4, 14, 2], 'said.climbs', { name: 'Ada', face: 2, from: 4, to: 14 }],
    [[12, 16, 6, 4], 'said.slides', { name: 'Ada', face: 4, from: 16, to: 6 }],
    [[98, 98, 98, 5], 'said.stays', { name: 'Ada', face: 5, square: 98 }],
    [[96, 100, 100, 4], 'said.wins', { name: 'Ada', face: 4 }],
    [[77, 80, 100, 3], 'said.wins', { name: 'Ada', face: 3 }],
  ] as const)('%j is %s', ([from, landed, to, face], key, values) => {
    expect(moved(from, landed, to, face)).toEqual({ key, values })
  })
})
