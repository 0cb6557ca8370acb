import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Hashes } from '../verdict.ts'

/** What a checker is given where there is neither Node nor a secure context. */
export const testHashes: Hashes = {
  sha256: async bytes => sha256(bytes),
  hmac: async (key, bytes) => hmac(sha256, key, bytes),
}
