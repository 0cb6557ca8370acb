// The boxes of the three score sheets, and what five dice are worth in each.

/** The sheets: the usual one of 13 boxes, the 15 of Yatzy, and the 12 of the oldest game, which knows no bonus. */
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

/** The boxes of the upper half, in the order of the faces that they count. */
export const UPPER: readonly Box[] = BOXES.slice(0, 6)

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

/** What five alike are worth in the box made for them, on every sheet. */
export const YACHT = 50
/** What each further five alike earn while that box holds 50, where there is a joker. */
export const EXTRA = 100

export const sheets: Readonly<Record<SheetName, Sheet>> = {
  standard: {
    boxes: BOXES.filter(box => box !== 'pair' && box !== 'two-pairs'),
    bonus: { at: 63, points: 35 },
  },
  yatzy: {
    boxes: [...BOXES.slice(0, 10), 'small-straight', 'large-straight', 'full-house', 'chance', 'yacht'],
    bonus: { at: 63, points: 50 },
  },
  twelve: {
    boxes: [...UPPER, 'full-house', 'four-of-a-kind', 'small-straight', 'large-straight', 'chance', 'yacht'],
    bonus: null,
  },
}

const sum = (faces: readonly number[]): number => faces.reduce((so, face) => so + face, 0)

/** How many dice show each face; the count of face 4 is at 4. */
function countsOf(faces: readonly number[]): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0]
  for (const face of faces) counts[face] = (counts[face] ?? 0) + 1
  return counts
}

/** The face that all five dice show, or `null` where they differ. */
export const yachtFace = (faces: readonly number[]): number | null =>
  faces.length === 5 && faces.every(face => face === faces[0]) ? (faces[0] ?? null) : null

/**
 * What five dice are worth in a box of this sheet, as they lie: no joker, no bonus. The sheets differ in what they
 * mean by their lower boxes. Standard: three and four of a kind count all five dice, a small straight is four in a
 * row, and full house and straights have fixed worths. Yatzy: pairs and kinds count their own dice only, the
 * straights are 1–5 (15) and 2–6 (20), a full house counts its dice; two pairs, like a full house, need two different
 * faces. Twelve boxes: as Yatzy, but either straight is 30.
 */
export function pointsIn(sheet: SheetName, box: Box, faces: readonly number[]): number {
  const counts = countsOf(faces)
  const face = faceOf(box)
  if (face !== null) return face * (counts[face] ?? 0)
  if (box === 'chance') return sum(faces)
  if (box === 'yacht') return counts.includes(5) ? YACHT : 0
  return sheet === 'standard' ? standardPoints(box, faces, counts) : olderPoints(sheet, box, counts)
}

/** What the boxes of the usual sheet are worth that have a fixed worth; a joker is worth as much. */
export const FIXED: Partial<Readonly<Record<Box, number>>> = {
  'full-house': 25,
  'small-straight': 30,
  'large-straight': 40,
}

function standardPoints(box: Box, faces: readonly number[], counts: readonly number[]): number {
  if (box === 'three-of-a-kind') return highestWith(counts, 3) ? sum(faces) : 0
  if (box === 'four-of-a-kind') return highestWith(counts, 4) ? sum(faces) : 0
  const holds =
    box === 'full-house' ? isFullHouse(counts) : longestRun(counts) >= (box === 'small-straight' ? 4 : 5)
  return holds ? (FIXED[box] ?? 0) : 0
}

function olderPoints(sheet: SheetName, box: Box, counts: readonly number[]): number {
  const high = highestWith(counts, 2)
  const low = counts.findIndex(count => count >= 2)
  if (box === 'pair') return 2 * high
  if (box === 'two-pairs') return low < high ? 2 * (low + high) : 0
  if (box === 'three-of-a-kind') return 3 * highestWith(counts, 3)
  if (box === 'four-of-a-kind') return 4 * highestWith(counts, 4)
  if (box === 'full-house') return isFullHouse(counts) ? 2 * (low + high) + highestWith(counts, 3) : 0
  const missing = box === 'small-straight' ? 6 : 1
  if (longestRun(counts) < 5 || counts[missing]) return 0
  return sheet === 'twelve' ? 30 : box === 'small-straight' ? 15 : 20
}

/** The highest face that `count` dice or more show; 0 where there is none. */
const highestWith = (counts: readonly number[], count: number): number =>
  Math.max(
    0,
    counts.findLastIndex(shown => shown >= count),
  )

/** Three of one face and two of another: five alike are none. */
const isFullHouse = (counts: readonly number[]): boolean => counts.includes(3) && counts.includes(2)

/** How many faces follow each other without a gap. */
function longestRun(counts: readonly number[]): number {
  let longest = 0
  let run = 0
  for (const count of counts) {
    run = count > 0 ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}
