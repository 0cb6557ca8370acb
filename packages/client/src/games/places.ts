import type { Seat } from '@diceroom/shared/games/game.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'

export interface Placed {
  readonly seat: Seat
  /** Counted from 1; `null` where nobody came in anywhere. */
  readonly place: number | null
}

/** Everybody who played, the winners first; who shares a place has the same. */
export function placesIn({ outcome, seats }: Pick<RoomState, 'outcome' | 'seats'>): readonly Placed[] {
  if (!outcome) return seats.flatMap(holder => (holder ? [{ seat: holder.seat, place: null }] : []))
  let before = 0
  return outcome.places.flatMap(sharing => {
    const place = before + 1
    before += sharing.length
    return sharing.map(seat => ({ seat, place }))
  })
}
