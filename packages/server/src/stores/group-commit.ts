type Work<Target> = (target: Target) => unknown

/** A piece of work that waits for the transaction it goes into. */
interface Waiting<Target> {
  readonly work: Work<Target>
  resolve(outcome: unknown): void
  reject(error: unknown): void
}

/**
 * Collects the writes of one turn of the event loop and has them done as one: one transaction, one wait for the disk.
 * `commit` does each piece upon a `Target` of its choice and gives what each gave, or throws if none of it was done.
 */
export class GroupCommit<Target> {
  private waiting: Waiting<Target>[] = []
  private readonly commit: (batch: readonly Work<Target>[]) => readonly unknown[]

  constructor(commit: (batch: readonly Work<Target>[]) => readonly unknown[]) {
    this.commit = commit
  }

  /** Resolves with what `work` gives, once it is committed. */
  add<Outcome>(work: (target: Target) => Outcome): Promise<Outcome> {
    // After the I/O phase: everything that this turn read from the sockets is in the batch.
    if (this.waiting.length === 0) setImmediate(() => this.flush())
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve: outcome => resolve(outcome as Outcome), reject })
    })
  }

  /** Does what waits now, without waiting for the end of the turn. */
  flush(): void {
    const batch = this.waiting
    this.waiting = []
    if (batch.length === 0) return
    try {
      const outcomes = this.commit(batch.map(({ work }) => work))
      for (const [at, { resolve }] of batch.entries()) resolve(outcomes[at])
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}
