import { spawnSync } from 'node:child_process'
import { namedRoom } from '@diceroom/shared/protocol/room-code.ts'
import { expect, it } from 'vitest'

/** Prints of each character that this Python knows, and that can be sent, whether `\w+` takes it: `[[code point, 0 or 1]…]`. */
const PROGRAM = String.raw`
import json, re, unicodedata
word = re.compile(r"\w+")
known = [c for c in range(0x110000) if unicodedata.category(chr(c)) not in ("Cn", "Cs")]
print(json.dumps([[c, int(bool(word.fullmatch(chr(c))))] for c in known]))
`

/** Given to no character by the Unicode of this Node. */
const UNKNOWN = /^\p{Cn}$/u

it('[IN14] takes for a name of a room exactly the characters that Python does, of those that both know', () => {
  const { stdout, error } = spawnSync('python3', ['-c', PROGRAM], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw new Error(`this needs python3: ${error.message}`)
  const known = (JSON.parse(stdout) as readonly (readonly [number, 0 | 1])[])
    .map(([code, isWord]) => ({ char: String.fromCodePoint(code), isWord: isWord === 1 }))
    .filter(({ char }) => !UNKNOWN.test(char))
  expect(known.length).toBeGreaterThan(280_000)
  const different = known.filter(({ char, isWord }) => (namedRoom(char) !== null) !== isWord)
  expect(different.map(({ char }) => char.codePointAt(0)?.toString(16))).toEqual([])
  expect(known.filter(({ isWord }) => isWord).length).toBeGreaterThan(130_000)
})
