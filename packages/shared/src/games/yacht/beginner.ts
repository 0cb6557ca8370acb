import { faceOf } from './boxes.ts'
import { isOpen, type Offer, offersFor, type Scoring } from './sheet.ts'
import type { Deed, Turn } from './turn.ts'

// How a beginner plays: collects what there is most of, and takes the most points.

/** So many points in a box of the lower half are good enough to stop rolling. */
const ENOUGH = 25

/** What a beginner does. */
export function beginnersDeed({ score, dice, rollsLeft }: Turn, rules: Scoring): Deed {
  const offers = offersFor(score, dice, rules)
  const enter = offers.reduce((best, other) => (gainOf(other) > gainOf(best) ? other : best))
  const isEnough = faceOf(enter.box) === null && enter.box !== 'chance' && gainOf(enter) >= ENOUGH
  if (rollsLeft === 0 || isEnough) return { enter }
  const wantsRun = isOpen(score, 'small-straight') || isOpen(score, 'large-straight')
  const run = longestRun(dice)
  const keep = wantsRun && run.length >= 4 ? run : mostAlike(dice)
  return keep.length === dice.length ? { enter } : { keep }
}

const gainOf = ({ points, extra }: Offer): number => points + extra

/** The places of the dice of the face that shows most often; of faces that show as often, of the higher. */
function mostAlike(dice: readonly number[]): readonly number[] {
  const placesOf = (face: number) => dice.flatMap((other, at) => (other === face ? [at] : []))
  return [6, 5, 4, 3, 2, 1]
    .map(placesOf)
    .reduce((best, places) => (places.length > best.length ? places : best))
}

/** The places of one die each of the longest run of faces. */
function longestRun(dice: readonly number[]): readonly number[] {
  const runFrom = (face: number): readonly number[] => {
    const at = dice.indexOf(face)
    return at < 0 ? [] : [at, ...runFrom(face + 1)]
  }
  return [1, 2, 3]
    .map(runFrom)
    .reduce((best, run) => (run.length > best.length ? run : best))
    .toSorted((a, b) => a - b)
}
