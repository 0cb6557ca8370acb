import { isDeepStrictEqual } from 'node:util'
import type { AppendMark, LoggedEvent } from '@diceroom/shared/room/events.ts'
import { begin, evolve } from '@diceroom/shared/room/evolve.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'
import type { Row } from './log.ts'

/** The events that one command made. */
export interface Made {
  readonly first: number
  readonly last: number
}

/** The log of a room as it grows from check to check, its states, and which command made what. */
export class RoomLog {
  readonly room: string
  readonly events: LoggedEvent[] = []
  /** How much of it was checked by its dice before. */
  verified = { dealsClosed: 0, rolls: 0, seeds: 0, missing: 0 }
  readonly made = new Map<string, Made>()
  private readonly bodies: string[] = []
  /** The states since the last check. */
  private states = new Map<number, RoomState>()
  /** Where the last append of a command ends. */
  private until = 0
  private head: RoomState | null = null

  constructor(room: string) {
    this.room = room
  }

  get state(): RoomState | null {
    return this.head
  }

  get seq(): number {
    return this.events.length
  }

  /** The room after an event that came since the last check, or after the last one before it. */
  stateAt(seq: number): RoomState | null {
    return this.states.get(seq) ?? null
  }

  /** Takes the log as it is now; says what is wrong with it. */
  extend(rows: readonly Row[]): readonly string[] {
    const complaints: string[] = []
    const known = this.seq
    const changed = this.bodies.findIndex((body, at) => rows[at]?.body !== body)
    if (changed >= 0) return [`event ${changed + 1} is not what it was, or gone`]
    this.states = new Map(this.head ? [[known, this.head]] : [])
    for (const { seq, body } of rows.slice(known)) {
      const expected = this.seq + 1
      if (seq !== expected) return [...complaints, `where event ${expected} should be there is ${seq}`]
      const event: LoggedEvent = JSON.parse(body)
      if (event.seq !== seq) return [...complaints, `event ${seq} calls itself ${event.seq}`]
      this.bodies.push(body)
      this.events.push(event)
      complaints.push(...this.take(event))
    }
    if (this.until > this.seq) complaints.push(`the append that reaches to ${this.until} ends at ${this.seq}`)
    return complaints
  }

  private take(event: LoggedEvent): readonly string[] {
    try {
      this.head = this.head === null ? begin(event) : evolve(this.head, event)
    } catch (error) {
      return [`event ${event.seq} cannot be folded: ${error}`]
    }
    this.states.set(event.seq, this.head)
    if (!event.cmd) return []
    const isInside = event.seq <= this.until
    if (isInside)
      return [`event ${event.seq} stands in the middle of the append that reaches to ${this.until}`]
    this.until = event.cmd.last
    const key = keyOf(event.cmd)
    const before = this.made.get(key)
    if (before) return [`the command ${key} is done twice, by events ${before.first} and ${event.seq}`]
    this.made.set(key, { first: event.seq, last: event.cmd.last })
    return []
  }
}

/** Names a command, whoever sent it. */
export const keyOf = ({ player, id }: Pick<AppendMark, 'player' | 'id'>): string => `${player} ${id}`

/** Whether two values are the same as JSON. */
export function isSame(a: unknown, b: unknown): boolean {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left === right || isDeepStrictEqual(JSON.parse(left ?? 'null'), JSON.parse(right ?? 'null'))
}
