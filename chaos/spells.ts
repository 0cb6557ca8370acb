/** Things that begin at a moment and end at a later one. All of them can be ended at once. */
export class Spells {
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly ends = new Set<() => void>()

  /** Calls `begin` after `afterMs`, and what it gave `forMs` later. */
  plan(
    { afterMs, forMs }: { readonly afterMs: number; readonly forMs: number },
    begin: () => () => void,
  ): void {
    this.after(afterMs, () => {
      const end = begin()
      this.ends.add(end)
      this.after(forMs, () => {
        if (this.ends.delete(end)) end()
      })
    })
  }

  get isOver(): boolean {
    return this.timers.size === 0
  }

  /** Ends what lasts, and forgets what was to come. */
  end(): void {
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
    for (const end of this.ends) end()
    this.ends.clear()
  }

  private after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      act()
    }, ms)
    this.timers.add(timer)
  }
}
