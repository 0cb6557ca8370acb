import { neighbourhood } from './attempts.ts'

export type Verdict = 'pass' | 'refuse' | 'close'

/** How many refusals in a row, without a message's pause between them, end the connection. */
const REFUSALS_MAX = 200

/** A token bucket for one connection: `burst` messages at once, `perSecond` for long; `now` in ms. */
export class RateLimit {
  private tokens: number
  private filledAt: number
  private refusals = 0
  private readonly limit: { readonly perSecond: number; readonly burst: number }

  constructor(limit: { readonly perSecond: number; readonly burst: number }, now: number) {
    this.limit = limit
    this.tokens = limit.burst
    this.filledAt = now
  }

  /** What to do with a message that comes now: `close` for a sender who goes on in spite of many refusals. */
  take(now: number): Verdict {
    const { perSecond, burst } = this.limit
    // A clock that is set back costs nobody anything.
    const elapsed = Math.max(0, now - this.filledAt)
    this.tokens = Math.min(burst, this.tokens + (elapsed / 1000) * perSecond)
    this.filledAt = now
    if (this.tokens >= burst / 2) this.refusals = 0
    if (this.tokens < 1) {
      this.refusals += 1
      return this.refusals > REFUSALS_MAX ? 'close' : 'refuse'
    }
    this.tokens -= 1
    return 'pass'
  }
}

/**
 * The same limit for addresses, which come and go: `burst` messages in each stretch of time in which as many may be
 * sent for long. Keeps no more than the addresses of one such stretch.
 */
export class AddressRateLimit {
  private readonly counts = new Map<string, number>()
  private beganAt = 0
  private readonly limit: { readonly perSecond: number; readonly burst: number }

  constructor(limit: { readonly perSecond: number; readonly burst: number }) {
    this.limit = limit
  }

  /** Whether one more message of `address` may pass at `now` (ms). */
  take(address: string, now: number): boolean {
    const { perSecond, burst } = this.limit
    if (Math.abs(now - this.beganAt) >= (burst / perSecond) * 1000) {
      this.counts.clear()
      this.beganAt = now
    }
    const from = neighbourhood(address)
    const count = (this.counts.get(from) ?? 0) + 1
    this.counts.set(from, count)
    return count <= burst
  }
}
