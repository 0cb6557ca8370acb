import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

// scrypt as OWASP recommends it: of its settings of equal strength the one that takes 32 MB and 0.2 s. It runs in Node's
// thread pool, so that nobody at a table waits for it; two at a time, so that files and the other threads go on.

const LOG2_N = 15
const COST = { N: 2 ** LOG2_N, r: 8, p: 3 }
const SALT_BYTES = 16
const HASH_BYTES = 32
const AT_ONCE = 2
/** Waiting that long for a hash no browser would do; more are refused. */
const WAITING_MAX = 50

/** Too many passwords wait to be hashed. */
export class TooManyHashes extends Error {}

/** Of a password as it may be typed on any keyboard: in NFC, as NIST SP 800-63B has it. */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFC'))

/** Hashes passwords, a few at a time. Both methods reject with `TooManyHashes`. */
export class Passwords {
  private running = 0
  private readonly waiting: (() => void)[] = []
  private readonly cost: { readonly N: number; readonly r: number; readonly p: number }

  constructor(cost = COST) {
    this.cost = cost
  }

  /** What is kept of a password: `scrypt$N$r$p$salt$hash`. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES)
    const { N, r, p } = this.cost
    const hash = await this.derive(password, salt, this.cost)
    return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
  }

  async verify(kept: string, password: string): Promise<boolean> {
    const [kind, N, r, p, salt = '', hash = ''] = kept.split('$')
    if (kind !== 'scrypt') return false
    const expected = Buffer.from(hash, 'base64url')
    const cost = { N: Number(N), r: Number(r), p: Number(p) }
    const found = await this.derive(password, Buffer.from(salt, 'base64url'), cost)
    return expected.length === found.length && timingSafeEqual(expected, found)
  }

  private async derive(
    password: string,
    salt: Buffer,
    cost: { N: number; r: number; p: number },
  ): Promise<Buffer> {
    await this.turn()
    try {
      return await hashed(bytesOf(password), salt, { ...cost, maxmem: 160 * cost.N * cost.r })
    } finally {
      this.running -= 1
      this.waiting.shift()?.()
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= WAITING_MAX) throw new TooManyHashes('too many passwords wait to be hashed')
      await new Promise<void>(resolve => this.waiting.push(resolve))
    }
    this.running += 1
  }
}

const hashed = (password: Buffer, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
