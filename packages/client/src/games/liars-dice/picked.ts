import type { Bid, BidMove, LiarsDiceMove } from '@diceroom/shared/games/liars-dice/state.ts'

// The bid that is put together with the controls, kept among the legal ones.

/** From which count to which a face may be bid. */
export interface Counts {
  readonly least: number
  readonly most: number
}

/** What may be bid: for each way to bid, the counts of each face. */
export interface Raises {
  readonly bid: ReadonlyMap<number, Counts>
  readonly zhai: ReadonlyMap<number, Counts>
}

/** The legal bids, by way and face. */
export function raisesOf(legal: readonly LiarsDiceMove[]): Raises {
  const raises = { bid: new Map<number, Counts>(), zhai: new Map<number, Counts>() }
  for (const move of legal) {
    if (move.type !== 'bid' && move.type !== 'zhai') continue
    const faces = raises[move.type]
    const { least, most } = faces.get(move.face) ?? { least: move.count, most: move.count }
    faces.set(move.face, { least: Math.min(least, move.count), most: Math.max(most, move.count) })
  }
  return raises
}

export const FACES = [2, 3, 4, 5, 6, 1] as const

/** Ones are always said with `bid`: they are never wild when they are bid themselves. */
const wayOf = (way: BidMove['type'], face: number): BidMove['type'] => (face === 1 ? 'bid' : way)

export const countsOf = (raises: Raises, { type, face }: Pick<BidMove, 'type' | 'face'>): Counts | null =>
  raises[wayOf(type, face)].get(face) ?? null

/** Whether anything can be bid in this way, apart from ones. */
export const canBid = (raises: Raises, way: BidMove['type']): boolean =>
  [...raises[way].keys()].some(face => face !== 1)

/**
 * The legal bid that comes nearest to what was wished for; without a wish, or where it cannot be, the least one that goes on
 * from the last bid: the same face, else the next one that is there. `null` where nothing can be bid.
 */
export function pickedBid(raises: Raises, wish: BidMove | null, last: Bid | undefined): BidMove | null {
  if (wish) {
    const counts = countsOf(raises, wish)
    if (counts) return { ...wish, count: within(counts, wish.count) }
  }
  const ways: readonly BidMove['type'][] =
    wish?.type === 'zhai' || last?.wild === false ? ['zhai', 'bid'] : ['bid', 'zhai']
  for (const type of ways) {
    const bids = FACES.flatMap(face => {
      const counts = countsOf(raises, { type, face })
      return counts ? [{ type, face, count: counts.least }] : []
    })
    const same = bids.find(({ face }) => face === wish?.face) ?? bids.find(({ face }) => face === last?.face)
    const [least] = bids.toSorted((a, b) => a.count - b.count)
    const pick = same ?? least
    if (pick) return pick
  }
  return null
}

const within = ({ least, most }: Counts, count: number): number => Math.min(most, Math.max(least, count))

/** The move that says a bid which was put together. */
export const moveOf = ({ type, count, face }: BidMove): BidMove => ({ type: wayOf(type, face), count, face })
