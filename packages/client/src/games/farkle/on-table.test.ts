import { farkle } from '@diceroom/shared/games/farkle/rules.ts'
import type { FarkleEvent, FarkleLast } from '@diceroom/shared/games/farkle/state.ts'
import { expect, it } from 'vitest'
import { onTable } from './on-table.ts'

const begun = farkle.setup([0, 1], farkle.options.parse({}), 0)
const after = (last: FarkleLast) => ({ ...begun, last })
const last: FarkleLast = {
  did: 'set_aside',
  seat: 0,
  faces: [1, 3, 5],
  kept: [0, 2],
  aside: [2, 2, 2, 1, 5],
  points: 150,
}

it('[PG171] shows on the rail what was set aside before the last roll, and of that roll what was set aside', () => {
  expect(onTable(after(last), null)).toEqual({ faces: [1, 3, 5], felt: [1], aside: [2, 2, 2] })
})
it('[PG171] leaves dice that farkled on the felt, beside what they cost', () => {
  const farkled: FarkleLast = { ...last, did: 'farkled', kept: [], aside: [2, 2, 2] }
  expect(onTable(after(farkled), null)).toEqual({ faces: [1, 3, 5], felt: [0, 1, 2], aside: [2, 2, 2] })
})
it('[PG171] shows a roll in the air with what lies aside meanwhile, and an empty rail after hot dice', () => {
  const rolled: FarkleEvent = {
    type: 'rolled',
    seat: 0,
    points: 1500,
    aside: [],
    rolls: [{ deal: 1, who: '0', n: 1, count: 6, sides: 6, faces: [1, 2, 3, 4, 6, 6] }],
  }
  expect(onTable(after(last), rolled)).toMatchObject({ felt: [0, 1, 2, 3, 4, 5], aside: [] })
})
it('[PG171] shows nothing before the first roll', () => {
  expect(onTable(begun, null)).toBeNull()
})
