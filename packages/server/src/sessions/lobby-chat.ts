/** How many lines are kept for who comes later. */
export const LINES_KEPT = 100

/** What somebody said in the lobby. */
export interface LobbyLine {
  /** Counted from 1 since the server started. */
  readonly id: number
  readonly at: number
  readonly text: string
  /** The name of the account that said it; `null` for guests. */
  readonly name: string | null
}

/** The talk of everybody who is here, at no table. Kept in memory: it is for the moment, and ends with the server. */
export class LobbyChat {
  private kept: readonly LobbyLine[] = []
  private said = 0
  private readonly listeners: ((text: string) => void)[] = []

  say(line: Omit<LobbyLine, 'id'>): void {
    this.said += 1
    this.kept = [...this.kept, { id: this.said, ...line }].slice(-LINES_KEPT)
    for (const hear of this.listeners) hear(line.text)
  }

  /** Hears every line from now on, whichever way it came. */
  listen(hear: (text: string) => void): void {
    this.listeners.push(hear)
  }

  /** Takes back what somebody said. */
  forget(name: string): void {
    this.kept = this.kept.filter(line => line.name !== name)
  }

  /** The last of them, oldest first. */
  get lines(): readonly LobbyLine[] {
    return this.kept
  }
}
