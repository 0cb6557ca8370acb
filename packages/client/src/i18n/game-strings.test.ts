import { describe, expect, it } from 'vitest'
import { type GameText, gameStrings, textIn } from './game-strings.ts'

const files = import.meta.glob<Record<string, unknown>>('../games/*/*strings.ts', { eager: true })

const isGameText = (value: unknown): value is GameText<Record<string, string>> =>
  typeof value === 'object' && value !== null && 'texts' in value

const holesIn = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

const found = Object.entries(files).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(isGameText)
    .map(({ texts }) => [file, texts] as const),
)

it('[PG100] texts have the same holes in both languages', () => {
  expect(found).not.toEqual([])
  for (const [file, { words }] of found) {
    for (const [key, english] of Object.entries(words.en)) {
      const chinese = words['zh-CN'][key] ?? ''
      expect([file, key, ...holesIn(chinese)]).toEqual([file, key, ...holesIn(english)])
    }
  }
})

describe('a text of a game', () => {
  const pig = gameStrings('pig', {
    en: { left_one: '{{count}} point left', left_other: '{{count}} points left', hold: 'Hold' },
    'zh-CN': { left_one: '还差 {{count}} 分', left_other: '还差 {{count}} 分', hold: '停' },
  })

  it('depends on a number where the language has forms for it', () => {
    expect(textIn(pig.texts, 'en', 'left', { count: 1 })).toBe('{{count}} point left')
    expect(textIn(pig.texts, 'en', 'left', { count: 12 })).toBe('{{count}} points left')
    expect(textIn(pig.texts, 'zh-CN', 'left', { count: 1 })).toBe('还差 {{count}} 分')
  })

  it('brings its words along where it is said', () => {
    expect(pig.said('left', { count: 3 })).toEqual({ key: 'left', values: { count: 3 }, texts: pig.texts })
    expect(pig.said('hold')).toEqual({ key: 'hold', values: {}, texts: pig.texts })
  })

  it('is missed loudly', () => {
    expect(() => textIn(pig.texts, 'en', 'bank', {})).toThrow('bank')
  })
})
