import { type PlayerId, people, present, type RoomState } from '@diceroom/shared/room/room.ts'
import type { Attendance } from './attendance.ts'
import type { Audience } from './audience.ts'
import { Outgoing, type Session } from './session.ts'

/** Changes within so many ms are told together: a class that comes in at once makes a few messages, not its square. */
const TELL_AFTER_MS = 40
/** How long to wait for a room that cannot be read. */
const TRY_AGAIN_MS = 1000
/** Of who watches so many are told by name. */
const NAMED_MAX = 50

interface PresenceOptions {
  readonly audience: Audience
  readonly attendance: Attendance
  readonly awayMs: number
  /** How a room stands, `null` if there is none; rejects where it cannot be read now. */
  readonly stateOf: (room: string) => Promise<RoomState | null>
  /** When the turn that is under way ends, where that is later than its clock says. */
  readonly turnEnds: (state: RoomState) => number | null
  /** Told of a room after each change in who is there. */
  readonly onChange: (state: RoomState) => void
  /** Called when the connection of somebody who sits, or waits for a seat, has been lost for `awayMs`. */
  readonly onGone: (room: string, player: PlayerId) => void
}

/**
 * Who is at the table: counted per player over all tabs. A seat whose player has no connection is away, and held for
 * `awayMs`; then its player is gone. Kept in memory only: a crash could not write it down.
 */
export class Presence {
  private readonly options: PresenceOptions
  private readonly away = new Map<string, NodeJS.Timeout>()
  private readonly untold = new Map<string, NodeJS.Timeout>()
  private ended = false

  constructor(options: PresenceOptions) {
    this.options = options
  }

  /** How many people watch a room without a seat. */
  spectators(state: RoomState): number {
    return this.unseated(state).size
  }

  /** Who sits and is connected; a bot always is. */
  online(state: RoomState): readonly PlayerId[] {
    const here = this.options.audience.playersIn(state.room)
    return present(state).flatMap(({ player, bot }) => (bot || here.has(player) ? [player] : []))
  }

  /** A connection came into a room. Tells it, and the others where the player was not there before. */
  entered(room: string, session: Session): void {
    this.options.attendance.entered(room)
    this.stopWaiting(room, session.player.id)
    this.changed(room)
  }

  /** A connection left a room, or broke. */
  left(room: string, session: Session): void {
    const { audience, attendance } = this.options
    const here = audience.playersIn(room)
    if (here.has(session.player.id)) return
    attendance.lost(room, session.player.id)
    if (here.size === 0) attendance.emptied(room)
    this.changed(room)
  }

  /** Something changed in who is here, who holds a seat, or how long a turn lasts. */
  changed(room: string, tellAfterMs = TELL_AFTER_MS): void {
    if (this.ended || this.untold.has(room)) return
    const tell = () => {
      this.untold.delete(room)
      this.options.stateOf(room).then(
        state => state && this.tell(state),
        () => this.changed(room, TRY_AGAIN_MS),
      )
    }
    this.untold.set(room, setTimeout(tell, tellAfterMs))
  }

  end(): void {
    this.ended = true
    for (const timer of [...this.away.values(), ...this.untold.values()]) clearTimeout(timer)
  }

  private tell(state: RoomState): void {
    if (this.ended) return
    const { audience, turnEnds, onChange } = this.options
    const { room } = state
    const here = audience.playersIn(room)
    for (const { player } of [...people(state), ...state.queue]) {
      if (!here.has(player)) this.waitFor(room, player)
    }
    onChange(state)
    const unseated = this.unseated(state)
    const until = turnEnds(state)
    const message = new Outgoing('presence', {
      room,
      online: this.online(state),
      spectators: unseated.size,
      watching: [...unseated.values()]
        .filter(({ isVisitor }) => !isVisitor)
        .slice(0, NAMED_MAX)
        .map(({ player }) => ({ player: player.id, name: player.name })),
      ...(until === null ? {} : { until }),
    })
    for (const session of audience.in(room)) session.send(message)
  }

  /** A connection of each who is here without a seat, in the order in which they came. */
  private unseated(state: RoomState): ReadonlyMap<PlayerId, Session> {
    const seated = new Set(present(state).map(({ player }) => player))
    const unseated = new Map<PlayerId, Session>()
    for (const session of this.options.audience.in(state.room)) {
      if (!seated.has(session.player.id)) unseated.set(session.player.id, session)
    }
    return unseated
  }

  private waitFor(room: string, player: PlayerId): void {
    const key = `${room} ${player}`
    if (this.away.has(key)) return
    const gone = () => {
      this.away.delete(key)
      this.options.onGone(room, player)
    }
    this.away.set(key, setTimeout(gone, this.options.awayMs))
  }

  private stopWaiting(room: string, player: PlayerId): void {
    const key = `${room} ${player}`
    clearTimeout(this.away.get(key))
    this.away.delete(key)
  }
}
