import type { Seat } from '../game.ts'
import { Round } from './endgame.ts'
import type { BidOn } from './endgame-plan.ts'
import type { LiarsDiceMove, LiarsDiceOptions, LiarsDiceState } from './state.ts'
import { alive, diceOf } from './table.ts'

// What has been learnt about the last dice of two players, once for all tables with the same rules.

/** How often a round with so many dice of each player is played to be learnt; each hangs on those before it. */
const LESSONS = [
  { dice: [1, 1], iterations: 10_000 },
  { dice: [1, 2], iterations: 6_000 },
  { dice: [2, 1], iterations: 6_000 },
  { dice: [2, 2], iterations: 6_000 },
] as const
/** What is done more seldom than this was never meant. */
const SELDOM = 0.03

type Tables = ReadonlyMap<string, Round>
const learnt = new Map<string, Tables>()

const nameOf = ({ strict, loss }: LiarsDiceOptions): string => `${strict} ${loss}`

/** Learns the last rounds under these rules, if that has not been done; takes a second or two. */
export function learnEndgame(options: LiarsDiceOptions): void {
  if (options.rules !== 'perudo' || learnt.has(nameOf(options))) return
  const rounds = new Map<string, Round>()
  const worths = new Map<string, number>()
  const random = numbersFromOne()
  for (const { dice, iterations } of LESSONS) {
    const round = new Round(dice, options, (one, other) => worths.get(`${one} ${other}`) ?? 0)
    worths.set(dice.join(' '), round.learn(iterations, random))
    rounds.set(dice.join(' '), round)
  }
  learnt.set(nameOf(options), rounds)
}

/** The same numbers each time, from 0 up to 1: what is learnt does not hang on chance (Park and Miller's generator). */
function numbersFromOne(): () => number {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** What `seat`, which is to act, does in a round of the last dice; `null` where that is not learnt. */
export function endgameMove(view: LiarsDiceState, seat: Seat, random: () => number): LiarsDiceMove | null {
  const players = alive(view)
  const other = players.find(each => each !== seat)
  const beginner = view.bids[0]?.seat ?? seat
  if (players.length !== 2 || other === undefined || view.palifico) return null
  const answerer = beginner === seat ? other : seat
  const dice = `${diceOf(view, beginner)} ${diceOf(view, answerer)}`
  const round = view.options.rules === 'perudo' ? learnt.get(nameOf(view.options))?.get(dice) : undefined
  const hand = view.hands[view.seats.indexOf(seat)]
  if (!round || !hand) return null
  const { bids, raises } = round.plan
  const indexOf = (bid: BidOn | undefined): number | null =>
    bid ? bids.findIndex(({ count, face }) => count === bid.count && face === bid.face) : null
  const last = indexOf(view.bids.at(-1))
  const chances = round.strategy(beginner === seat ? 0 : 1, hand, { before: indexOf(view.bids.at(-2)), last })
  if (!chances) return null
  const choice = chosen(chances, random)
  if (last !== null && choice === 0) return { type: 'call' }
  const bid = bids[raises[last ?? bids.length]?.[last === null ? choice : choice - 1] ?? -1]
  return bid ? { type: 'bid', ...bid } : null
}

/** One of several things by how often each is done. */
function chosen(chances: readonly number[], random: () => number): number {
  const meant = chances.map(chance => (chance < SELDOM ? 0 : chance))
  let left = random() * meant.reduce((sum, chance) => sum + chance, 0)
  for (const [choice, chance] of meant.entries()) {
    left -= chance
    if (left < 0) return choice
  }
  return meant.indexOf(Math.max(...meant))
}
