import { hash } from 'node:crypto'

/** How many deals a new chain is good for. */
export const CHAIN_LENGTH = 1000
/** Every so many secrets are kept, and those between are found from the next one: a chain in memory is 1 kB. */
const KEPT_EVERY = 32

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** `s[length] = root`, `s[k - 1] = SHA-256(s[k])`: whoever knows one secret can check all before it, and foresee none. */
export class SecretChain {
  readonly length: number
  private readonly root: Uint8Array
  /** `s[0]`, `s[32]`, `s[64]`, … */
  private readonly kept: Buffer[] = []

  constructor(root: Uint8Array, length: number) {
    this.root = root
    this.length = length
    let secret: Buffer = Buffer.from(root)
    for (let k = length; k >= 0; k -= 1) {
      if (k % KEPT_EVERY === 0) this.kept[k / KEPT_EVERY] = secret
      if (k > 0) secret = sha256(secret)
    }
  }

  /** `s[k]`, 0 ≤ k ≤ length. */
  secret(k: number): Buffer {
    if (!Number.isInteger(k) || k < 0 || k > this.length) throw new RangeError(`there is no secret ${k}`)
    let at = Math.ceil(k / KEPT_EVERY) * KEPT_EVERY
    let secret = this.kept[at / KEPT_EVERY]
    if (secret === undefined) {
      secret = Buffer.from(this.root)
      at = this.length
    }
    for (; at > k; at -= 1) secret = sha256(secret)
    return secret
  }
}
