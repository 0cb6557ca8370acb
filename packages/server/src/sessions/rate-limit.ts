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
