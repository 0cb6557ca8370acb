import { Options } from '@diceroom/shared/games/pig/options.ts'
import { type PigEvent, type PigState, pig } from '@diceroom/shared/games/pig/rules.ts'
import { expect, it } from 'vitest'
import { decidedSentence, optionsSentence, pigSentence } from './sentence.ts'

const nameOf = (seat: number) => ['Ada', 'Bo', 'Cy'][seat] ?? '?'
const roll = (...faces: readonly number[]) =>
  [{ deal: 1, who: '0', n: 0, count: faces.length, sides: 6, faces }] as const
const one = { seat: 0, rolls: roll(4) } as const

const cases: readonly (readonly [key: string, event: PigEvent])[] = [
  ['rolled', { type: 'rolled', ...one, points: 4, total: 9 }],
  ['rolledDouble', { type: 'rolled', seat: 0, rolls: roll(4, 4), points: 8, total: 8, mustRoll: true }],
  ['lost', { type: 'lost', seat: 0, rolls: roll(1), points: 9, next: 1 }],
  ['lostNothing', { type: 'lost', seat: 0, rolls: roll(1), points: 0, next: 1 }],
  ['lostScore', { type: 'lost', seat: 0, rolls: roll(1, 1), points: 9, scoreLost: 40, next: 1 }],
  ['banked', { type: 'banked', seat: 0, points: 20, score: 45, next: 1 }],
  ['bankedRoll', { type: 'banked', seat: 0, rolls: roll(4, 5), points: 9, score: 45, next: 1 }],
  ['wins', { type: 'banked', seat: 0, points: 20, score: 101, next: null, reached: 'win' }],
  ['winsRoll', { type: 'banked', ...one, points: 20, score: 101, next: null, reached: 'win' }],
  ['final', { type: 'banked', seat: 0, points: 20, score: 101, next: 1, reached: 'final_round' }],
]

it.each(cases)('[PG160] says what happened: %s', (key, event) => {
  expect(pigSentence(event, nameOf)).toMatchObject({ key, values: { name: 'Ada' } })
})

it('[PG160] says what the options come to, and nothing of those that change nothing', () => {
  const said = (wish: object) => optionsSentence(Options.parse(wish)).values.text
  expect(said({ rollDoubles: true })).toMatchObject({
    values: { variant: { key: 'rules.one' }, final: { key: 'none' }, doubles: { key: 'none' } },
  })
  expect(said({ variant: 'two', rollDoubles: true, finalRound: true, autoWin: true })).toMatchObject({
    values: {
      variant: { key: 'rules.two' },
      final: { key: 'rules.final' },
      auto: { key: 'rules.auto' },
      doubles: { key: 'rules.doubles' },
    },
  })
})

const over = (scores: readonly number[], reachedBy: number | null): PigState => ({
  ...pig.setup([0, 1, 2], Options.parse({}), null),
  scores,
  reachedBy,
  turns: [9, 8, 8],
  isOver: true,
  last: { seat: 0, did: 'banked', points: 24, faces: [6] },
})

it.each([
  ['decided', [104, 80, 20], null, { name: 'Ada', score: 104, turn: 9, points: 24 }],
  ['decidedFirst', [104, 80, 20], 0, { name: 'Ada', score: 104 }],
  ['decidedLast', [104, 108, 20], 0, { name: 'Bo', score: 108 }],
  ['decidedShared', [104, 104, 20], 0, { name: 'Ada, Bo', score: 104 }],
] as const)('[PG160] says what decided a game: %s', (key, scores, reachedBy, values) => {
  const state = over(scores, reachedBy)
  const outcome = pig.outcome(state)
  expect(outcome && decidedSentence(state, outcome, nameOf)).toMatchObject({ key, values })
})
