import { farkle } from '@diceroom/shared/games/farkle/rules.ts'
import type { FarkleOptions, FarkleState } from '@diceroom/shared/games/farkle/state.ts'
import { expect, it } from 'vitest'
import { percent } from './figures.ts'
import { decidedSentence, optionsSentence } from './sentence.ts'

const options = (wish: Partial<FarkleOptions> = {}) => farkle.options.parse(wish)
const name = (seat: number) => ['Ada', 'Bo', 'Cy'][seat] ?? '?'

const over = (scores: readonly number[], rest: Partial<FarkleState>): FarkleState => ({
  ...farkle.setup([0, 1, 2], options(), 0),
  scores,
  isOver: true,
  turn: null,
  ...rest,
})
const decided = (state: FarkleState) => {
  const outcome = farkle.outcome(state)
  return outcome && decidedSentence(state, outcome, name)
}

it.each([
  ['decidedFirst', 'Ada', over([10050, 800, 900], { finalBy: 0 })],
  ['decidedLast', 'Bo', over([10050, 11000, 900], { finalBy: 0 })],
  ['decidedRolled', 'Cy', over([10050, 10050, 10050], { finalBy: 0, rollOffWinner: 2 })],
  ['decidedLong', 'Bo', over([700, 800, 600], {})],
])('[PG172] says what decided the game: %s', (key, who, state) => {
  expect(decided(state)).toMatchObject({ key, values: { name: who } })
})
it('[PG172] names everybody who shares the win', () => {
  const { key, values } = decided(over([10000, 10000, 900], { finalBy: 0 })) ?? {}
  expect(key).toBe('decidedShared')
  expect(`${values?.text}`.replaceAll(/[\u2068\u2069]/g, '')).toBe('Ada, Bo')
  expect(values?.score).toBe('10\u202f000')
})
it('[PG173] tells of the options the target, the table, the minimum, and what is not as usual', () => {
  const { values } = optionsSentence(options({ opening: 0, hotDice: 'must', piggyback: true }))
  expect(values).toMatchObject({
    target: '10\u202f000',
    text: {
      values: {
        table: { key: 'rules.A' },
        opening: { key: 'none' },
        hot: { key: 'rules.hot' },
        penalty: { key: 'none' },
        piggyback: { key: 'rules.piggyback' },
      },
    },
  })
})
it('[PG173] calls no chance none', () => {
  expect([1080 / 46656, 2 / 3, 0.001].map(percent)).toEqual([2, 67, 1])
})
