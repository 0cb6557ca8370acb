import type { Hashes } from '@diceroom/shared/fairness/verdict.ts'
import { webHashes } from './web-hashes.ts'

/** The browser's own where it has them; else, as on a phone in the LAN by plain http, ones that are fetched when needed. */
export function browserHashes(): Hashes {
  const subtle: SubtleCrypto | undefined = crypto.subtle
  return subtle ? webHashes(subtle) : fetchedHashes
}

const fetched = async (): Promise<Hashes> => (await import('./noble-hashes.ts')).nobleHashes

const fetchedHashes: Hashes = {
  sha256: async bytes => (await fetched()).sha256(bytes),
  hmac: async (key, bytes) => (await fetched()).hmac(key, bytes),
}
