import type { PigOptions } from './options.ts'

/** What a throw of the dice comes to. */
export type Thrown =
  /** Points for the turn; `mustRoll` where they may not be held before another roll. */
  | { readonly fate: 'points'; readonly points: number; readonly mustRoll: boolean }
  /** The turn's points are lost, and the turn is over. */
  | { readonly fate: 'turn_lost' }
  /** So is the whole score. */
  | { readonly fate: 'score_lost' }

const points = (count: number, mustRoll = false): Thrown => ({ fate: 'points', points: count, mustRoll })

/** How many dice a roll has; Hog leaves that to the player. */
export const diceOf = ({ variant }: PigOptions): 1 | 2 => (variant === 'two' || variant === 'big' ? 2 : 1)

/**
 * What these faces come to. One die and Hog: a 1 costs the turn, else they add up. Two dice: a 1 costs the turn, two of them
 * the whole score, and by wish another double has to be rolled on. Big Pig: a double counts twice, two 1s 25 points.
 */
export function judge(faces: readonly number[], { variant, rollDoubles }: PigOptions): Thrown {
  const sum = faces.reduce((all, face) => all + face, 0)
  const ones = faces.filter(face => face === 1).length
  const isDouble = faces.length === 2 && faces[0] === faces[1]
  if (variant === 'big' && ones === 2) return points(25)
  if (variant === 'two' && ones === 2) return { fate: 'score_lost' }
  if (ones > 0) return { fate: 'turn_lost' }
  if (variant === 'big') return points(isDouble ? 2 * sum : sum)
  return points(sum, variant === 'two' && rollDoubles && isDouble)
}
