import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserHashes } from './browser-hashes.ts'
import { hexOf } from './hex.ts'

afterEach(() => vi.unstubAllGlobals())

const bytes = (text: string) => new TextEncoder().encode(text)

/** Both kinds, as a page gets them. */
function bothHashes() {
  const inSecureContext = browserHashes()
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  return [inSecureContext, browserHashes()] as const
}

describe('hashes', () => {
  it('[BS1] are those of the standards, with WebCrypto and without', async () => {
    for (const { sha256, hmac } of bothHashes()) {
      // FIPS 180-4, and RFC 4231, test case 2.
      expect(hexOf(await sha256(bytes('abc')))).toBe(
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      )
      expect(hexOf(await hmac(bytes('Jefe'), bytes('what do ya want for nothing?')))).toBe(
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      )
    }
  })

  it('[BS1] are the same with WebCrypto and without, whatever is hashed', async () => {
    const [web, plain] = bothHashes()
    expect(web).not.toBe(plain)
    const some = fc.uint8Array({ maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 100 }), some, async (key, input) => {
        expect(await web.sha256(input)).toEqual(await plain.sha256(input))
        expect(await web.hmac(key, input)).toEqual(await plain.hmac(key, input))
      }),
    )
  })
})
