import { type Box, faceOf, pointsIn, sheets, YACHT, yachtFace } from './boxes.ts'
import { FIVES_FROM, type Grid, HANDS } from './hands.ts'
import { jokerFace, type Offer, offersFor, type Score, type Scoring, upperSum } from './sheet.ts'

// What every throw is worth to a sheet: its points, and what the sheet may still earn after them.

/** The upper half counts up to here: more changes nothing. */
export const UPPER_MAX = 63

/** A sheet as far as it matters to what is still to come. */
export interface Position {
  /** The boxes filled, one bit each, in the order of the sheet. */
  readonly filled: number
  /** What the upper half holds, 63 at most. */
  readonly upper: number
  /** 1 where a further five alike earn extra, else 0. */
  readonly extras: number
}

/** What is still to come on average where a sheet stands so: the three numbers of a `Position`. */
export type Ahead = (filled: number, upper: number, extras: number) => number

/** What the boxes of a sheet give, for all sets of five dice. */
export interface Worths {
  readonly rules: Scoring
  readonly boxes: readonly Box[]
  /** The face that each box counts; 0 for a box of the lower half. */
  readonly faces: readonly number[]
  /** For each box what each set of dice is worth in it; 0 for sets of fewer than five. */
  readonly points: readonly Uint8Array[]
}

export function worthsOf(rules: Scoring): Worths {
  const { boxes } = sheets[rules.sheet]
  const pointsOf = (box: Box, hand: readonly number[]): number =>
    hand.length === 5 ? pointsIn(rules.sheet, box, hand) : 0
  return {
    rules,
    boxes,
    faces: boxes.map(box => faceOf(box) ?? 0),
    points: boxes.map(box => Uint8Array.from(HANDS, hand => pointsOf(box, hand))),
  }
}

/** How a sheet stands. */
export const positionOf = (score: Score, { boxes }: Worths): Position => ({
  filled: boxes.reduce((so, box, at) => (score.boxes[box] === undefined ? so : so | (1 << at)), 0),
  upper: Math.min(UPPER_MAX, upperSum(score)),
  extras: score.boxes.yacht === YACHT ? 1 : 0,
})

/** Some sheet that stands so, as far as `offersFor` asks: its points are made up but for those of a yacht. */
export const scoreAt = ({ filled, extras }: Omit<Position, 'upper'>, { boxes }: Worths): Score => ({
  boxes: Object.fromEntries(
    boxes.filter((_, at) => filled & (1 << at)).map(box => [box, box === 'yacht' ? extras * YACHT : 0]),
  ),
  extras: 0,
})

/** What five alike may be entered as where they are a joker, by their set of dice. */
export type Jokers = readonly { readonly hand: number; readonly offers: readonly Offer[] }[]

const YACHTS = HANDS.map((dice, hand) => ({ dice, hand })).filter(({ dice }) => yachtFace(dice) !== null)

/** The jokers of a sheet; they do not hang on its upper sum. */
export const jokersOf = (score: Score, { rules }: Worths): Jokers =>
  YACHTS.filter(({ dice }) => jokerFace(score, dice, rules) !== null).map(({ dice, hand }) => ({
    hand,
    offers: offersFor(score, dice, rules),
  }))

/** The boxes that dice other than a joker may be entered in, by their place on the sheet. */
export function openAt({ boxes, rules }: Worths, filled: number): readonly number[] {
  const open = boxes.map((_, at) => at).filter(at => !(filled & (1 << at)))
  return rules.order === 'down' ? open.slice(0, 1) : open
}

/** What a choice among boxes hangs on. */
export interface Entering {
  readonly position: Position
  readonly worths: Worths
  readonly jokers: Jokers
  readonly ahead: Ahead
}

/**
 * Fills a column with what each set of five dice is worth if it is entered now, in the box that is best with regard to
 * what lies ahead; sets of fewer than five are left alone.
 */
export function enterInto({ width, values }: Grid, column: number, entering: Entering): void {
  const { filled } = entering.position
  for (let hand = FIVES_FROM; hand < HANDS.length; hand += 1)
    values[hand * width + column] = Number.NEGATIVE_INFINITY
  for (const at of openAt(entering.worths, filled)) {
    const points = entering.worths.points[at]
    if (!points) continue
    const worth = worthByPoints(at, entering)
    for (let hand = FIVES_FROM; hand < HANDS.length; hand += 1) {
      const to = hand * width + column
      const here = worth[points[hand] ?? 0] ?? 0
      if (here > (values[to] ?? 0)) values[to] = here
    }
  }
  for (const { hand, offers } of entering.jokers)
    values[hand * width + column] = Math.max(...offers.map(offer => worthOf(offer, entering)))
}

/** Written over by each call of `worthByPoints`. */
const byPoints = new Float64Array(YACHT + 1)

/** What it is worth to fill a box, by the points that it is given. */
function worthByPoints(at: number, { position, worths, ahead }: Entering): Float64Array {
  const { filled, upper, extras } = position
  const then = filled | (1 << at)
  const face = worths.faces[at] ?? 0
  if (face > 0) {
    for (let sum = 0; sum <= 5 * face; sum += face) byPoints[sum] = sum + ahead(then, upper + sum, extras)
    return byPoints
  }
  const rest = ahead(then, upper, extras)
  for (let sum = 0; sum < YACHT; sum += 1) byPoints[sum] = sum + rest
  byPoints[YACHT] = YACHT + ahead(then, upper, worths.boxes[at] === 'yacht' ? 1 : extras)
  return byPoints
}

/** What it is worth to accept an offer. */
export function worthOf({ box, points, extra }: Offer, { position, worths, ahead }: Entering): number {
  const { filled, upper, extras } = position
  const at = worths.boxes.indexOf(box)
  const above = worths.faces[at] ? points : 0
  const then = box === 'yacht' && points === YACHT ? 1 : extras
  return points + extra + ahead(filled | (1 << at), upper + above, then)
}
