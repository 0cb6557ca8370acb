import type { Roll, Seat } from '@diceroom/shared/games/game.ts'
import { isTableEvent, type LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayerId, RoomState } from '@diceroom/shared/room/room.ts'
import type { DiceTotals } from '../stores/room-store.ts'

type Sums = { -readonly [Name in keyof DiceTotals]: number }
type Seats = readonly ({ readonly player: PlayerId; readonly bot?: boolean } | null | undefined)[]

/** What the people at a table have rolled in the deal that is open, for who had the seat when it was rolled. */
export class DealLuck {
  private readonly rolled = new Map<PlayerId, Sums>()

  /** `past`: the events since that deal was ready, up to `now`. */
  constructor(past: readonly LoggedEvent[] = [], now: Pick<RoomState, 'seats'> = { seats: [] }) {
    const seats = [...now.seats]
    // Backwards: before somebody came to a seat or left it, it was theirs, or nobody could roll there.
    for (const event of past.toReversed()) {
      this.add(rollsOf(event), seats)
      const before = heldBefore(event)
      if (before === null) continue
      const { seat, player } = before
      seats[seat] = { seat, player, name: '', bot: seats[seat]?.player === player && seats[seat].bot }
    }
  }

  /** Counts rolls that were made while `seats` were taken so. The room's own rolls are nobody's, and bots have no luck. */
  add(rolls: readonly Roll[], seats: Seats): void {
    for (const { who, sides, faces } of rolls) {
      const holder = seats[Number(who)]
      if (!holder || holder.bot) continue
      const sums = this.sumsOf(holder.player)
      for (const face of faces ?? []) {
        sums.dice += 1
        sums.over += 2 * face - (sides + 1)
        sums.variance12 += sides ** 2 - 1
      }
    }
  }

  /** What was rolled since the deal was ready; the next one begins at nothing. */
  take(): ReadonlyMap<PlayerId, DiceTotals> {
    const taken = new Map(this.rolled)
    this.rolled.clear()
    return taken
  }

  private sumsOf(player: PlayerId): Sums {
    const known = this.rolled.get(player)
    if (known) return known
    const sums = { dice: 0, over: 0, variance12: 0 }
    this.rolled.set(player, sums)
    return sums
  }
}

/** Whose a seat was before an event by which it changed hands, or became somebody's. */
function heldBefore(event: LoggedEvent): { readonly seat: Seat; readonly player: PlayerId } | null {
  if (!isTableEvent(event)) return null
  switch (event.type) {
    case 'player_joined':
    case 'player_left':
      return event
    case 'player_removed':
      return event.seat === undefined ? null : { seat: event.seat, player: event.player }
    case 'seat_moved':
      return { seat: event.seat, player: event.from }
    default:
      return null
  }
}

export const rollsOf = (event: LoggedEvent): readonly Roll[] =>
  ('rolls' in event ? event.rolls : undefined) ?? []
