import type { Hashes } from '@diceroom/shared/fairness/verdict.ts'

/** WebCrypto's, which a page has only in a secure context: over https, or from this very machine. */
export const webHashes = (subtle: SubtleCrypto): Hashes => ({
  async sha256(bytes) {
    return new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)))
  },
  async hmac(key, bytes) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    const known = await subtle.importKey('raw', new Uint8Array(key), algorithm, false, ['sign'])
    return new Uint8Array(await subtle.sign('HMAC', known, new Uint8Array(bytes)))
  },
})
