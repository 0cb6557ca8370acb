import { seeded } from './seeded.ts'

/** How a die lies: the middle of it in pixels from the tray's upper left corner, and its turn on the table in degrees. */
export interface Lying {
  readonly x: number
  readonly y: number
  readonly yaw: number
}

export interface Scatter {
  /** the edge of a die in pixels */
  readonly edge: number
  readonly dice: readonly Lying[]
}

export interface Ground {
  readonly width: number
  readonly height: number
}

/** How far the table is tipped away from the viewer, in degrees; how far off the eye is, in edges of a die. */
export const TILT = 36
export const EYE = 9

/** The box that holds a die whatever its turn, in edges: seen tipped, with a little air. */
const BOX = { width: 1.64, height: 1.98 }

/**
 * Lays `count` dice on the ground, none over another, none over the rim. The same key gives the same picture on every
 * screen of that size, and nearly the same on others.
 */
export function scatter(count: number, ground: Ground, key: string): Scatter {
  const random = seeded(key)
  const { edge, cells } = cellsFor(count, ground)
  return {
    edge,
    dice: shuffled(
      cells.map(cell => lyingIn(cell, edge, random)),
      random,
    ),
  }
}

/**
 * Lays a die for each of `keys` on the ground, each in a place of its own that it keeps; how it lies there follows from its
 * key. So dice that are thrown again land beside those that stay.
 */
export function spread(keys: readonly string[], ground: Ground): Scatter {
  const { edge, cells } = cellsFor(keys.length, ground)
  const order = shuffled(cells, seeded(`${keys.length} places`))
  return {
    edge,
    dice: order.map((cell, index) => lyingIn(cell, edge, seeded(`${keys[index]} ${index}`))),
  }
}

/** The part of the ground that belongs to one die. */
interface Cell extends Ground {
  /** its middle */
  readonly x: number
  readonly y: number
}

function cellsFor(count: number, ground: Ground): { readonly edge: number; readonly cells: readonly Cell[] } {
  const rows = bestRows(count, ground)
  const widest = Math.ceil(count / rows)
  const fitting = Math.min(ground.width / widest / BOX.width, ground.height / rows / BOX.height)
  const edge = Math.max(1, Math.min(fitting, largest(count, ground)))
  const height = ground.height / rows
  const cells = rowCounts(count, rows).flatMap((inRow, row) => {
    const width = ground.width / inRow
    return Array.from({ length: inRow }, (_, column): Cell => {
      return { x: width * (column + 0.5), y: height * (row + 0.5), width, height }
    })
  })
  return { edge, cells }
}

function lyingIn({ x, y, width, height }: Cell, edge: number, random: () => number): Lying {
  return {
    x: x + (width - edge * BOX.width) * offCentre(random),
    y: y + (height - edge * BOX.height) * offCentre(random),
    yaw: 90 * Math.floor(random() * 4) + (random() < 0.5 ? -1 : 1) * (12 + random() * 24),
  }
}

/** A die alone may be a hero; many must leave the felt to be seen. */
function largest(count: number, { width, height }: Ground): number {
  const share = count === 1 ? 0.25 : count < 4 ? 0.21 : 0.19
  return Math.min(Math.sqrt(width * height) * share, count === 1 ? 128 : 108)
}

function bestRows(count: number, { width, height }: Ground): number {
  let best = { rows: 1, fitting: 0 }
  for (let rows = 1; rows <= count; rows += 1) {
    const fitting = Math.min(width / Math.ceil(count / rows) / BOX.width, height / rows / BOX.height)
    if (fitting > best.fitting) best = { rows, fitting }
  }
  return best.rows
}

/** `count` dice in rows that differ by one at most, the fuller rows spread out: 7 in 3 is 2, 3, 2. */
function rowCounts(count: number, rows: number): readonly number[] {
  return Array.from({ length: rows }, (_, row) => {
    const upTo = (end: number) => Math.floor((count * end) / rows + 0.5)
    return upTo(row + 1) - upTo(row)
  })
}

/** From -0.5 to 0.5, mostly near the middle. */
function offCentre(random: () => number): number {
  return (random() + random()) / 2 - 0.5
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map(item => ({ item, rank: random() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item)
}
