// Whether somebody rolled higher than could be expected.

/** Dice that were rolled: `faces` from 1 to `sides`. */
export interface RolledDice {
  readonly sides: number
  readonly faces: readonly number[]
}

export interface Luck {
  /** How many dice. */
  readonly count: number
  readonly sum: number
  /** What they sum up to on average. */
  readonly expected: number
  /** `(sum − expected) / (sd · √n)`, for dice of several kinds over the root of their variances: 0 without dice. */
  readonly z: number
}

export function luckOf(rolls: readonly RolledDice[]): Luck {
  let [count, sum, expected, variance] = [0, 0, 0, 0]
  for (const { sides, faces } of rolls) {
    count += faces.length
    expected += (faces.length * (sides + 1)) / 2
    variance += (faces.length * (sides ** 2 - 1)) / 12
    for (const face of faces) sum += face
  }
  return { count, sum, expected, z: variance === 0 ? 0 : (sum - expected) / Math.sqrt(variance) }
}

/** `too few` dice say nothing. */
export type LuckWord =
  | 'too few'
  | 'as expected'
  | `${'a little ' | '' | 'much ' | 'amazingly '}${'luckier' | 'unluckier'}`

const ENOUGH_DICE = 10

export function luckWord({ count, z }: Pick<Luck, 'count' | 'z'> & Partial<Luck>): LuckWord {
  if (count < ENOUGH_DICE) return 'too few'
  const far = Math.abs(z)
  if (far < 0.5) return 'as expected'
  const side = z > 0 ? 'luckier' : 'unluckier'
  if (far < 1.3) return `a little ${side}`
  if (far < 2) return side
  return far < 3 ? `much ${side}` : `amazingly ${side}`
}
