import type { RolledDice } from './luck.ts'

/** How often each face of one sort of die turned up: `faces[0]` is how often the 1 did. */
export interface FaceCounts {
  readonly sides: number
  readonly faces: readonly number[]
}

/** Counts faces by the sort of die, the one with the fewest sides first. */
export function faceCounts(rolls: readonly RolledDice[]): readonly FaceCounts[] {
  const counts = new Map<number, number[]>()
  for (const { sides, faces } of rolls) {
    const found = counts.get(sides) ?? new Array<number>(sides).fill(0)
    for (const face of faces) found[face - 1] = (found[face - 1] ?? 0) + 1
    counts.set(sides, found)
  }
  return [...counts].map(([sides, faces]) => ({ sides, faces })).toSorted((a, b) => a.sides - b.sides)
}
