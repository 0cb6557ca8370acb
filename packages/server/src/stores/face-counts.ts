import type { FaceCounts } from './room-store.ts'

/** Adds `more` to `counts`; each die then has a count for every face. */
export function addFaces(counts: Map<number, number[]>, more: FaceCounts): void {
  for (const [sides, added] of more) {
    const sum = counts.get(sides) ?? Array.from({ length: sides }, () => 0)
    for (const [at, count] of added.entries()) sum[at] = (sum[at] ?? 0) + count
    counts.set(sides, sum)
  }
}
