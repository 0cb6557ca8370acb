import { expect, it } from 'vitest'
import { enTable } from './en-table.ts'
import { zhCnTable } from './zh-cn-table.ts'

const holesIn = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

it('the sentences of what is done at a table say the same things in both languages', () => {
  const chinese: Readonly<Record<string, string>> = zhCnTable
  expect(Object.keys(chinese).toSorted()).toEqual(Object.keys(enTable).toSorted())
  for (const [key, english] of Object.entries(enTable)) {
    expect([key, ...holesIn(chinese[key] ?? '')]).toEqual([key, ...holesIn(english)])
  }
})
