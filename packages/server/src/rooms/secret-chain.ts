import { hash } from 'node:crypto'

/** How many deals a new chain is good for. */
export const CHAIN_LENGTH = 1000
/** Every so many secrets one is kept, and those between are found from the next one: a chain in memory is 1 kB. */
const KEPT_EVERY = 32
const BYTES = 32

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** `s[length] = root`, `s[k - 1] = SHA-256(s[k])`: whoever knows one secret can check all before it, and foresee none. */
export class SecretChain {
  readonly length: number
  /** `s[0]`, `s[32]`, `s[64]`, …, and the root, in one piece: many small ones would take far more memory. */
  private readonly kept: Buffer

  constructor(root: Uint8Array, length: number) {
    this.length = length
    this.kept = Buffer.alloc((Math.ceil(length / KEPT_EVERY) + 1) * BYTES)
    let secret: Buffer = Buffer.from(root)
    secret.copy(this.kept, this.kept.length - BYTES)
    for (let k = length - 1; k >= 0; k -= 1) {
      secret = sha256(secret)
      if (k % KEPT_EVERY === 0) secret.copy(this.kept, (k / KEPT_EVERY) * BYTES)
    }
  }

  /** `s[k]`, 0 ≤ k ≤ length. */
  secret(k: number): Buffer {
    if (!Number.isInteger(k) || k < 0 || k > this.length) throw new RangeError(`there is no secret ${k}`)
    const at = Math.ceil(k / KEPT_EVERY)
    let secret = Buffer.from(this.kept.subarray(at * BYTES, (at + 1) * BYTES))
    for (let from = Math.min(at * KEPT_EVERY, this.length); from > k; from -= 1) secret = sha256(secret)
    return secret
  }
}
