import { describe, expect, it } from 'vitest'
import { enFair } from './en-fair.ts'
import { zhCnFair } from './zh-cn-fair.ts'

const holesIn = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

describe('the sentences about fair dice', () => {
  it('say the same things in both languages', () => {
    expect(Object.keys(zhCnFair).toSorted()).toEqual(Object.keys(enFair).toSorted())
    const chinese: Readonly<Record<string, string>> = zhCnFair
    for (const [key, english] of Object.entries(enFair)) {
      expect([key, ...holesIn(chinese[key] ?? '')]).toEqual([key, ...holesIn(english)])
    }
  })
})
