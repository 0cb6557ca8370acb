// Sets of up to five dice, whatever their order: 462 of them. A turn is a way through them: keep a part, throw the rest.

const FACES = [1, 2, 3, 4, 5, 6] as const

const handsOf = (size: number, from = 1): readonly (readonly number[])[] =>
  size === 0
    ? [[]]
    : FACES.filter(face => face >= from).flatMap(face => handsOf(size - 1, face).map(rest => [face, ...rest]))

/** All sets, the empty one first, small ones before larger ones; the faces of each ascend. */
export const HANDS = [0, 1, 2, 3, 4, 5].flatMap(size => handsOf(size))

/** Where the sets of five begin. */
export const FIVES_FROM = HANDS.findIndex(({ length }) => length === 5)

const keyOf = (faces: readonly number[]): string => faces.toSorted((a, b) => a - b).join('')
const indices = new Map(HANDS.map((hand, index) => [keyOf(hand), index]))

/** Which set these dice are. */
export const handOf = (faces: readonly number[]): number => indices.get(keyOf(faces)) ?? 0

/** For each set of fewer than five, the six that one die more makes of it. */
const WITH_ONE_MORE = Int32Array.from(
  HANDS.slice(0, FIVES_FROM).flatMap(hand => FACES.map(face => handOf([...hand, face]))),
)

/** For each set, the five that one die less makes of it; where they are fewer, the first stands again for the rest. */
const WITH_ONE_LESS = Int32Array.from(
  HANDS.flatMap(hand => [0, 1, 2, 3, 4].map(at => handOf(hand.toSpliced(at < hand.length ? at : 0, 1)))),
)

/**
 * Numbers for each set of up to five dice, for `width` positions side by side: that of a set in a position is at
 * `hand * width + column`. Many at once are several times quicker than one by one.
 */
export interface Grid {
  readonly width: number
  readonly values: Float64Array
}

export const gridOf = (width: number): Grid => ({ width, values: new Float64Array(HANDS.length * width) })

/**
 * Fills in what sets of fewer than five are worth on average when the missing dice are thrown, from what the sets of
 * five are worth.
 */
export function expectIn({ width, values }: Grid): void {
  for (let hand = FIVES_FROM - 1; hand >= 0; hand -= 1) {
    const to = hand * width
    const at = 6 * hand
    const one = (WITH_ONE_MORE[at] ?? 0) * width
    const two = (WITH_ONE_MORE[at + 1] ?? 0) * width
    const three = (WITH_ONE_MORE[at + 2] ?? 0) * width
    const four = (WITH_ONE_MORE[at + 3] ?? 0) * width
    const five = (WITH_ONE_MORE[at + 4] ?? 0) * width
    const six = (WITH_ONE_MORE[at + 5] ?? 0) * width
    for (let column = 0; column < width; column += 1) {
      const low = (values[one + column] ?? 0) + (values[two + column] ?? 0) + (values[three + column] ?? 0)
      const high = (values[four + column] ?? 0) + (values[five + column] ?? 0) + (values[six + column] ?? 0)
      values[to + column] = (low + high) / 6
    }
  }
}

/** Fills `best` with the most that any part of each set is worth in `grid`, the whole set included. */
export function bestKeptInto({ values: best }: Grid, { width, values }: Grid): void {
  for (let column = 0; column < width; column += 1) best[column] = values[column] ?? 0
  for (let hand = 1; hand < HANDS.length; hand += 1) {
    const to = hand * width
    const at = 5 * hand
    const one = (WITH_ONE_LESS[at] ?? 0) * width
    const two = (WITH_ONE_LESS[at + 1] ?? 0) * width
    const three = (WITH_ONE_LESS[at + 2] ?? 0) * width
    const four = (WITH_ONE_LESS[at + 3] ?? 0) * width
    const five = (WITH_ONE_LESS[at + 4] ?? 0) * width
    for (let column = 0; column < width; column += 1) {
      let most = values[to + column] ?? 0
      const a = best[one + column] ?? 0
      if (a > most) most = a
      const b = best[two + column] ?? 0
      if (b > most) most = b
      const c = best[three + column] ?? 0
      if (c > most) most = c
      const d = best[four + column] ?? 0
      if (d > most) most = d
      const e = best[five + column] ?? 0
      if (e > most) most = e
      best[to + column] = most
    }
  }
}
