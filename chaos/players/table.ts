import type { WireState } from '@diceroom/shared/protocol/server-to-client.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { evolve } from '@diceroom/shared/room/evolve.ts'
import { type PlayerId, type RoomState, seatOf } from '@diceroom/shared/room/room.ts'

/** A room as one player knows it: the fold of what the player was told, and nothing else. */
export class Table {
  readonly code: string
  state: RoomState | null = null
  /** The seat that the server has promised us; `null` as long as we only watch. */
  seat: number | null = null
  /** Whether the connection that is up has joined. */
  isJoined = false
  isJoining = false
  isLeaving = false
  /** The last deal that has asked us for a seed. */
  opened = 0

  constructor(code: string) {
    this.code = code
  }

  get seq(): number {
    return this.state?.seq ?? 0
  }

  seatOf(player: PlayerId | null): number | null {
    return this.state && player !== null ? seatOf(this.state, player) : null
  }

  /** Takes a whole state, unless a later one is known. */
  stand(state: WireState): void {
    const { spectators: _, ...room } = state
    if (room.seq >= this.seq) this.state = room
  }

  /** Takes events that follow, whatever else there is among them; whether none is missing before them. */
  hear(events: readonly LoggedEvent[]): 'fits' | 'gap' {
    for (const event of events) {
      if (this.state === null || event.seq > this.seq + 1) return 'gap'
      if (event.seq === this.seq + 1) this.state = evolve(this.state, event)
    }
    return 'fits'
  }
}
