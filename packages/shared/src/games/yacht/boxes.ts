// The boxes of the three score sheets, and what five dice are worth in each.

/** The sheets in play: 13 boxes, the 15 of Yatzy, and the 12 of the oldest one, which knows no bonus. */
export const SHEETS = ['standard', 'yatzy', 'twelve'] as const
export type SheetName = (typeof SHEETS)[number]

/** Every box of any sheet. */
export const BOXES = [
  'ones',
  'twos',
  'threes',
  'fours',
  'fives',
  'sixes',
  'pair',
  'two-pairs',
  'three-of-a-kind',
  'four-of-a-kind',
  'full-house',
  'small-straight',
  'large-straight',
  'yacht',
  'chance',
] as const
export type Box = (typeof BOXES)[number]

/** The boxes of ones to sixes, in the order of their faces. */
export const UPPER = BOXES.slice(0, 6)

/** The face that a box of the upper half counts; `null` for one of the lower half. */
export const faceOf = (box: Box): number | null => UPPER.indexOf(box) + 1 || null

/** The box of the upper half that counts this face. */
export const upperBoxOf = (face: number): Box => UPPER[face - 1] ?? 'ones'

interface Sheet {
  /** In the order in which they stand on the sheet. */
  readonly boxes: readonly Box[]
  /** What the upper half earns where it comes to `at` points or more; `null` where it earns nothing. */
  readonly bonus: { readonly at: number; readonly points: number } | null
}

/** A yacht, in the box of that name, on every sheet. */
export const YACHT = 50
/** What each further yacht earns while the box holds one, under the rules that know a joker. */
export const EXTRA = 100

const without = (...left: readonly Box[]): readonly Box[] => BOXES.filter(box => !left.includes(box))

export const sheets: Readonly<Record<SheetName, Sheet>> = {
  standard: { boxes: without('pair', 'two-pairs'), bonus: { at: 63, points: 35 } },
  yatzy: {
    boxes: [...without('chance', 'yacht', 'full-house'), 'full-house', 'chance', 'yacht'],
    bonus: { at: 63, points: 50 },
  },
  twelve: {
    boxes: [
      ...UPPER,
      'full-house',
      'four-of-a-kind',
      'small-straight',
      'large-straight',
      'chance',
      'yacht',
    ],
    bonus: null,
  },
}

const sum = (faces: readonly number[]): number => faces.reduce((so, face) => so + face, 0)

/** How many of five dice show each face; the count of face 4 is at 4. */
const countsOf = (faces: readonly number[]): readonly number[] =>
  [0, 1, 2, 3, 4, 5, 6].map(face => faces.filter(other => other === face).length)

/** The face that all five dice show, or `null` where they differ. */
export const yachtFace = (faces: readonly number[]): number | null =>
  faces.length === 5 && faces.every(face => face === faces[0]) ? (faces[0] ?? null) : null

/** The highest face of which `count` dice or more show; 0 for none. */
const highestWith = (counts: readonly number[], count: number): number =>
  counts.findLastIndex(shown => shown >= count) + 1 && counts.findLastIndex(shown => shown >= count)

/** Three of one face and two of another: five alike are none. */
const isFullHouse = (counts: readonly number[]): boolean => counts.includes(3) && counts.includes(2)

const holdsRun = (counts: readonly number[], from: number, length: number): boolean =>
  counts.slice(from, from + length).every(count => count > 0)

/**
 * What five dice are worth in a box of this sheet, as they lie: no joker, no bonus. The sheets differ in what they
 * mean by their lower boxes. Standard: three and four of a kind count all five dice, a small straight is four in a
 * row, 25, 30, 40 and 50 are fixed. Yatzy: pairs and kinds count their own dice only, the straights are 1–5 (15)
 * and 2–6 (20), a full house counts its dice, and two pairs or a full house need two different faces. Twelve boxes:
 * the same, but either straight is 30.
 */
export function pointsIn(sheet: SheetName, box: Box, faces: readonly number[]): number {
  const counts = countsOf(faces)
  const face = faceOf(box)
  if (face !== null) return face * (counts[face] ?? 0)
  if (box === 'chance') return sum(faces)
  if (box === 'yacht') return counts.includes(5) ? YACHT : 0
  return sheet === 'standard' ? standardPoints(box, faces, counts) : oldPoints(sheet, box, faces, counts)
}

function standardPoints(box: Box, faces: readonly number[], counts: readonly number[]): number {
  const runs = (length: number): boolean =>
    [1, 2, 3].some(from => from + length <= 7 && holdsRun(counts, from, length))
  if (box === 'three-of-a-kind') return highestWith(counts, 3) ? sum(faces) : 0
  if (box === 'four-of-a-kind') return highestWith(counts, 4) ? sum(faces) : 0
  if (box === 'full-house') return isFullHouse(counts) ? 25 : 0
  if (box === 'small-straight') return runs(4) ? 30 : 0
  return box === 'large-straight' && runs(5) ? 40 : 0
}
