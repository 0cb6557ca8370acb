import type { Seat } from '../game.ts'
import { ownCount } from './beliefs.ts'
import { bidOf, oneOf, type Way, waysToBid } from './candidates.ts'
import { chanceOfAtLeast } from './counting.ts'
import type { Bid, LiarsDiceMove, LiarsDiceState } from './state.ts'

// Plays like somebody who has just learnt the game: knows how many dice there are, bids what they have, and doubts what
// is unlikely by itself.

/** A bid that is less likely than this is doubted. */
const DOUBTED_BELOW = 0.3
/** How often a bid is on some other face than the best one. */
const WANDERING = 0.25

/** What a beginner on `seat` does; `null` where it is not to act. */
export function beginnersMove(view: LiarsDiceState, seat: Seat, random: () => number): LiarsDiceMove | null {
  if (view.turn !== seat) return null
  if (view.challenge) return { type: 'call' }
  const last = view.bids.at(-1)
  const ways = waysToBid(view)
  if (last && (ways.length === 0 || isDoubtful(view, seat, last))) return { type: 'call' }
  const likely = ways.map(way => ({ way, chance: plainChance(view, seat, { ...way, count: way.least }) }))
  const best = Math.max(...likely.map(({ chance }) => chance))
  if (last && best < DOUBTED_BELOW / 2) return { type: 'call' }
  const own = (way: Way) => ownCount(view, seat, way)
  const wandering = likely.filter(({ chance }) => chance > best / 2).map(({ way }) => way)
  const way =
    random() < WANDERING
      ? oneOf(wandering, random)
      : wandering.reduce((best, way) => (own(way) > own(best) ? way : best))
  return bidOf(way, way.least)
}

type Asked = Pick<Bid, 'count' | 'face' | 'wild'>

const isDoubtful = (view: LiarsDiceState, seat: Seat, last: Bid): boolean =>
  plainChance(view, seat, last) < DOUBTED_BELOW

/** As if all dice were unknown, unless one's own are enough. */
function plainChance(view: LiarsDiceState, seat: Seat, asked: Asked): number {
  if (ownCount(view, seat, asked) >= asked.count) return 1
  const dice = view.dice.reduce((sum, count) => sum + count, 0)
  return chanceOfAtLeast(dice, asked.count, asked.wild ? 1 / 3 : 1 / 6)
}
