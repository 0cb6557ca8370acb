// What dice are worth in Farkle, by three tables: A as boxed games print it, B as it is played at home, C as it is
// played online. A combination counts only within one roll.

export type ScoringTable = 'A' | 'B' | 'C'

type Kind =
  | 'one'
  | 'three'
  | 'four'
  | 'five'
  | 'six'
  | 'straight'
  | 'three-pairs'
  | 'four-and-pair'
  | 'two-triplets'

/** Dice that score together. A single die is a combination of `one`. */
export interface Combination {
  readonly kind: Kind
  /** In ascending order. */
  readonly faces: readonly number[]
  readonly points: number
}

/** What six dice together may be, beside six of a kind; `null` where a table does not have it. */
const SIX_DICE: Readonly<Record<ScoringTable, Readonly<Record<SixDice, number | null>>>> = {
  A: { straight: 1500, 'three-pairs': 1500, 'four-and-pair': 1500, 'two-triplets': 2500 },
  B: { straight: 1500, 'three-pairs': 1500, 'four-and-pair': null, 'two-triplets': null },
  C: { straight: 1500, 'three-pairs': 750, 'four-and-pair': null, 'two-triplets': null },
}
type SixDice = 'straight' | 'three-pairs' | 'four-and-pair' | 'two-triplets'

/** By what four, five and six of a kind multiply the three of a kind; table A has fixed points for them. */
const TIMES = { B: { four: 2, five: 4, six: 8 }, C: { four: 2, five: 3, six: 4 } } as const
const FIXED = { four: 1000, five: 2000, six: 3000 } as const

const GROUPS = { 3: 'three', 4: 'four', 5: 'five', 6: 'six' } as const
type Size = keyof typeof GROUPS
type Group = (typeof GROUPS)[Size]
const SIZES: readonly Size[] = [3, 4, 5, 6]

/** Points of a 1 or a 5 by itself; 0 of any other face. */
const singlePoints = (face: number): number => (face === 1 ? 100 : face === 5 ? 50 : 0)

/** Points of three to six of a kind. */
export function groupPoints(group: Group, face: number, table: ScoringTable): number {
  const three = face === 1 ? (table === 'A' ? 300 : 1000) : 100 * face
  if (group === 'three') return three
  return table === 'A' ? FIXED[group] : three * TIMES[table][group]
}

/** Points of a combination of six dice, `null` where the table does not have it. */
export const sixDicePoints = (kind: SixDice, table: ScoringTable): number | null => SIX_DICE[table][kind]

/** How many dice show each face, from 1 (at 0) to 6 (at 5). */
export function countFaces(faces: readonly number[]): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0]
  for (const face of faces) counts[face - 1] = (counts[face - 1] ?? 0) + 1
  return counts
}

/**
 * How many of `count` dice of one face are best taken together, 0 for none, the rest one by one; `null` where a die is left
 * over that way.
 */
function bestSize(face: number, count: number, table: ScoringTable): Size | 0 | null {
  const single = singlePoints(face)
  let best: Size | 0 | null = count === 0 || single > 0 ? 0 : null
  for (const size of SIZES) {
    if (size > count || (size < count && single === 0)) continue
    if (best === null || worth(face, count, size, table) > worth(face, count, best, table)) best = size
  }
  return best
}

/** Points of `count` dice of one face, of which `size` are taken together. */
const worth = (face: number, count: number, size: Size | 0, table: ScoringTable): number =>
  (size === 0 ? 0 : groupPoints(GROUPS[size], face, table)) + (count - size) * singlePoints(face)

/** What some dice of one roll are worth, face by face and not all six together; `null` where a die is left over. */
function pointsApart(counts: readonly number[], table: ScoringTable): number | null {
  let sum = 0
  for (let face = 1; face <= 6; face += 1) {
    const count = counts[face - 1] ?? 0
    const size = bestSize(face, count, table)
    if (size === null) return null
    sum += worth(face, count, size, table)
  }
  return sum
}

/** What all six dice are together, where the table has it. */
function together(counts: readonly number[], table: ScoringTable): SixDice | null {
  const kind = KIND_BY_COUNTS.get(
    counts
      .filter(count => count > 0)
      .toSorted()
      .join(''),
  )
  return kind && SIX_DICE[table][kind] !== null ? kind : null
}

/**
 * What some dice of one roll (1–6 of them) are worth when all of them are set aside, taken for what is worth most: 1-1-1-1 is
 * four of a kind, not three of a kind and a 1. `null` where they may not be, because a die is left over.
 */
export function pointsOf(faces: readonly number[], table: ScoringTable): number | null {
  if (faces.length === 0) return null
  const counts = countFaces(faces)
  const apart = pointsApart(counts, table)
  const kind = faces.length === 6 ? together(counts, table) : null
  const whole = kind && SIX_DICE[table][kind]
  return apart === null || whole === null ? (apart ?? whole) : Math.max(apart, whole)
}

/** The combinations behind `pointsOf`, so that every die is in one; `null` where it is. */
export function combinationsOf(faces: readonly number[], table: ScoringTable): readonly Combination[] | null {
  const points = pointsOf(faces, table)
  if (points === null) return null
  const counts = countFaces(faces)
  const kind = faces.length === 6 ? together(counts, table) : null
  if (kind && pointsApart(counts, table) !== points) return [{ kind, faces: faces.toSorted(), points }]
  return counts.flatMap((count, at) => ofFace(at + 1, count, table))
}

function ofFace(face: number, count: number, table: ScoringTable): readonly Combination[] {
  const size = bestSize(face, count, table) ?? 0
  const alike = (length: number) => Array.from({ length }, () => face)
  const group: readonly Combination[] =
    size === 0
      ? []
      : [{ kind: GROUPS[size], faces: alike(size), points: groupPoints(GROUPS[size], face, table) }]
  const ones = alike(count - size).map((): Combination => {
    return { kind: 'one', faces: [face], points: singlePoints(face) }
  })
  return [...group, ...ones]
}

/** Pairs and triplets are of different faces: four of a kind is no two pairs. */
const KIND_BY_COUNTS: ReadonlyMap<string, SixDice> = new Map([
  ['111111', 'straight'],
  ['222', 'three-pairs'],
  ['24', 'four-and-pair'],
  ['33', 'two-triplets'],
])

/** A way to set dice aside: which (indices into the roll, ascending) and what they are worth. */
export interface Keep {
  readonly dice: readonly number[]
  readonly points: number
}

/** Every way to set dice of a roll aside, each set of indices once; none where nothing scores. */
export function keepsOf(faces: readonly number[], table: ScoringTable): readonly Keep[] {
  const keeps: Keep[] = []
  const counts = countFaces(faces)
  const all = (1 << faces.length) - 1
  const mayScore = faces.reduce(
    (set, face, at) => (singlePoints(face) > 0 || (counts[face - 1] ?? 0) >= 3 ? set | (1 << at) : set),
    0,
  )
  for (let set = 1; set <= all; set += 1) {
    // only all six together hold dice that are neither a 1 nor a 5 nor one of three alike
    if ((set & ~mayScore) !== 0 && set !== all) continue
    const dice = faces.flatMap((_, at) => (set & (1 << at) ? [at] : []))
    const points = pointsOf(
      dice.map(at => faces[at] ?? 0),
      table,
    )
    if (points !== null) keeps.push({ dice, points })
  }
  return keeps
}

/** Whether anything in a roll (1–6 dice) scores: a 1, a 5, three alike, or three pairs, by any table. */
export function scores(faces: readonly number[]): boolean {
  const counts = countFaces(faces)
  if ((counts[0] ?? 0) > 0 || (counts[4] ?? 0) > 0) return true
  return counts.some(count => count >= 3) || counts.filter(count => count === 2).length === 3
}

/** The most points that may be set aside, with as few dice as they take; `null` where nothing scores. */
export const bestKeep = (faces: readonly number[], table: ScoringTable): Keep | null =>
  keepsOf(faces, table).reduce<Keep | null>(
    (best, keep) =>
      best === null ||
      keep.points > best.points ||
      (keep.points === best.points && keep.dice.length < best.dice.length)
        ? keep
        : best,
    null,
  )

/** In how many of the 6^n rolls of n dice (1–6) nothing scores, the same by all three tables. */
const FARKLES = [0, 4, 16, 60, 204, 600, 1080] as const

/** The chance that nothing scores in a roll of `dice` dice (1–6). */
export const farkleChance = (dice: number): number => (FARKLES[dice] ?? 0) / 6 ** dice
