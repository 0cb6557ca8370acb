import { isIPv6 } from 'node:net'

/** Keys that are remembered at once; beyond them the oldest is forgotten. */
const KEYS_MAX = 50_000

interface Stretch {
  readonly endsAt: number
  count: number
}

/**
 * Counts attempts by key: `max` of them in a stretch of `withinMs`, which begins with the first. Keeps as many stretches
 * as are running, and 50,000 at most.
 */
export class Attempts {
  private readonly stretches = new Map<string, Stretch>()
  private readonly max: number
  private readonly withinMs: number

  constructor({ max, withinMs }: { readonly max: number; readonly withinMs: number }) {
    this.max = max
    this.withinMs = withinMs
  }

  /** How long a further attempt has to wait, in ms; 0 for one that may be made now. */
  waitFor(key: string, now: number): number {
    const stretch = this.running(key, now)
    return stretch && stretch.count >= this.max ? stretch.endsAt - now : 0
  }

  /** Counts an attempt, before it is known how it ends: of many at once only `max` are made. */
  note(key: string, now: number): void {
    const stretch = this.running(key, now)
    if (stretch) {
      stretch.count += 1
      return
    }
    // Stretches are as long as each other, so those that began first are over first.
    for (const [known, { endsAt }] of this.stretches) {
      if (endsAt > now && this.stretches.size < KEYS_MAX) break
      this.stretches.delete(known)
    }
    this.stretches.set(key, { endsAt: now + this.withinMs, count: 1 })
  }

  /** Takes an attempt back that was none after all. */
  forgive(key: string): void {
    const stretch = this.stretches.get(key)
    if (stretch) stretch.count -= 1
  }

  /** Begins anew. */
  clear(key: string): void {
    this.stretches.delete(key)
  }

  private running(key: string, now: number): Stretch | null {
    const stretch = this.stretches.get(key)
    if (stretch && stretch.endsAt > now) return stretch
    this.stretches.delete(key)
    return null
  }
}

/** Whoever has an IPv6 address has 2⁶⁴ of them: they count as one. */
export function neighbourhood(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (v4 !== undefined || !isIPv6(address)) return v4 ?? address
  const [front = '', back = ''] = (address.split('%')[0] ?? '').split('::')
  const groups = front.split(':').filter(group => group !== '')
  const rest = back.split(':').filter(group => group !== '')
  const missing = Math.max(0, 8 - groups.length - rest.length)
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...rest]
  return all
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}
