import { costInChuiniu } from './chuiniu.ts'
import { countHand } from './counting.ts'
import { costInPerudo } from './perudo.ts'
import type { LiarsDiceState, Reveal, Revealed } from './state.ts'

/** The dice are shown: how many count for the bid that was doubted, and what that costs whom. */
export function reveal(
  state: LiarsDiceState,
  { how, by, bid }: Pick<Reveal, 'how' | 'by' | 'bid'>,
): Revealed {
  const { options, round } = state
  const hands = state.hands.map(hand => hand ?? [])
  const counts = hands.map(hand => countHand(hand, bid, options))
  const count = counts.reduce((total, { count }) => total + count, 0)
  const costOf = options.rules === 'perudo' ? costInPerudo : costInChuiniu
  return {
    type: 'revealed',
    round,
    how,
    by,
    bid,
    hands,
    counted: counts.map(({ counted }) => counted),
    kinds: counts.map(({ kind }) => kind),
    count,
    ...costOf(state, { how, by, bid, count }),
  }
}
