import type { Ground } from './scatter.ts'

/** Clockwise from the right, in degrees: the bottom edge, where one's own hand is. */
export const OWN_HAND = 90

/**
 * From which side of the tray a seat throws, in degrees clockwise from the right.
 * One's own throw (or any, to a spectator without a seat: `own` is null) is laid out around the table from the bottom.
 */
export function handAngle(seat: number, own: number | null, seats: number): number {
  if (seat === own) return OWN_HAND
  const away = own === null ? seat : (seat - own + seats) % seats
  const step = own === null ? (away + 0.5) / seats : away / seats
  return (OWN_HAND + step * 360) % 360
}

/** The point on or beyond the tray's edge where that hand lets go; `beyond` in pixels. */
export function handPoint(
  angle: number,
  { width, height }: Ground,
  beyond: number,
): { x: number; y: number } {
  const radians = (angle * Math.PI) / 180
  const x = Math.cos(radians)
  const y = Math.sin(radians)
  const toSide = Math.min(width / 2 / Math.max(Math.abs(x), 1e-6), height / 2 / Math.max(Math.abs(y), 1e-6))
  return { x: width / 2 + x * (toSide + beyond), y: height / 2 + y * (toSide + beyond) }
}
