import * as z from 'zod/mini'
import type { GameEvent, Roll, Seat } from '../game.ts'
import type { StarterRolled } from '../roll-off.ts'

// What a game of Liar's Dice is made of: its options and moves, how it stands, and what happens in it. Two sets of rules
// share it: Perudo, in which dice are lost, and 吹牛, in which drinks are taken.

export const Options = z.strictObject({
  rules: z
    ._default(z.enum(['perudo', 'chuiniu']), 'perudo')
    .check(
      z.describe('perudo: who loses a round loses a die; chuiniu: the Chinese game, in which it is a drink'),
    ),
  dice: z
    ._default(z.int().check(z.minimum(3), z.maximum(6)), 5)
    .check(z.describe('how many dice each player begins with')),
  cap: z
    ._default(z.boolean(), true)
    .check(z.describe('a bid is at most what could be on the table; otherwise up to twice that')),
  exact: z
    ._default(z.enum(['off', 'anyone', 'current']), 'off')
    .check(
      z.describe(
        'perudo: who may say that a bid is exactly right: nobody, anybody but its bidder, or whose turn it is',
      ),
    ),
  palifico: z
    ._default(z.boolean(), true)
    .check(
      z.describe('perudo: a player with one die left for the first time begins a round without wild ones'),
    ),
  strict: z
    ._default(z.boolean(), false)
    .check(z.describe('perudo: a raise never goes to a lower face, but for ones')),
  loss: z
    ._default(z.enum(['one', 'difference']), 'one')
    .check(z.describe('perudo: a call costs one die, or as many as the bid was away from the count')),
  drinks: z
    ._default(z.int().check(z.minimum(3), z.maximum(20)), 5)
    .check(z.describe('chuiniu: with so many drinks of one player the game ends')),
  opening: z
    ._default(z.enum(['players', 'more', 'any']), 'players')
    .check(
      z.describe(
        'chuiniu: the least that a round opens with: one for each player, half as many again, or anything',
      ),
    ),
  singles: z
    ._default(z.boolean(), true)
    .check(z.describe('chuiniu: a hand of five or more different faces counts nothing')),
  alike: z
    ._default(z.enum(['off', 'one', 'two']), 'two')
    .check(
      z.describe(
        'chuiniu: what a hand adds in which all dice count: nothing, one, or one and with no wild die among them two',
      ),
    ),
  wide: z
    ._default(z.boolean(), false)
    .check(
      z.describe(
        'chuiniu: drinks are doubled where a bid was more than twice the count, or less than half of it',
      ),
    ),
})
export type LiarsDiceOptions = z.infer<typeof Options>

/** The most that any rules let somebody bid; which bids are legal hangs on the state. */
const COUNT_MAX = 200

const count = z.int().check(z.minimum(1), z.maximum(COUNT_MAX))
const face = z.int().check(z.minimum(1), z.maximum(6))

/**
 * `bid`: so many dice show this face, wild ones among them where ones are wild. `zhai` (斋): the same without wild ones.
 * `call`: the last bid is too high; from somebody who was challenged: they leave it at that. `exact`: it is exactly right.
 * `challenge` (劈): the last bid of that seat is too high, for twice the stake. `counter` (反劈): twice that again.
 */
export const Move = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bid'), count, face }),
  z.strictObject({ type: z.literal('zhai'), count, face }),
  z.strictObject({ type: z.literal('call') }),
  z.strictObject({ type: z.literal('exact') }),
  z.strictObject({ type: z.literal('challenge'), seat: z.int().check(z.minimum(0), z.maximum(255)) }),
  z.strictObject({ type: z.literal('counter') }),
])
export type LiarsDiceMove = z.infer<typeof Move>

/** The two ways to bid. */
export type BidType = 'bid' | 'zhai'
/** A move that is a bid. */
export type BidMove = Extract<LiarsDiceMove, { type: BidType }>

/** At least `count` dice show `face`. */
export interface Bid {
  readonly seat: Seat
  readonly count: number
  readonly face: number
  /** Whether ones count as this face too. In 吹牛 a bid without wild ones is 斋. */
  readonly wild: boolean
}

/** Who says that whose bid is too high, out of turn. */
export interface Challenge {
  readonly by: Seat
  readonly bid: Bid
}

/** What a round cost or gave a seat. */
export interface Change {
  readonly seat: Seat
  /** −1 for a die lost, 1 for one regained, 0 in 吹牛. */
  readonly dice: number
  /** Drinks taken; 0 in Perudo. */
  readonly drinks: number
}

/** How a hand counts as a whole in 吹牛: 单骰 nothing at all, 围骰 one more, 全围 two more. */
export type HandKind = 'plain' | 'singles' | 'alike' | 'natural'

/** What was seen when the dice were shown at the end of a round. Lists are in the order of the state's `seats`. */
export interface Reveal {
  readonly round: number
  /** What led to it. `challenge`: the one who was challenged left it at that; `counter`: they did not. */
  readonly how: 'call' | 'exact' | 'challenge' | 'counter'
  /** Who doubted the bid, or said that it was exact. */
  readonly by: Seat
  readonly bid: Bid
  /** Everybody's dice; nothing for a seat that has none any more. */
  readonly hands: readonly (readonly number[])[]
  /** For each hand, which of its dice counted for the bid: indices, ascending. */
  readonly counted: readonly (readonly number[])[]
  readonly kinds: readonly HandKind[]
  /** How many there were, with what hands add as a whole. */
  readonly count: number
  /** Whether `by` was right: the bid was too high, or for `exact`, exact. */
  readonly right: boolean
  /** Who lost what, or regained a die; empty where a right `exact` had nothing to regain. */
  readonly changes: readonly Change[]
  /** Each seat's dice and drinks from now on. */
  readonly dice: readonly number[]
  readonly drinks: readonly number[]
  /** Who has lost their last die by it. */
  readonly out: Seat | null
  /** Who begins the next round; `null` where the game is over. */
  readonly next: Seat | null
  /** Whether the next round is palifico. */
  readonly palifico: boolean
}

/** All lists are in the order of `seats`. */
export interface LiarsDiceState {
  readonly options: LiarsDiceOptions
  /** Who plays, in turn order, those without dice included. */
  readonly seats: readonly Seat[]
  /** How many dice each seat has; 0: it is out. */
  readonly dice: readonly number[]
  /** Drinks of each seat (吹牛). */
  readonly drinks: readonly number[]
  /** What lies under each cup, as it was rolled; `null`: the viewer may not see it, or nothing is rolled now. */
  readonly hands: readonly (readonly number[] | null)[]
  /** Counted from 1; 0 before the first dice are rolled. */
  readonly round: number
  /** Who begins the round that is played, or the next one; `null` until it was rolled for. */
  readonly starter: Seat | null
  /** Who is to act: who is to bid or call, or who was challenged. `null` between rounds and at the end. */
  readonly turn: Seat | null
  /** The bids of this round, the last one at the end. */
  readonly bids: readonly Bid[]
  /** Set while somebody who was challenged is to `counter` or to `call`. */
  readonly challenge: Challenge | null
  /** Whether this round is palifico, or the next one, between rounds. */
  readonly palifico: boolean
  /** Who has had their palifico: everybody has one at most. */
  readonly hadPalifico: readonly Seat[]
  /** Who is out, the first one first. */
  readonly out: readonly Seat[]
  /** The last time that dice were shown. It stays here while the next round is played; `null` in the first one. */
  readonly last: Reveal | null
}

/** A round begins: everybody's hidden dice, in the order of `hands`. */
export interface HandsRolled extends GameEvent {
  readonly type: 'hands_rolled'
  readonly round: number
  readonly starter: Seat
  readonly palifico: boolean
  /** Whose dice each of the `rolls` are. */
  readonly hands: readonly Seat[]
  readonly rolls: readonly Roll[]
}

export interface BidMade extends GameEvent, Bid {
  readonly type: 'bid_made'
  readonly seat: Seat
  /** Whose turn it is now. */
  readonly next: Seat
}

/** Somebody says that a bid is too high, or exact; the dice are shown next. */
export interface Called extends GameEvent {
  readonly type: 'called'
  readonly seat: Seat
  readonly how: 'call' | 'exact'
  readonly bid: Bid
}

/** Somebody doubts a bid for twice the stake, and its bidder is to answer. */
export interface Challenged extends GameEvent {
  readonly type: 'challenged'
  readonly seat: Seat
  readonly bid: Bid
}

/** What somebody who was challenged says to it; the dice are shown next. */
export interface Answered extends GameEvent {
  readonly type: 'answered'
  readonly seat: Seat
  readonly counter: boolean
}

/** The dice are shown and counted. The only event that shows what was hidden. */
export interface Revealed extends GameEvent, Reveal {
  readonly type: 'revealed'
}

export type LiarsDiceEvent = StarterRolled | HandsRolled | BidMade | Called | Challenged | Answered | Revealed
