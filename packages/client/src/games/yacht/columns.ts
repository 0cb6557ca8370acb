import type { Seat } from '@diceroom/shared/games/game.ts'

// Which sheets stand beside each other where there is room for so much.

/** Widths in CSS pixels: what a box is called, one's own points, and another's. */
const LABEL = 70
const OWN = 48
const OTHER = 32

/** Whether the boxes of `count` players fit beside each other in half a sheet of this width. */
export const allFit = (count: number, half: number): boolean => LABEL + OWN + (count - 1) * OTHER <= half

/** Whose sheet is large: one's own, else that of who is to act, else the one that the game began with. */
export function mainSeat(seats: readonly Seat[], me: Seat | null, turn: Seat | null): Seat {
  if (me !== null && seats.includes(me)) return me
  return turn ?? seats[0] ?? 0
}

/** The large sheet first, the others after it in the order of play. */
export function columnsFrom(seats: readonly Seat[], main: Seat): readonly Seat[] {
  const at = Math.max(0, seats.indexOf(main))
  return [...seats.slice(at), ...seats.slice(0, at)]
}
