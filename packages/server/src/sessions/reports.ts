import type { GameEvent } from '@diceroom/shared/games/game.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { Attempts } from './attempts.ts'

/** Reports of one player that are told in ten minutes. */
const REPORTS_MAX = 20
const WITHIN_MS = 10 * 60_000

/** What a player tells whoever runs the server. */
export interface Report {
  readonly room: string
  /** Of the event that is reported. */
  readonly seq: number
  readonly reporter: PlayerId
  /** Whose words they are, where the event says so. */
  readonly player?: PlayerId
  readonly name?: string
  /** What was said. */
  readonly line?: string
  readonly reason?: string
}

/** Tells the operator of what was said, each thing once for each who reports it. */
export class Reports {
  private readonly tell: (report: Report) => void
  private readonly now: () => number
  private readonly byPlayer = new Attempts({ max: REPORTS_MAX, withinMs: WITHIN_MS })
  private readonly told = new Attempts({ max: 1, withinMs: WITHIN_MS })

  constructor(tell: (report: Report) => void, now: () => number) {
    this.tell = tell
    this.now = now
  }

  /** Whether there is room for one more of this player's. */
  take(report: Report): boolean {
    const now = this.now()
    const key = `${report.room} ${report.seq} ${report.reporter}`
    if (this.told.waitFor(key, now) > 0) return true
    if (this.byPlayer.waitFor(report.reporter, now) > 0) return false
    this.byPlayer.note(report.reporter, now)
    this.told.note(key, now)
    this.tell(report)
    return true
  }
}

/** Who said what by an event, as far as anybody did. */
export function saidBy(event: LoggedEvent): Pick<Report, 'player' | 'name' | 'line'> {
  const {
    player,
    name,
    text,
    message,
  }: Partial<Record<'player' | 'name' | 'text' | 'message', unknown>> & Partial<GameEvent> = event
  const line = text ?? message
  return {
    ...(typeof player === 'string' ? { player } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof line === 'string' ? { line } : {}),
  }
}
