import { keepsOf, pointsOf, type ScoringTable } from '@diceroom/shared/games/farkle/scoring.ts'

/** Dice of a roll, by their indices, ascending: always such as may be set aside together, or none. */
export type Chosen = readonly number[]

const holds = (all: Chosen, some: Chosen): boolean => some.every(index => all.includes(index))

/** Whether a die can be set aside, by itself or with others. */
export const mayChoose = (keeps: readonly Chosen[], index: number): boolean =>
  keeps.some(keep => keep.includes(index))

/**
 * What is chosen after a tap on a die. One that scores only with others brings them along; one that is put back takes those
 * along that do not score without it. `keeps` are the choices that the rules allow.
 */
export function toggled(keeps: readonly Chosen[], chosen: Chosen, index: number): Chosen {
  if (chosen.includes(index)) {
    const rest = chosen.filter(other => other !== index)
    return largest(keeps.filter(keep => holds(rest, keep)))
  }
  const wanted = [...chosen, index]
  const beside = keeps.filter(keep => holds(keep, wanted))
  return smallest(beside.length > 0 ? beside : keeps.filter(keep => keep.includes(index)))
}

const smallest = (keeps: readonly Chosen[]): Chosen => keeps.toSorted((a, b) => a.length - b.length)[0] ?? []
const largest = (keeps: readonly Chosen[]): Chosen => keeps.toSorted((a, b) => b.length - a.length)[0] ?? []

/** What chosen dice are worth. */
export const worthOf = (faces: readonly number[], chosen: Chosen, table: ScoringTable): number =>
  pointsOf(
    chosen.map(index => faces[index] ?? 0),
    table,
  ) ?? 0

/** The most that a roll is worth. */
export const bestOf = (faces: readonly number[], table: ScoringTable): number =>
  Math.max(0, ...keepsOf(faces, table).map(({ points }) => points))
