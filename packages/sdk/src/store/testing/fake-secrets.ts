import type { DecideContext } from '@diceroom/shared/room/draft.ts'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

const CHAIN_LENGTH = 1_000

/** The secrets of a room, the same ones in every run. Nothing can be verified with them, but seals are real. */
export function fakeSecrets(room: string): DecideContext {
  let chains = 0
  return {
    // Seeds are left out: browsers draw them anew in every run.
    faces({ deal, who, n, count, sides }) {
      const bytes = sha256(utf8ToBytes(`${room}/${deal}/${who}/${n}`))
      return Array.from({ length: count }, (_, at) => ((bytes[at] ?? 0) % sides) + 1)
    },
    secretOf: deal => hashOf(`secret ${deal} of ${room}`),
    passwordDigest: password => `digest of ${password}`,
    sealOf: seed => bytesToHex(sha256(hexToBytes(seed))),
    nextChain() {
      chains += 1
      return { commitment: hashOf(`chain ${chains} of ${room}`), chainLength: CHAIN_LENGTH }
    },
  }
}

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))
