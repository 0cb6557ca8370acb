import type { Outcome, Told } from './wire.ts'

/** Everything that the players were told and promised since it was last taken: what the log is held against. */
export class Witness {
  private told: Told[] = []
  private outcomes: Outcome[] = []
  /** What no server may do, whatever happens to it. */
  private complaints: string[] = []

  tell(told: Told): void {
    this.told.push(told)
  }

  promise(outcome: Outcome): void {
    this.outcomes.push(outcome)
  }

  complain(complaint: string): void {
    this.complaints.push(complaint)
  }

  take(): { told: readonly Told[]; outcomes: readonly Outcome[]; complaints: readonly string[] } {
    const { told, outcomes, complaints } = this
    this.told = []
    this.outcomes = []
    this.complaints = []
    return { told, outcomes, complaints }
  }
}
