import { keepsOf } from '@diceroom/shared/games/farkle/scoring.ts'
import { describe, expect, it } from 'vitest'
import { bestOf, mayChoose, toggled, worthOf } from './choice.ts'

const keeps = (...faces: readonly number[]) => keepsOf(faces, 'A').map(({ dice }) => dice)

describe('dice that are tapped', () => {
  const roll = keeps(1, 5, 2, 2, 2, 3)

  it('[PG170] are chosen one after the other', () => {
    expect(toggled(roll, [], 1)).toEqual([1])
    expect(toggled(roll, [1], 0)).toEqual([0, 1])
  })
  it('[PG170] bring those along without which they do not score', () => {
    expect(toggled(roll, [0], 3)).toEqual([0, 2, 3, 4])
    expect(toggled(keeps(2, 2, 3, 3, 4, 4), [], 3)).toEqual([0, 1, 2, 3, 4, 5])
  })
  it('[PG170] go back, with those that do not score without them', () => {
    expect(toggled(roll, [0, 1], 0)).toEqual([1])
    expect(toggled(roll, [0, 2, 3, 4], 3)).toEqual([0])
    expect(toggled(keeps(4, 4, 4, 4, 2, 3), [0, 1, 2, 3], 0)).toEqual([1, 2, 3])
  })
  it('[PG170] can be chosen where they score at all', () => {
    expect([0, 1, 2, 3, 4, 5].filter(index => mayChoose(roll, index))).toEqual([0, 1, 2, 3, 4])
  })
})

describe('what a choice is worth', () => {
  it('[PG170] is worked out at each tap', () => {
    expect(worthOf([1, 5, 2, 2, 2, 3], [0, 2, 3, 4], 'A')).toBe(300)
    expect(worthOf([1, 5, 2, 2, 2, 3], [], 'A')).toBe(0)
    expect(bestOf([1, 5, 2, 2, 2, 3], 'A')).toBe(350)
  })
})
