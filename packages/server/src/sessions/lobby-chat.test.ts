import { describe, expect, it } from 'vitest'
import { LINES_KEPT, LobbyChat } from './lobby-chat.ts'

describe('the chat of the lobby', () => {
  it('[OW4] keeps the last hundred lines for who comes later, numbered, oldest first', () => {
    const chat = new LobbyChat()
    expect(chat.lines).toEqual([])
    for (let at = 1; at <= LINES_KEPT + 5; at += 1) chat.say({ at, text: `line ${at}`, name: null })
    expect(chat.lines).toHaveLength(100)
    expect(chat.lines[0]).toEqual({ id: 6, at: 6, text: 'line 6', name: null })
    expect(chat.lines.at(-1)).toEqual({ id: 105, at: 105, text: 'line 105', name: null })
  })
})
