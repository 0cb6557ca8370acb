import type { CheckedRoll } from '@diceroom/shared/fairness/verdict.ts'
import { describe, expect, it } from 'vitest'
import { playersLuck } from './players-luck.ts'
import { seatingOf } from './seating.ts'

const joined = (seq: number, seat: number, name: string) => ({
  type: 'player_joined',
  seq,
  seat,
  player: `p-${name}`,
  name,
})
const roll = (seq: number, who: string, faces: readonly number[] | null): CheckedRoll => ({
  seq,
  deal: 1,
  who,
  n: 0,
  count: faces?.length ?? 1,
  sides: 6,
  inputs: [],
  expected: null,
  found: faces,
})

describe('who sat where', () => {
  it('is whoever came last before', () => {
    const seating = seatingOf({ events: [joined(2, 0, 'Ada'), joined(5, 0, 'Bo'), joined(6, 1, 'Ada')] })
    expect(seating.at(0, 1)).toBeNull()
    expect(seating.at(0, 2)?.name).toBe('Ada')
    expect(seating.at(0, 4)?.name).toBe('Ada')
    expect(seating.at(0, 5)?.name).toBe('Bo')
    expect(seating.at(1, 99)?.name).toBe('Ada')
    expect(seating.at(2, 99)).toBeNull()
  })

  it.each([undefined, null, 7, 'x', {}, { events: 3 }, { events: [null, 1, { type: 'player_joined' }] }])(
    'is nobody in %j',
    something => {
      expect(seatingOf(something).at(0, 99)).toBeNull()
    },
  )
})

describe('the luck of players', () => {
  it('[FG4] is counted for the people, not for the seats, and leaves out the table’s own and hidden dice', () => {
    const seating = seatingOf({ events: [joined(2, 0, 'Ada'), joined(5, 0, 'Bo'), joined(6, 1, 'Ada')] })
    const lucks = playersLuck(
      [
        roll(3, '0', [6, 6]),
        roll(3, '-', [1]),
        roll(4, 'v1', [1]),
        roll(5, '0', [1]),
        roll(7, '1', [2]),
        roll(8, '1', null),
        roll(8, '4', [3]),
      ],
      seating,
    )
    expect(lucks.map(({ name, seat, luck }) => [name, seat, luck.count, luck.sum])).toEqual([
      ['Ada', 1, 3, 14],
      ['Bo', 0, 1, 1],
    ])
  })
})
