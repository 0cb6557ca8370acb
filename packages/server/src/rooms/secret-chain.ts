import { hash } from 'node:crypto'

/** How many deals a new chain is good for. */
export const CHAIN_LENGTH = 1000
/** Every so many secrets one is kept, and those between are found from the next one: a chain in memory is 1 kB. */
const KEPT_EVERY = 32
const BYTES = 32

/** Where secrets are hashed: a buffer for each of them would take most of the time, and memory for a while. */
const scratch = Buffer.alloc(BYTES)

/** Puts the secret before the one in `scratch` in its place. */
const stepBack = (): number => scratch.write(hash('sha256', scratch, 'binary'), 'latin1')

/** `s[length] = root`, `s[k - 1] = SHA-256(s[k])`: whoever knows one secret can check all before it, and foresee none. */
export class SecretChain {
  readonly length: number
  /** `s[0]`, `s[32]`, `s[64]`, …, and the root, in one piece: many small ones would take far more memory. */
  private readonly kept: Buffer

  constructor(root: Uint8Array, length: number) {
    this.length = length
    this.kept = Buffer.alloc((Math.ceil(length / KEPT_EVERY) + 1) * BYTES)
    scratch.set(root)
    scratch.copy(this.kept, this.kept.length - BYTES)
    for (let k = length - 1; k >= 0; k -= 1) {
      stepBack()
      if (k % KEPT_EVERY === 0) scratch.copy(this.kept, (k / KEPT_EVERY) * BYTES)
    }
    scratch.fill(0)
  }

  /** `s[k]`, 0 ≤ k ≤ length. */
  secret(k: number): Buffer {
    if (!Number.isInteger(k) || k < 0 || k > this.length) throw new RangeError(`there is no secret ${k}`)
    const at = Math.ceil(k / KEPT_EVERY)
    this.kept.copy(scratch, 0, at * BYTES, (at + 1) * BYTES)
    for (let from = Math.min(at * KEPT_EVERY, this.length); from > k; from -= 1) stepBack()
    const secret = Buffer.alloc(BYTES)
    scratch.copy(secret)
    scratch.fill(0)
    return secret
  }
}
