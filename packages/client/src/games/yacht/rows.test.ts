import type { Score } from '@diceroom/shared/games/yacht/sheet.ts'
import { offersFor } from '@diceroom/shared/games/yacht/sheet.ts'
import { describe, expect, it } from 'vitest'
import { allFit, columnsFrom, mainSeat } from './columns.ts'
import { bonusStanding, cellOf, halvesOf, jokerHint } from './rows.ts'

const rules = { sheet: 'standard', joker: 'forced', order: 'free' } as const
const score: Score = { boxes: { ones: 3, sixes: 24, yacht: 50 }, extras: 1 }

describe('the rows of a sheet', () => {
  it.each([
    ['standard', 7, 7],
    ['yatzy', 8, 8],
    ['twelve', 6, 6],
  ] as const)('[PG180] stand in two halves as long as each other: %s', (sheet, left, right) => {
    const halves = halvesOf(sheet)
    expect(halves.map(({ length }) => length)).toEqual([left, right])
    expect(halves[0]?.slice(0, 6).every(({ kind }) => kind === 'box')).toBe(true)
    expect(halves[0]?.some(({ kind }) => kind === 'bonus')).toBe(sheet !== 'twelve')
  })
  it('[PG181] show what is filled, and what each open box would give', () => {
    const offers = offersFor(score, [2, 2, 2, 3, 3], rules)
    expect(cellOf(score, 'sixes', offers)).toEqual({ kind: 'filled', points: 24, extra: 0 })
    expect(cellOf(score, 'yacht', offers)).toEqual({ kind: 'filled', points: 50, extra: 100 })
    expect(cellOf(score, 'full-house', offers)).toMatchObject({ kind: 'offer', offer: { points: 25 } })
    expect(cellOf(score, 'fives', offers)).toMatchObject({ kind: 'offer', offer: { points: 0 } })
    expect(cellOf(score, 'fives', [])).toEqual({ kind: 'open' })
  })
  it('[PG181] say how far it is to the bonus', () => {
    expect(bonusStanding(score, 'standard')).toEqual({ at: 63, points: 35, sum: 27, left: 36 })
    expect(bonusStanding({ boxes: { fives: 25, sixes: 30, fours: 16 }, extras: 0 }, 'yatzy')).toMatchObject({
      points: 50,
      left: 0,
    })
    expect(bonusStanding(score, 'twelve')).toBeNull()
  })
  it.each([
    ['upper', { yacht: 50 }, 'forced'],
    ['lower', { yacht: 50, twos: 6 }, 'forced'],
    [
      'zero',
      {
        ...{ yacht: 0, twos: 6, chance: 9, 'full-house': 0, 'small-straight': 0, 'large-straight': 0 },
        ...{ 'three-of-a-kind': 0, 'four-of-a-kind': 0 },
      },
      'forced',
    ],
    ['free', { yacht: 50 }, 'free'],
  ] as const)('[PG181] say what a joker does: %s', (hint, boxes, joker) => {
    const offers = offersFor({ boxes, extras: 0 }, [2, 2, 2, 2, 2], { ...rules, joker })
    expect(jokerHint(2, offers, joker)).toBe(hint)
  })
})

describe('the columns of a sheet', () => {
  it('[PG182] stand beside each other where they fit: two on a phone, eight on a wide screen', () => {
    expect(allFit(1, 150)).toBe(true)
    expect(allFit(2, 152)).toBe(true)
    expect(allFit(3, 167)).toBe(false)
    expect(allFit(6, 300)).toBe(true)
    expect(allFit(8, 300)).toBe(false)
    expect(allFit(8, 370)).toBe(true)
  })
  it('[PG182] begin with the one of whoever looks, else with that of who is to act', () => {
    expect(mainSeat([0, 2, 3], 2, 3)).toBe(2)
    expect(mainSeat([0, 2, 3], null, 3)).toBe(3)
    expect(mainSeat([0, 2, 3], 5, null)).toBe(0)
    expect(columnsFrom([0, 2, 3], 2)).toEqual([2, 3, 0])
  })
})
