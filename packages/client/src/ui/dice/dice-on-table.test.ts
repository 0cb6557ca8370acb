import { describe, expect, it } from 'vitest'
import { diceOnTable, onRail } from './dice-on-table.ts'

const valuesOf = (dice: ReturnType<typeof diceOnTable>) => dice.map(({ value }) => value)
const thrownOf = (dice: ReturnType<typeof diceOnTable>) =>
  dice.filter(({ last }) => last === 'thrown').map(({ index }) => index)

describe('the dice on the table', () => {
  it('are those thrown last, where a board says nothing else', () => {
    const dice = diceOnTable({ faces: [3, 5], air: 'clear', lies: undefined })
    expect(valuesOf(dice)).toEqual([3, 5])
    expect(thrownOf(dice)).toEqual([0, 1])
  })

  it('[PG101] are all that lie there, with the thrown ones at their places while they fly', () => {
    const lies = { faces: [6, 2, 6, 1, 4], thrown: [1, 3, 4] }
    const dice = diceOnTable({ faces: [5, 5, 3], air: 'flying', lies })
    expect(valuesOf(dice)).toEqual([6, 5, 6, 5, 3])
    expect(thrownOf(dice)).toEqual([1, 3, 4])
  })

  it('[PG101] are as the board has them once they have landed', () => {
    const dice = diceOnTable({
      faces: [5, 5, 3],
      air: 'clear',
      lies: { faces: [6, 5, 6, 5, 3], thrown: [1, 3, 4] },
    })
    expect(valuesOf(dice)).toEqual([6, 5, 6, 5, 3])
  })

  it('are none before the first throw of a turn, and those in the air when it comes', () => {
    expect(diceOnTable({ faces: [2], air: 'clear', lies: { faces: [], thrown: [] } })).toEqual([])
    const first = diceOnTable({
      faces: [1, 2, 3, 4, 5],
      air: 'flying',
      lies: { faces: [], thrown: [0, 1, 2, 3, 4] },
    })
    expect(valuesOf(first)).toEqual([1, 2, 3, 4, 5])
  })

  it('are the throw alone where it is of other dice than these: one for the start', () => {
    const dice = diceOnTable({ faces: [4, 2], air: 'flying', lies: { faces: [], thrown: [] } })
    expect(valuesOf(dice)).toEqual([4, 2])
  })
})

describe('the dice on the rail', () => {
  const dice = diceOnTable({
    faces: [5, 5, 3],
    air: 'clear',
    lies: { faces: [6, 5, 6, 5, 3], thrown: [1, 3, 4] },
  })
  const pick = { chosen: [4, 0], may: () => true, onToggle: () => {}, label: () => '' }

  it('[PG101] are those that were chosen, in that order', () => {
    expect(onRail(dice, { chosen: 'rail', pick })).toEqual([4, 0])
  })

  it('[PG101] are those that were not thrown, to everybody else', () => {
    expect(onRail(dice, { chosen: 'rail' })).toEqual([0, 2])
  })

  it('are none where chosen dice are marked', () => {
    expect(onRail(dice, { chosen: 'mark', pick })).toEqual([])
  })
})
