import { expect, it } from 'vitest'
import { emptyLog, heard, type LobbyLog, listed } from './lobby-log.ts'

const NAMES: Readonly<Record<string, string>> = { a: 'Ada' }

/** The server's lines from number `first` on, one letter each, those with an "a" said by Ada. */
const list = (letters: string, first = 1) =>
  [...letters].map((text, at) => ({
    id: first + at,
    at: 1_000 * (first + at),
    text,
    name: NAMES[text] ?? null,
  }))

const live = (log: LobbyLog, letters: string, by: 'you' | 'unknown' = 'unknown'): LobbyLog =>
  [...letters].reduce((before, text) => heard(before, { text, at: 7, by }), log)

const read = ({ lines }: LobbyLog) => lines.map(({ text }) => text).join('')
const keys = ({ lines }: LobbyLog) => lines.map(({ key }) => key)

it('[LB2] shows what was said before, and then what comes', () => {
  expect(read(live(listed(emptyLog, list('abc')), 'de'))).toBe('abcde')
})

it('says who spoke as soon as the server was asked, on the same line', () => {
  const before = live(listed(emptyLog, list('bc')), 'a')
  const after = listed(before, list('bca'))
  expect(before.lines.at(-1)?.by).toBe('unknown')
  expect(after.lines.map(({ by }) => by)).toEqual(['guest', 'guest', { name: 'Ada' }])
  expect(keys(after)).toEqual(keys(before))
})

it('keeps in mind what was sent from here', () => {
  const before = live(listed(emptyLog, list('b')), 'a', 'you')
  expect(listed(before, list('ba')).lines.map(({ by }) => by)).toEqual(['guest', 'you'])
})

it('keeps lines that came while the list was on its way', () => {
  const before = live(listed(emptyLog, list('ab')), 'xyz')
  const between = listed(before, list('abxy'))
  expect([read(between), keys(between)]).toEqual(['abxyz', keys(before)])
  expect(read(listed(between, list('abxyz')))).toBe('abxyz')
})

it('[LB6] has each line once, and none too few, after the connection was away', () => {
  const before = live(listed(emptyLog, list('ab')), 'x')
  expect(read(listed(before, list('abxmno')))).toBe('abxmno')
  const after = live(listed(before, list('abxmn')), 'o')
  expect(read(listed(after, list('abxmno')))).toBe('abxmno')
})

it('[LB6] has each line once where all say the same', () => {
  const before = live(listed(emptyLog, list('hh')), 'hh')
  expect(read(listed(before, list('hhhh')))).toBe('hhhh')
  expect(read(listed(before, list('hhh')))).toBe('hhhh')
  // one that was missed is taken for one that came, until the next list
  const healed = live(listed(listed(emptyLog, list('h')), list('h')), 'h')
  expect(read(listed(listed(healed, list('hh')), list('hhh')))).toBe('hhh')
})

it('keeps what the server has forgotten: what is older than its list, and all of it when it starts again', () => {
  const before = live(listed(emptyLog, list('abcd')), 'e')
  const hundred = 'x'.repeat(100)
  expect(read(listed(live(listed(emptyLog, list(`ab${hundred}`)), ''), list(hundred, 3)))).toBe(
    `ab${hundred}`,
  )
  const again = live(listed(before, []), 'f')
  expect(read(again)).toBe('abcdef')
  const spoken = [{ id: 1, at: 99_000, text: 'f', name: null }]
  expect(read(listed(again, spoken))).toBe('abcdef')
})

it('lets go of a line that the server has taken out', () => {
  const [a, , c] = list('abc')
  expect(read(listed(listed(emptyLog, list('abc')), a && c ? [a, c] : []))).toBe('ac')
  expect(read(listed(listed(emptyLog, list('abc')), c ? [c] : []))).toBe('c')
})

it('does not grow without end', () => {
  const much = live(emptyLog, 'x'.repeat(1_000))
  expect(much.lines).toHaveLength(200)
  expect(new Set(keys(much)).size).toBe(200)
})
