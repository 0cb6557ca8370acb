import { expect, it } from 'vitest'
import { lifeOf } from './plan/schedule.ts'

const lives = (seed: number) => Array.from({ length: 500 }, (_, number) => lifeOf(seed, number, 20))

it('does the same again under the same seed, and something else under another', () => {
  expect(lives(7)).toEqual(lives(7))
  expect(lives(7)).not.toEqual(lives(8))
})

it('kills in every way, stops, fills the disk and hurts every line', () => {
  const planned = lives(7)
  expect(new Set(planned.map(({ death }) => death.at)).size).toBe(6)
  expect(new Set(planned.flatMap(({ full }) => full.map(({ how }) => how))).size).toBe(2)
  expect(new Set(planned.flatMap(({ lines }) => lines.map(({ kind }) => kind))).size).toBe(7)
  expect(new Set(planned.flatMap(({ lines }) => lines.map(({ player }) => player))).size).toBe(20)
  expect(planned.filter(({ stops }) => stops.length > 0).length).toBeGreaterThan(50)
})
