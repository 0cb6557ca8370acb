/** One piece of work that waits for the transaction it goes into. */
interface Waiting<Work, Outcome> {
  readonly work: Work
  resolve(outcome: Outcome): void
  reject(error: unknown): void
}

/**
 * Collects what is handed in during one turn of the event loop and has it done as one: one transaction, one wait for
 * the disk. `commit` gives an outcome for each piece, or throws if none of it was done.
 */
export class GroupCommit<Work, Outcome> {
  private waiting: Waiting<Work, Outcome>[] = []
  private readonly commit: (batch: readonly Work[]) => readonly Outcome[]

  constructor(commit: (batch: readonly Work[]) => readonly Outcome[]) {
    this.commit = commit
  }

  add(work: Work): Promise<Outcome> {
    // After the I/O phase: everything that this turn read from the sockets is in the batch.
    if (this.waiting.length === 0) setImmediate(() => this.flush())
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject })
    })
  }

  /** Does what waits now, without waiting for the end of the turn. */
  flush(): void {
    const batch = this.waiting
    this.waiting = []
    if (batch.length === 0) return
    try {
      const outcomes = this.commit(batch.map(({ work }) => work))
      batch.forEach(({ resolve }, at) => {
        resolve(outcomes[at] as Outcome)
      })
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}
