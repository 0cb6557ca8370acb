import { heading, LAST, type Link, middleOf, type Point, pointOn, slideCurve } from './geometry.ts'

/** A piece's last move: from a square to another, by way of the square whose ladder or slide it took. 0 is the start. */
export interface PieceMove {
  readonly from: number
  readonly to: number
  readonly via?: number | undefined
}

/** A place on a piece's way. `hop` is how it gets there: over the edge of a square, or along a ladder or slide. */
export interface Step extends Point {
  readonly hop: 'hop' | 'glide'
  /** milliseconds from the step before */
  readonly takes: number
}

const HOP = 150
const WALK_AT_MOST = 1100
const GLIDE_PER_SQUARE = 90

/** The way of a piece, without the place that it starts from. `start` is where pieces wait before square 1. */
export function walk({ from, to, via }: PieceMove, start: Point): readonly Step[] {
  if (from === to && via === undefined) return []
  const squares = walkedSquares(from, via ?? to)
  const takes = Math.min(HOP, WALK_AT_MOST / Math.max(1, squares.length))
  const steps = squares.map((square): Step => ({ ...placeOf(square, start), hop: 'hop', takes }))
  return via === undefined ? steps : [...steps, ...ride({ from: via, to }, start)]
}

/** Every square from the next one on; a piece that runs past the last square turns there. Sent home, it goes at once. */
function walkedSquares(from: number, to: number): readonly number[] {
  if (to === 0) return [0]
  if (to > from) return range(from + 1, to)
  return [...range(from + 1, LAST), ...range(to, LAST - 1).reverse()]
}

function ride(link: Link, start: Point): readonly Step[] {
  const along = link.to < link.from ? slideCurve(link) : null
  const begin = placeOf(link.from, start)
  const end = placeOf(link.to, start)
  const way = heading(begin, end)
  const parts = along ? 14 : 1
  const takes = Math.max(320, way.length * GLIDE_PER_SQUARE) / parts
  return Array.from({ length: parts }, (_, index): Step => {
    const point = along ? pointOn(along, (index + 1) / parts) : end
    return { ...point, hop: 'glide', takes }
  })
}

export function placeOf(square: number, start: Point): Point {
  return square === 0 ? start : middleOf(square)
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
