import {
  type Box,
  EXTRA,
  FIXED,
  faceOf,
  pointsIn,
  type SheetName,
  sheets,
  UPPER,
  upperBoxOf,
  YACHT,
  yachtFace,
} from './boxes.ts'

// What stands on one player's sheet, what a throw may be entered as, and what a sheet comes to.

/** What somebody has: the boxes filled so far, and how often a further five alike earned its extra. */
export interface Score {
  readonly boxes: Partial<Readonly<Record<Box, number>>>
  readonly extras: number
}

export const emptyScore: Score = { boxes: {}, extras: 0 }

/** The options that scoring hangs on. */
export interface Scoring {
  readonly sheet: SheetName
  readonly joker: 'forced' | 'free' | 'none'
  readonly order: 'free' | 'down'
}

/** A box that may be filled with the dice as they lie, and what that would give. */
export interface Offer {
  readonly box: Box
  readonly points: number
  /** Set where five alike stand for a full house or a straight that they are not. */
  readonly joker: boolean
  /** What it earns beside the box: 100 for a further five alike. */
  readonly extra: number
}

/** A score with one box more. */
export const filled = (score: Score, { box, points, extra }: Omit<Offer, 'joker'>): Score => ({
  boxes: { ...score.boxes, [box]: points },
  extras: score.extras + (extra > 0 ? 1 : 0),
})

export const isOpen = (score: Score, box: Box): boolean => score.boxes[box] === undefined

/** The boxes still open, in the order of the sheet. */
export const openBoxes = (score: Score, { sheet }: Pick<Scoring, 'sheet'>): readonly Box[] =>
  sheets[sheet].boxes.filter(box => isOpen(score, box))

/**
 * Every box that five dice may be entered in, in the order of the sheet; none only where all are filled. Five alike are
 * a joker once the box of five alike is filled, with 50 or with 0, on the usual sheet. Forced: they go into the upper
 * box of their face; where that is filled, into an open lower box, with the full worth of a full house or a straight;
 * where none is open, as 0 into an upper box. Free: into any open box, with that full worth only where the upper box of
 * their face is filled. With boxes filled downwards the next box is the only one, whatever lies.
 */
export function offersFor(score: Score, faces: readonly number[], rules: Scoring): readonly Offer[] {
  const face = jokerFace(score, faces, rules)
  const extra = face !== null && score.boxes.yacht === YACHT ? EXTRA : 0
  const standsForAll = face !== null && !isOpen(score, upperBoxOf(face))
  return choices(score, face, rules).map(box => {
    const joker = standsForAll && FIXED[box] !== undefined
    return { box, points: joker ? (FIXED[box] ?? 0) : pointsIn(rules.sheet, box, faces), joker, extra }
  })
}

/** The face of a joker, or `null` where the dice are none. */
export function jokerFace(score: Score, faces: readonly number[], rules: Scoring): number | null {
  if (rules.sheet !== 'standard' || rules.joker === 'none' || isOpen(score, 'yacht')) return null
  return yachtFace(faces)
}

function choices(score: Score, joker: number | null, rules: Scoring): readonly Box[] {
  const open = openBoxes(score, rules)
  if (rules.order === 'down') return open.slice(0, 1)
  if (joker === null || rules.joker === 'free') return open
  const matching = upperBoxOf(joker)
  if (open.includes(matching)) return [matching]
  const lower = open.filter(box => faceOf(box) === null)
  return lower.length > 0 ? lower : open
}

/** What the upper half holds, before its bonus. */
export const upperSum = (score: Score): number => UPPER.reduce((so, box) => so + (score.boxes[box] ?? 0), 0)

/** The bonus of the upper half, as far as it has been reached. */
export function bonusOf(score: Score, { sheet }: Pick<Scoring, 'sheet'>): number {
  const { bonus } = sheets[sheet]
  return bonus && upperSum(score) >= bonus.at ? bonus.points : 0
}

/** What a sheet comes to: its boxes, its bonus and its extras. */
export const totalOf = (score: Score, rules: Pick<Scoring, 'sheet'>): number =>
  Object.values(score.boxes).reduce((so, points) => so + points, 0) +
  bonusOf(score, rules) +
  EXTRA * score.extras
