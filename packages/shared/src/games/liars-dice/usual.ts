import type { Seat } from '../game.ts'
import { atLeast, countOfSeats, FAIR, ownCount } from './beliefs.ts'
import { bidOf, oneOf, waysToBid } from './candidates.ts'
import type { Bid, LiarsDiceMove, LiarsDiceState } from './state.ts'
import { alive } from './table.ts'

// Plays like somebody who knows the game: reckons with their own dice and the chances of all others.

/** Bids that are so much less likely than the best one are made as well. */
const AS_GOOD = 0.06
/** How often a bid is one more than it needs to be, where that is likely. */
const JUMPING = 0.2
const LIKELY = 0.6
/** With more players, whose losses are worth less to oneself, one calls only where that is so much likelier right than a raise. */
const MARGIN = 0.3
/** For more than the usual stake, a bid has to be so many times likelier wrong than right, for each other player; */
const CHALLENGED_AT = 9
/** and one that is challenged so many times likelier right than wrong. */
const COUNTERED_AT = 1.5

/** What a player on `seat` does who knows the game; `null` where nothing is to be done now. */
export function usualMove(view: LiarsDiceState, seat: Seat, random: () => number): LiarsDiceMove | null {
  const chance = (asked: Pick<Bid, 'count' | 'face' | 'wild'>): number => {
    const others = view.seats.filter(each => each !== seat)
    return atLeast(
      countOfSeats(view, others, asked, () => FAIR),
      asked.count - ownCount(view, seat, asked),
    )
  }
  const last = view.bids.at(-1)
  const others = alive(view).length - 1
  if (view.challenge) {
    if (view.turn !== seat) return null
    const right = chance(view.challenge.bid)
    return { type: right > COUNTERED_AT * others * (1 - right) ? 'counter' : 'call' }
  }
  const doubt = last && last.seat !== seat ? 1 - chance(last) : 0
  const isSure = doubt > CHALLENGED_AT * others * (1 - doubt)
  if (last && isSure && view.options.rules === 'chuiniu') return { type: 'challenge', seat: last.seat }
  if (view.turn !== seat) return null
  const bids = waysToBid(view).map(way => ({ way, chance: chance({ ...way, count: way.least }) }))
  const best = Math.max(0, ...bids.map(({ chance }) => chance))
  if (last && (bids.length === 0 || doubt > best + MARGIN * (others - 1))) return { type: 'call' }
  const { way } = oneOf(
    bids.filter(({ chance }) => chance >= best - AS_GOOD),
    random,
  )
  const isJumping =
    random() < JUMPING && way.least < way.most && chance({ ...way, count: way.least + 1 }) > LIKELY
  return bidOf(way, isJumping ? way.least + 1 : way.least)
}
