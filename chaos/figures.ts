import { percentile } from '../bench/measure/numbers.ts'
import { decimal, markdownTable, whole } from '../bench/table.ts'
import { type Death, LINE_FAULTS, type LineFaultKind } from './plan/schedule.ts'

/** What was done to the server and to the lines, and what came of it. */
export class Figures {
  readonly kills = new Map<Death['at'], number>()
  readonly lines = new Map<LineFaultKind, number>()
  stops = 0
  /** Disks that were full while the server lived, and starts that it refused for that. */
  fullSpells = 0
  refusedStarts = 0
  /** Aimed kills whose moment never came: the server was killed all the same. */
  missed = 0
  rooms = 0
  games = 0
  events = 0
  acknowledged = 0
  retried = 0
  refused = 0
  statements = 0
  checks = 0
  dealsClosed = 0
  rolls = 0
  /** Seeds of players that went into the dice, and those that did not come in time. */
  seeds = 0
  missing = 0
  /** From the start of the process to the first command that it acknowledged, in ms. */
  readonly backAfter: number[] = []
  readonly violations: string[] = []

  get killed(): number {
    return [...this.kills.values()].reduce((sum, count) => sum + count, 0)
  }

  count<Kind extends string>(counts: Map<Kind, number>, kind: Kind): void {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }

  /** One table, and below it what was violated. */
  toString(): string {
    const faults = LINE_FAULTS.map(kind => [`lines ${kind}`, whole(this.lines.get(kind) ?? 0)])
    const kills = [...this.kills].sort().map(([at, count]) => [`… at ${at}`, whole(count)])
    const rows = [
      ['kills', whole(this.killed)],
      ...kills,
      ['… of which missed their moment', whole(this.missed)],
      ['stops of 0.3–3 s', whole(this.stops)],
      ['full disks', whole(this.fullSpells)],
      ['starts refused for a full disk', whole(this.refusedStarts)],
      ...faults,
      ['rooms', whole(this.rooms)],
      ['games begun', whole(this.games)],
      ['events in the logs', whole(this.events)],
      ['commands acknowledged', whole(this.acknowledged)],
      ['commands refused', whole(this.refused)],
      ['commands sent again', whole(this.retried)],
      ['things told to players', whole(this.statements)],
      ['deals closed and verified', whole(this.dealsClosed)],
      ['rolls verified', whole(this.rolls)],
      ['seeds put into deals / missing', `${whole(this.seeds)} / ${whole(this.missing)}`],
      ['checks', whole(this.checks)],
      ['start to first answer after a kill, p50 / p95, s', `${this.back(0.5)} / ${this.back(0.95)}`],
      ['violations', whole(this.violations.length)],
    ]
    const said = this.violations.map(violation => `- ${violation.slice(0, 2000)}\n`)
    return `${markdownTable(['', 'in all'], rows)}\n${said.length > 0 ? `\n${said.join('')}` : ''}`
  }

  private back(share: number): string {
    const ms = percentile(this.backAfter, share)
    return decimal(ms === undefined ? undefined : ms / 1000, 2)
  }
}
