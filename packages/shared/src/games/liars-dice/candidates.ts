import { isWildInChuiniu } from './chuiniu.ts'
import { isWildInPerudo } from './perudo.ts'
import { FACES, legalCounts } from './raises.ts'
import type { BidMove, BidType, LiarsDiceState } from './state.ts'

// The bids that a bot thinks about.

/** A way to bid on a face: its least count now, and whether ones are wild in it. */
export interface Way {
  readonly type: BidType
  readonly face: number
  readonly wild: boolean
  readonly least: number
  readonly most: number
}

/** Every way to bid that whoever is to bid has now. */
export function waysToBid(state: LiarsDiceState): readonly Way[] {
  const isPerudo = state.options.rules === 'perudo'
  const types: readonly BidType[] = isPerudo ? ['bid'] : ['bid', 'zhai']
  return types.flatMap(type =>
    FACES.flatMap(face => {
      const counts = legalCounts(state, type, face)
      const wild = isPerudo ? isWildInPerudo(state, face) : isWildInChuiniu(type, face)
      return counts ? [{ type, face, wild, ...counts }] : []
    }),
  )
}

export const bidOf = ({ type, face }: Way, count: number): BidMove => ({ type, count, face })

/** One of several by chance. Throws where there is none. */
export function oneOf<T>(all: readonly T[], random: () => number): T {
  const one = all[Math.floor(random() * all.length)]
  if (one === undefined) throw new Error('there is nothing to choose from')
  return one
}
