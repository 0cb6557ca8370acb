/** Where things are on the board, in squares from its upper left corner; square 1 is at the lower left. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A way from one square to another that is taken at once: `to` is above `from` on a ladder, below it on a slide. */
export interface Link {
  readonly from: number
  readonly to: number
}

export const SIDE = 10
export const LAST = SIDE * SIDE

/** The middle of a square from 1 to 100: rows run to the right and to the left in turn. */
export function middleOf(square: number): Point {
  const row = Math.floor((square - 1) / SIDE)
  const along = (square - 1) % SIDE
  const column = row % 2 === 0 ? along : SIDE - 1 - along
  return { x: column + 0.5, y: SIDE - row - 0.5 }
}

export function between(one: Point, other: Point, part: number): Point {
  return { x: one.x + (other.x - one.x) * part, y: one.y + (other.y - one.y) * part }
}

/** The unit vector from one point to another, and how far that is. */
export function heading(from: Point, to: Point): Point & { readonly length: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length, length }
}

export type Curve = readonly [start: Point, lean: Point, counterLean: Point, end: Point]

/** A slide swings to one side and then to the other, and stays on the board. */
export function slideCurve({ from, to }: Link): Curve {
  const start = middleOf(from)
  const end = middleOf(to)
  const way = heading(start, end)
  const swing = Math.min(1.5, way.length * 0.34) * (from % 2 === 0 ? 1 : -1)
  const beside = (part: number, by: number): Point => {
    const { x, y } = between(start, end, part)
    return onBoard({ x: x - way.y * by, y: y + way.x * by })
  }
  return [start, beside(0.3, swing), beside(0.7, -swing), end]
}

/** The point of a curve after a part, from 0 to 1, of its way. */
export function pointOn([a, b, c, d]: Curve, part: number): Point {
  const ab = between(a, b, part)
  const bc = between(b, c, part)
  const cd = between(c, d, part)
  return between(between(ab, bc, part), between(bc, cd, part), part)
}

function onBoard({ x, y }: Point): Point {
  const inside = (value: number) => Math.min(SIDE - 0.4, Math.max(0.4, value))
  return { x: inside(x), y: inside(y) }
}
