import { type PlayerId, present, type RoomState } from '@diceroom/shared/room/room.ts'
import type { Audience } from './audience.ts'
import { Outgoing, type Session } from './session.ts'

/** Changes within so many ms are told together: a class that comes in at once makes a few messages, not its square. */
const TELL_AFTER_MS = 40
/** How long to wait for a room that cannot be read. */
const TRY_AGAIN_MS = 1000

interface PresenceOptions {
  readonly audience: Audience
  readonly awayMs: number
  /** How a room stands, `null` if there is none; rejects where it cannot be read now. */
  readonly stateOf: (room: string) => Promise<RoomState | null>
  /** Called when a seated player's connection has been lost for `awayMs`. */
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
    const seated = new Set(present(state).map(({ player }) => player))
    return [...this.options.audience.playersIn(state.room)].filter(player => !seated.has(player)).length
  }

  online(state: RoomState): readonly PlayerId[] {
    const here = this.options.audience.playersIn(state.room)
    return present(state).flatMap(({ player }) => (here.has(player) ? [player] : []))
  }

  /** A connection came into a room. Tells it, and the others where the player was not there before. */
  entered(room: string, session: Session): void {
    this.stopWaiting(room, session.player.id)
    this.changed(room)
  }

  /** A connection left a room, or broke. */
  left(room: string, session: Session): void {
    if (this.options.audience.playersIn(room).has(session.player.id)) return
    this.changed(room)
  }

  /** Something changed in who is here or who holds a seat. */
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
    const { room } = state
    const online = this.online(state)
    for (const { player } of present(state)) {
      if (!online.includes(player)) this.waitFor(room, player)
    }
    const message = new Outgoing('presence', { room, online, spectators: this.spectators(state) })
    for (const session of this.options.audience.in(room)) session.send(message)
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
