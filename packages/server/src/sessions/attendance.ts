import type { PlayerId } from '@diceroom/shared/room/room.ts'

interface Attended {
  readonly since: number
  /** When the last connection of who was here broke or ended. */
  readonly lost: Map<PlayerId, number>
}

/**
 * Since when somebody is at each table, and who has been lost since. In memory only: after a restart nobody was there before
 * the first one comes back. All times are server time in ms.
 */
export class Attendance {
  private readonly rooms = new Map<string, Attended>()
  private readonly now: () => number

  constructor(now: () => number) {
    this.now = now
  }

  /** Somebody is at this table. */
  entered(room: string): void {
    if (!this.rooms.has(room)) this.rooms.set(room, { since: this.now(), lost: new Map() })
  }

  /** The last connection of a player is lost. */
  lost(room: string, player: PlayerId): void {
    this.rooms.get(room)?.lost.set(player, this.now())
  }

  /** Nobody is at this table any more. */
  emptied(room: string): void {
    this.rooms.delete(room)
  }

  /** Since when there is somebody at all times; `null` where nobody is. */
  since(room: string): number | null {
    return this.rooms.get(room)?.since ?? null
  }

  /** When a player's connection was lost last, be they back or not; `null` where that was not seen. */
  lostAt(room: string, player: PlayerId): number | null {
    return this.rooms.get(room)?.lost.get(player) ?? null
  }
}
