import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asShown, PlayerName, TextLine } from './text.ts'

const name = (text: unknown) => PlayerName.safeParse(text).data
const line = (text: unknown) => TextLine.safeParse(text).data
const hex = (text: string) => [...text].map(char => (char.codePointAt(0) ?? 0).toString(16)).join(' ')

// What can change how the text around it looks, by example.
const CONTROLS = ['\u0000', '\t', '\n', '\r', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029']
const DIRECTIONS = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069']
const HALVES = ['\ud83c', '\udfb2']
// What cannot be seen.
const INVISIBLE = [
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u115f',
  '\u1160',
  '\u17b4',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
]
const INVISIBLE_TOO = [
  '\u200e',
  '\u200f',
  '\u2060',
  '\u2064',
  '\u2800',
  '\u3164',
  '\ufeff',
  '\uffa0',
  '\u{e0041}',
]

describe('a name', () => {
  it.each(['Ada', '李雷', 'Zoë', "O'Neil", 'Ana María', '🎲', 'נועה', 'x'])('[IN1] may be %s', text => {
    expect(name(text)).toBe(text)
  })
  it('[IN1] is trimmed, and written in one way only', () => {
    expect(name('  Ada \u00a0')).toBe('Ada')
    expect(name('Ａｄａ')).toBe('Ada')
    expect(name('Zoe\u0308')).toBe('Zo\u00eb')
    expect(name('ﬁn')).toBe('fin')
  })
  it('[IN1] says nothing of how its characters are to be drawn', () => {
    expect(name('Ada\ufe0f')).toBe('Ada')
    expect(name('❤\ufe0f')).toBe('❤')
    expect(name('葛\u{e0100}城')).toBe('葛城')
  })
  it('[IN2] has 1 to 32 characters, however many bytes they take', () => {
    expect(name('x'.repeat(32))).toHaveLength(32)
    expect(name('🎲'.repeat(32))).toBe('🎲'.repeat(32))
    for (const text of ['', ' ', '\u3000', 'x'.repeat(33), '🎲'.repeat(33)])
      expect(name(text)).toBeUndefined()
  })
  it('[IN2] is counted as it will be shown', () => {
    expect(name('\ufdfa')).toHaveLength(18)
    expect(name('\ufdfa\ufdfa')).toBeUndefined()
  })
  it('[IN2] is not even read where it is far too long', () => {
    const { error } = PlayerName.safeParse('x'.repeat(10_000))
    expect(error?.issues.map(({ code }) => code)).toEqual(['too_big'])
  })
  it.each([...CONTROLS, ...DIRECTIONS, ...HALVES].map(hex))('[IN3] does not hold %s', code => {
    const char = String.fromCodePoint(Number.parseInt(code, 16))
    for (const text of [`Ada${char}Bo`, `Ada${char}x`, `x${char}Ada`]) expect(name(text)).toBeUndefined()
  })
  it.each([...INVISIBLE, ...INVISIBLE_TOO].map(hex))('[IN4] does not hold what cannot be seen: %s', code => {
    const char = String.fromCodePoint(Number.parseInt(code, 16))
    for (const text of [char, `A${char}da`, `${char}${char}`]) expect(name(text)).toBeUndefined()
  })
  it('[IN4] that is accepted is accepted again as it is, trimmed, short and seen', () => {
    const codes = fc.array(fc.integer({ min: 0x20, max: 0x1_f6ff }), { maxLength: 40 })
    fc.assert(
      fc.property(codes, codes => {
        const accepted = name(String.fromCodePoint(...codes))
        if (accepted === undefined) return
        expect(name(accepted)).toBe(accepted)
        expect([...accepted].length).toBeLessThanOrEqual(32)
        expect(accepted).not.toMatch(/^\s|\s$|[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u)
      }),
    )
  })
})

it('[IN15] from anywhere is shown without what would change the text around it', () => {
  expect(asShown('a\u202eb\nc\u0000d\u2066e')).toBe('a b c d e')
  expect(asShown('你好 👨‍👩‍👧 é')).toBe('你好 👨‍👩‍👧 é')
})

describe('a line', () => {
  it('[IN5] has 1 to 500 characters', () => {
    expect(line('x'.repeat(500))).toHaveLength(500)
    expect(line('🎲'.repeat(500))).toBe('🎲'.repeat(500))
    for (const text of ['', 'x'.repeat(501), '🎲'.repeat(501)]) expect(line(text)).toBeUndefined()
    expect(TextLine.safeParse('x'.repeat(60_000)).error?.issues).toHaveLength(1)
  })
  it('[IN5] stays as it was written', () => {
    for (const text of ['  hm  ', '<b>not bold</b>', 'ﬁn', 'Zoe\u0308']) expect(line(text)).toBe(text)
  })
  it.each([...CONTROLS, ...DIRECTIONS, ...HALVES].map(hex))('[IN3] does not hold %s', code => {
    expect(line(`a${String.fromCodePoint(Number.parseInt(code, 16))}b`)).toBeUndefined()
  })
  it.each(['👨‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم'])(
    '[IN6] may hold what is written with joiners and selectors: %s',
    text => {
      expect(line(text)).toBe(text)
    },
  )
  it.each([' ', '\u3000', '\u200b', '\u200d\u200d', '\ufe0f', '\u3164', '\u2800', ' \u2060 '].map(hex))(
    '[IN6] is more than what cannot be seen: %s',
    codes => {
      const text = codes
        .split(' ')
        .map(code => String.fromCodePoint(Number.parseInt(code, 16)))
        .join('')
      expect(line(text)).toBeUndefined()
    },
  )
  it.each([7, null, undefined, {}, ['a'], true])('[IN5] is text, not %o', value => {
    expect(line(value)).toBeUndefined()
    expect(name(value)).toBeUndefined()
  })
})
