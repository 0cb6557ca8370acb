import type { Seat } from '../game.ts'
import type { LiarsDiceState } from './state.ts'

// Who sits at the table, and with how much.

type Table = Pick<LiarsDiceState, 'seats' | 'dice'>

/** How many dice a seat has. */
export const diceOf = ({ seats, dice }: Table, seat: Seat): number => dice[seats.indexOf(seat)] ?? 0

/** Who has dice, in turn order. */
export const alive = ({ seats, dice }: Table): readonly Seat[] => seats.filter((_, at) => (dice[at] ?? 0) > 0)

/** The next seat to the left that has dice; the seat itself where no other has. */
export function nextAlive({ seats, dice }: Table, seat: Seat): Seat {
  const from = seats.indexOf(seat)
  for (let step = 1; step <= seats.length; step += 1) {
    const at = (from + step) % seats.length
    const next = seats[at]
    if (next !== undefined && (dice[at] ?? 0) > 0) return next
  }
  return seat
}
