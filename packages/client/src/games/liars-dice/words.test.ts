import type { Seat } from '@diceroom/shared/games/game.ts'
import { liarsDice } from '@diceroom/shared/games/liars-dice/rules.ts'
import type { Reveal } from '@diceroom/shared/games/liars-dice/state.ts'
import { expect, it } from 'vitest'
import { textIn } from '../../i18n/game-strings.ts'
import type { Sentence } from '../../words/sentence.ts'
import { optionsSentence } from './options-sentence.ts'
import { bidWords, decidedSentence, diceWords, liarsSentence } from './words.ts'

const nameOf = (seat: Seat) => ['Ada', 'Bo', 'Cy'][seat] ?? '?'

/** A sentence as it is read, in one language. */
function read(sentence: Sentence | null, language: 'en' | 'zh-CN' = 'en'): string {
  if (!sentence?.texts) return ''
  const text = textIn(sentence.texts, language, sentence.key, sentence.values)
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, hole: string) => {
    const value = sentence.values[hole] ?? ''
    return typeof value === 'object' ? read(value, language) : `${value}`
  })
}

const shown: Reveal = {
  round: 3,
  how: 'call',
  by: 0,
  bid: { seat: 1, count: 5, face: 4, wild: true },
  hands: [[4], [1]],
  counted: [[0], [0]],
  kinds: ['plain', 'plain'],
  count: 2,
  right: true,
  changes: [{ seat: 1, dice: -1, drinks: 0 }],
  dice: [1, 0],
  drinks: [0, 0],
  out: null,
  next: 1,
  palifico: false,
}
const told = (change: Partial<Reveal>, language: 'en' | 'zh-CN' = 'en') =>
  read(liarsSentence({ type: 'revealed', ...shown, ...change }, nameOf), language)

it('[PG194] bids are said in words, and in figures where those are too long', () => {
  expect(read(diceWords({ count: 1, face: 6 }))).toBe('one 6')
  expect(read(diceWords({ count: 5, face: 4 }))).toBe('five 4s')
  expect(read(diceWords({ count: 5, face: 4 }), 'zh-CN')).toBe('五个 4')
  expect(read(diceWords({ count: 2, face: 4 }), 'zh-CN')).toBe('两个 4')
  expect(read(diceWords({ count: 23, face: 4 }))).toBe('23 × 4')
  expect(read(bidWords({ count: 5, face: 4 }, 'zhai'), 'zh-CN')).toBe('五个 4斋')
})

it('[PG194] what a round came to is said: who doubted what, how many there were, and who loses what', () => {
  expect(told({})).toBe('Ada doubted five 4s: there were two. Bo loses a die')
  expect(told({}, 'zh-CN')).toBe('Ada 开五个 4：共有两个。Bo 输一颗骰子')
  expect(told({ count: 0, out: 1 })).toBe(
    'Ada doubted five 4s: there were none. Bo loses the last die and is out',
  )
  expect(told({ how: 'exact', changes: [{ seat: 0, dice: 1, drinks: 0 }] })).toBe(
    'Ada called five 4s exact: there were two. Ada gets a die back',
  )
  expect(told({ how: 'exact', changes: [] })).toMatch(/Nobody loses anything$/)
  expect(told({ changes: [{ seat: 1, dice: -3, drinks: 0 }] })).toMatch(/Bo loses three dice$/)
  expect(told({ how: 'counter', changes: [{ seat: 0, dice: 0, drinks: 4 }] }, 'zh-CN')).toMatch(/Ada 喝四杯$/)
})

it('[PG194] nothing is said of dice that are rolled, so that the round before can still be read', () => {
  const rolled = {
    type: 'hands_rolled',
    round: 2,
    starter: 0,
    palifico: false,
    hands: [],
    rolls: [],
  } as const
  expect(liarsSentence(rolled, nameOf)).toBeNull()
})

it('[PG194] what decided a game is said', () => {
  const perudo = { ...liarsDice.setup([0, 1], liarsDice.options.parse({}), 0), round: 7 }
  expect(read(decidedSentence(perudo, { places: [[1], [0]] }, nameOf))).toBe(
    'Bo was the last one with dice, after 7 rounds',
  )
  const options = liarsDice.options.parse({ rules: 'chuiniu' })
  const chuiniu = { ...liarsDice.setup([0, 1, 2], options, 0), drinks: [1, 5, 1] }
  expect(read(decidedSentence(chuiniu, { places: [[0, 2], [1]] }, nameOf))).toBe(
    'Ada, Cy had the fewest drinks: 1',
  )
})

it('[PG194] options come to a sentence', () => {
  const sentence = (wish: object, language: 'en' | 'zh-CN' = 'en') =>
    read(optionsSentence(liarsDice.options.parse(wish)), language)
  expect(sentence({})).toBe('Perudo with 5 dice each')
  expect(sentence({ exact: 'anyone', palifico: false })).toBe(
    'Perudo with 5 dice each, exact calls, no palifico',
  )
  expect(sentence({ rules: 'chuiniu', wide: true }, 'zh-CN')).toBe(
    '吹牛，每人 5 颗骰子，喝满 5 杯结束，可斋、可飞、可劈，差得太多要加倍',
  )
})
