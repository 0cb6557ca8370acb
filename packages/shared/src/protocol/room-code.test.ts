import { expect, it } from 'vitest'
import { CODE_ALPHABET, CODE_LENGTH, isRoomCode, namedRoom, normalizeCode } from './room-code.ts'

it('[IN7] is six characters, none of which looks like another', () => {
  expect(CODE_LENGTH).toBe(6)
  expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length)
  for (const char of '01ILOU') expect(CODE_ALPHABET).not.toContain(char)
  expect(isRoomCode('ABC234')).toBe(true)
  for (const code of ['', 'ABC23', 'ABC2345', 'ABC230', 'ABCI34', 'abc234', 'ABC 34', 'ABC234\n', 'АВС234']) {
    expect(isRoomCode(code)).toBe(false)
  }
})

it.each(['ABC234', 'abc234', 'abc 234', 'AbC-234', ' ABC·234 ', 'a.b.c.2.3.4'])(
  '[IN7] is read in any case and with any separators: "%s"',
  text => {
    expect(normalizeCode(text)).toBe('ABC234')
  },
)

it.each(['lobby', '房间_7', 'Ölçü', '٣', 'ꟲ', 'x'.repeat(64), '𝒳'.repeat(64)])(
  '[IN14] is "~" and the name, for a room that is called "%s"',
  name => {
    expect(namedRoom(name)).toBe(`~${name}`)
    expect(normalizeCode(`~${name}`)).toBe(`~${name}`)
    expect(isRoomCode(`~${name}`)).toBe(false)
  },
)

it.each(['', 'x'.repeat(65), 'a b', 'a-b', 'a.b', '~a', 'é'.normalize('NFD'), '\ud835', '🎲', 'a\n', '../x'])(
  '[IN14] is not there for what no word is: "%s"',
  name => {
    expect(namedRoom(name)).toBeNull()
  },
)
