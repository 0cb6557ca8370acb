import { yacht } from '@diceroom/shared/games/yacht/rules.ts'
import type { Score } from '@diceroom/shared/games/yacht/sheet.ts'
import type { YachtEvent, YachtState } from '@diceroom/shared/games/yacht/state.ts'
import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../words/sentence.ts'
import { decidedSentence, optionsSentence, yachtSentence } from './sentence.ts'
import { yachtText } from './strings.ts'

const named = (seat: number) => ['Ada', 'Bo'][seat] ?? '?'

/** A sentence in words, as it stands in one language. */
function spoken({ key, values }: Sentence, language: 'en' | 'zh-CN' = 'en'): string {
  const words: Readonly<Record<string, string>> = yachtText.texts.words[language]
  return (words[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, hole: string) => {
    const value = values[hole]
    return typeof value === 'object' ? spoken(value, language) : `${value}`
  })
}

const scored: Extract<YachtEvent, { type: 'box_scored' }> = {
  type: 'box_scored',
  seat: 0,
  box: 'fours',
  dice: [4, 4, 4, 4, 4],
  points: 20,
  joker: false,
  extra: 0,
  bonus: 0,
  total: 20,
  next: 1,
}

describe('what happened', () => {
  it.each<[string, YachtEvent]>([
    ['Ada enters 20 in Fours', scored],
    ['Ada enters 20 in Fours, 100 extra', { ...scored, extra: 100 }],
    ['Ada enters 20 in Fours, bonus 35', { ...scored, bonus: 35 }],
    ['Ada enters 20 in Fours, 100 extra, bonus 35', { ...scored, extra: 100, bonus: 35 }],
    ['Ada enters 25 in Full house by the joker', { ...scored, box: 'full-house', points: 25, joker: true }],
  ])('[PG183] is said: %s', (words, event) => {
    expect(spoken(yachtSentence(event, named))).toBe(words)
  })
  it('[PG183] names the dice that stayed, and those that were thrown', () => {
    const roll = { deal: 1, who: '0', n: 0, sides: 6 }
    const rolled = { type: 'dice_rolled', seat: 1, dice: [5, 6, 6, 1, 6], rollsLeft: 1 } as const
    const all = {
      ...rolled,
      thrown: [0, 1, 2, 3, 4],
      rolls: [{ ...roll, count: 5, faces: [5, 6, 6, 1, 6] }],
    } as const
    expect(spoken(yachtSentence(all, named))).toBe('Bo rolled 5 6 6 1 6')
    const some = { ...rolled, thrown: [0, 3], rolls: [{ ...roll, count: 2, faces: [5, 1] }] } as const
    expect(spoken(yachtSentence(some, named))).toBe('Bo kept 6 6 6 and rolled 5 1')
    expect(spoken(yachtSentence(some, named), 'zh-CN')).toBe('Bo 留下 6 6 6，掷出 5 1')
  })
})

describe('the options', () => {
  it.each([
    [{}, '13 boxes, bonus 35 from 63; a joker has its place, and earns 100'],
    [{ joker: 'none', order: 'down' }, '13 boxes, bonus 35 from 63; no joker; filled from the top down'],
    [{ sheet: 'yatzy' }, 'Yatzy: 15 boxes, bonus 50 from 63'],
    [{ sheet: 'twelve', order: 'down' }, '12 boxes, no bonus; filled from the top down'],
  ])('[PG184] come to a sentence: %o', (options, words) => {
    expect(spoken(optionsSentence(yacht.options.parse(options)))).toBe(words)
  })
})

describe('what decided a game', () => {
  const over = (...scores: readonly Score['boxes'][]): YachtState => ({
    ...yacht.setup(
      scores.map((_, seat) => seat),
      yacht.options.parse({}),
      0,
    ),
    scores: scores.map(boxes => ({ boxes, extras: 0 })),
  })
  const decided = (state: YachtState, ...places: readonly (readonly number[])[]) => {
    const said = decidedSentence(state, { places }, named)
    return said && spoken(said)
  }

  it('[PG184] is the bonus where that differs most', () => {
    const state = over({ fours: 20, fives: 25, sixes: 18 }, { chance: 30, yacht: 50 })
    expect(decided(state, [0], [1])).toBe('Ada has 18 more than Bo, most of all by the bonus of 35')
  })
  it('[PG184] is else the box that differs most', () => {
    const state = over({ yacht: 0, chance: 30 }, { yacht: 50, chance: 12 })
    expect(decided(state, [1], [0])).toBe('Bo has 32 more than Ada, most of all by Yacht: 50 to 0')
  })
  it('[PG184] is said of a draw, and beside what the best play has where somebody played alone', () => {
    expect(decided(over({ chance: 9 }, { chance: 9 }), [0, 1])).toBe('Ada, Bo share the game with 9 each')
    expect(decided(over({ chance: 9 }), [0])).toBe('Ada has 9; the best play has 255 on average')
  })
  it('[PG184] is an extra', () => {
    const state = over({ yacht: 50 }, { yacht: 50 })
    const extra = { ...state, scores: state.scores.map((score, seat) => ({ ...score, extras: 1 - seat })) }
    expect(decided(extra, [0], [1])).toBe('Ada has 100 more than Bo: five alike did it, more than once')
  })
})
