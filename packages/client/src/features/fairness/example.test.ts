import { browserHashes } from '@diceroom/sdk/hashes/browser-hashes.ts'
import { describe, expect, it } from 'vitest'
import { EXAMPLE_DICE, exampleOf } from './example.ts'

const INPUT = { secret: 'correct horse', seeds: ['strawberry', '42'], n: 0 }

describe('the example of how dice are made', () => {
  it('is what any other program makes of the same words', async () => {
    // Worked out with hashlib and hmac in Python.
    const example = await exampleOf(INPUT, browserHashes())
    expect(example.fingerprint).toBe('bf7ffba958c798f80e3cf8ebea1cbc781495cadb8880a7f2bbc73d530712b52d')
    expect(example.entropy).toBe('47858a0f83c361302bea4a728c982af98d3d8def9d5d225cc571eecb7021cf90')
    expect(example.input).toBe(`diceroom/1\nK7M2QX\n1\n0\n0\n0\n${example.entropy}`)
    expect(example.bytes.map(({ byte }) => byte)).toEqual([85, 30, 16, 144, 180])
    expect(example.faces).toEqual([2, 1, 5, 1, 1])
  })

  it('changes with every letter, and with the number of the roll', async () => {
    const inputs = [
      INPUT,
      { ...INPUT, secret: 'correct Horse' },
      { ...INPUT, seeds: ['strawberrz', '42'] },
      { ...INPUT, seeds: ['42', 'strawberry'] },
      { ...INPUT, n: 1 },
    ]
    const made = await Promise.all(inputs.map(input => exampleOf(input, browserHashes())))
    expect(new Set(made.map(({ bytes }) => JSON.stringify(bytes))).size).toBe(inputs.length)
  })

  it('skips the last four bytes, and always has its dice', async () => {
    const all = await Promise.all(
      Array.from({ length: 200 }, (_, n) => exampleOf({ ...INPUT, n }, browserHashes())),
    )
    const bytes = all.flatMap(example => example.bytes)
    expect(bytes.some(({ byte }) => byte >= 252)).toBe(true)
    for (const { byte, rest, face } of bytes) expect(face).toBe(byte >= 252 ? null : rest + 1)
    for (const { faces } of all) expect(faces).toHaveLength(EXAMPLE_DICE)
  })
})
