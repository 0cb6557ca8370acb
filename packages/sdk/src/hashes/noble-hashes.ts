import type { Hashes } from '@diceroom/shared/fairness/verdict.ts'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

/** Plain JavaScript's, for pages that have no WebCrypto. */
export const nobleHashes: Hashes = {
  sha256: async bytes => sha256(bytes),
  hmac: async (key, bytes) => hmac(sha256, key, bytes),
}
