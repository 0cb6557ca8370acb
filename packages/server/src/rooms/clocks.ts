import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { PlayerId, RoomState, Turn } from '@diceroom/shared/room/room.ts'
import { Alarms } from './alarms.ts'

/** What somebody has at least whose connection was lost, and everybody at a table that was empty, in ms. */
const BACK_WITHIN_MS = 30_000
/** By how much a turn may be longer because connections are lost in it again and again, in ms. */
const LOST_MAX_MS = 60_000

interface ClocksOptions {
  readonly now: () => number
  readonly execute: (room: string, command: RoomCommand) => Promise<unknown>
  /** How a room stands, be it in memory or not; `null` for one that there is not. Rejects where it cannot be read now. */
  readonly stateOf: (room: string) => Promise<RoomState | null> | RoomState | null
  /** Who is at the tables, and who was. */
  readonly attendance: {
    since(room: string): number | null
    lostAt(room: string, player: PlayerId): number | null
  }
  readonly onError: (error: unknown) => void
}

/** A turn, and when it is over. */
interface Ending {
  readonly turn: number
  readonly end: number
}

/**
 * Sees to it that no turn lasts longer than its room's clock says. As long as nobody is at a table its clock stands still; who
 * comes back finds time to play. That several processes keep the same time does nothing: a turn runs out once.
 */
export class Clocks {
  private readonly options: ClocksOptions
  private readonly alarms: Alarms<Ending>

  constructor(options: ClocksOptions) {
    this.options = options
    this.alarms = new Alarms({ ring: (room, { turn }) => this.ring(room, turn), onError: options.onError })
  }

  /** Whether there is a turn to be ended in any room. */
  get areRunning(): boolean {
    return this.alarms.size > 0
  }

  /** Looks at whose turn it is: to be called with every room that is loaded, and after each change of it or of who is there. */
  watch(state: RoomState): void {
    const { room, turn } = state
    const end = this.endOf(state)
    if (end === null || turn === null) {
      this.alarms.clear(room)
      return
    }
    const known = this.alarms.of(room)
    const left = end - this.options.now()
    // A time that is over already is one that the machine slept through.
    if (known?.turn === turn.seq && known.end === end && left > 0) return
    this.alarms.set(room, { turn: turn.seq, end }, Math.max(0, left))
  }

  /** When the turn ends, where that is later than its clock says; `null` otherwise. */
  later(state: RoomState): number | null {
    const end = this.endOf(state)
    return end !== null && state.turn && end > endByClock(state, state.turn) ? end : null
  }

  end(): void {
    this.alarms.end()
  }

  /** When the turn ends; `null` where it has no end. */
  private endOf(state: RoomState): number | null {
    const { turn, room, seats, settings, closed } = state
    const { attendance } = this.options
    const since = attendance.since(room)
    if (turn === null || settings.clock === 0 || closed || since === null) return null
    const end = endByClock(state, turn)
    const lost = turn.seats.map(seat => {
      const holder = seats[seat]
      const lostAt = holder && !holder.bot && !holder.held ? attendance.lostAt(room, holder.player) : null
      return lostAt === null ? end : Math.min(lostAt + BACK_WITHIN_MS, end + LOST_MAX_MS)
    })
    return Math.max(end, since > turn.at ? since + BACK_WITHIN_MS : end, ...lost)
  }

  private async ring(room: string, turn: number): Promise<void> {
    const state = await this.options.stateOf(room)
    // Somebody was lost, or found, who the alarm did not know of.
    const end = state?.turn?.seq === turn ? this.endOf(state) : null
    if (state === null || end === null) return
    if (end > this.options.now()) {
      this.alarms.set(room, { turn, end }, end - this.options.now())
      return
    }
    await this.options.execute(room, { type: 'time_out', turn })
  }
}

const endByClock = ({ settings }: RoomState, { at, credit }: Turn): number =>
  at + credit + settings.clock * 1000
