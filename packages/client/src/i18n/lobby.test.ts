import { expect, it } from 'vitest'
import { enLobby } from './en-lobby.ts'
import { zhCnLobby } from './zh-cn-lobby.ts'

const holesIn = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

it('the sentences of the lobby say the same things in both languages', () => {
  const chinese: Readonly<Record<string, string>> = zhCnLobby
  expect(Object.keys(chinese).toSorted()).toEqual(Object.keys(enLobby).toSorted())
  for (const [key, english] of Object.entries(enLobby)) {
    expect([key, ...holesIn(chinese[key] ?? '')]).toEqual([key, ...holesIn(english)])
  }
})
