import type { Point } from './geometry.ts'

export interface Standing extends Point {
  readonly scale: number
}

/** How pieces stand that share a square: off its middle, in squares, by how many they are. The start counts as one. */
const GROUPS: readonly (readonly Point[])[] = [
  [],
  [{ x: 0, y: 0 }],
  [
    { x: -0.19, y: -0.08 },
    { x: 0.19, y: 0.1 },
  ],
  [
    { x: -0.2, y: -0.16 },
    { x: 0.2, y: -0.1 },
    { x: 0, y: 0.2 },
  ],
]
const SCALES = [1, 1, 0.86, 0.74, 0.66, 0.6, 0.6]

/** Where each piece stands beside those on the same square; in the order of `pieces`. */
export function standings(pieces: readonly { readonly to: number }[]): readonly Standing[] {
  return pieces.map((piece, index) => {
    const together = pieces.filter(({ to }) => to === piece.to).length
    const before = pieces.slice(0, index).filter(({ to }) => to === piece.to).length
    const place = GROUPS[together]?.[before] ?? inRows(before, together)
    return { ...place, scale: SCALES[together] ?? 0.5 }
  })
}

function inRows(index: number, count: number): Point {
  const columns = Math.ceil(count / 2)
  const row = Math.floor(index / columns)
  const inRow = row === 0 ? columns : count - columns
  return { x: ((index % columns) - (inRow - 1) / 2) * (0.84 / columns), y: row === 0 ? -0.2 : 0.22 }
}
