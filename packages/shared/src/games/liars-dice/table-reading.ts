import type { Seat } from '../game.ts'
import {
  atLeast,
  both,
  type CountChances,
  countChances,
  countOfSeats,
  FAIR,
  type FaceChances,
  facesByBids,
  ownCount,
  type Reading,
} from './beliefs.ts'
import type { Way } from './candidates.ts'
import type { Bid, LiarsDiceState } from './state.ts'
import { alive, diceOf, nextAlive } from './table.ts'

// What a strong player makes of a table: how likely bids are, and what they are worth, in dice or drinks of its own.

export interface Tuning {
  /** What a bid says of its bidder's dice, */
  readonly reading: Reading
  /** and what others are thought to make of one's own. */
  readonly read: Reading
  /** How unlikely a bid has to look to the next player for an even chance of its being doubted, */
  readonly doubtedAt: number
  /** and how sharply that changes. */
  readonly sharpness: number
  /** What it is worth between two players that a bid was raised: so much, */
  readonly raised: number
  /** and so much of what a call of the next higher bid would be worth. */
  readonly raisedCall: number
  /**
   * Among more players, how likely a bid is that was raised and costs its bidder nothing later, how likely one with which
   * everybody is as likely to lose, and the least share of that.
   */
  readonly laterFrom: number
  readonly laterTo: number
  readonly laterLeast: number
  /** How much worse bids are still made at times. */
  readonly mixing: number
  /** What has to be gained for speaking out of turn. */
  readonly outOfTurn: number
}

// Both were found by letting bots with other numbers play each other, weaker ones, and those found before.

const TWO_PLAYERS: Tuning = {
  reading: { opening: 1.1, turning: 1.2, staying: 0.75, ones: 0.8, most: 1.8 },
  read: { opening: 0.5, turning: 0.15, staying: 0, ones: 0.8, most: 1.8 },
  doubtedAt: 0.55,
  sharpness: 0.08,
  raised: 0.03,
  raisedCall: -0.8,
  laterFrom: 0,
  laterTo: 1,
  laterLeast: 0,
  mixing: 0.03,
  outOfTurn: 0.1,
}

const MORE_PLAYERS: Tuning = {
  reading: { opening: 0.5, turning: 0.55, staying: 0.3, ones: 0.5, most: 1.4 },
  read: { opening: 0.3, turning: 0.3, staying: 0.15, ones: 0.4, most: 1 },
  doubtedAt: 0.5,
  sharpness: 0.18,
  raised: 0,
  raisedCall: 0,
  laterFrom: 0.33,
  laterTo: 0.85,
  laterLeast: 0.1,
  mixing: 0.02,
  outOfTurn: 0.2,
}

export const tuningFor = (players: number): Tuning => (players === 2 ? TWO_PLAYERS : MORE_PLAYERS)

type Asked = Pick<Bid, 'face' | 'wild'>

/** How often a challenge is countered that was wrong, and one that was right. */
const COUNTERED = { wrong: 0.5, right: 0.1 }

export class Table {
  private readonly state: LiarsDiceState
  private readonly seat: Seat
  private readonly tuning: Tuning
  private readonly players: readonly Seat[]
  private readonly next: Seat
  private readonly faces: ReadonlyMap<Seat, FaceChances>
  /** What somebody else's loss is worth. */
  private readonly gain: number

  constructor(state: LiarsDiceState, seat: Seat, tuning: Tuning) {
    this.state = state
    this.seat = seat
    this.tuning = tuning
    this.players = alive(state)
    this.next = nextAlive(state, seat)
    this.faces = new Map(
      this.players.map(each => [each, facesByBids(state.bids, each, tuning.reading)] as const),
    )
    this.gain = 1 / Math.max(1, this.players.length - 1)
  }

  /** What calling the last bid is worth. */
  worthOfCall(bid: Bid): number {
    return this.worthOfShowing(this.countOf(bid), bid.count, -1)
  }

  /** What it is worth to say that a bid is exactly right. */
  worthOfExact(bid: Bid): number {
    const right = this.countOf(bid)[bid.count] ?? 0
    const isFull = diceOf(this.state, this.seat) >= this.state.options.dice
    return right * (isFull ? 0 : 1) - (1 - right)
  }

  worthOfChallenge(bid: Bid): number {
    const wrong = atLeast(this.countOf(bid), bid.count)
    const stake = (countered: number) => 2 + 2 * countered
    return (1 - wrong) * this.gain * stake(COUNTERED.right) - wrong * stake(COUNTERED.wrong)
  }

  /** What it is worth, for each drink, that one's own bid is shown. */
  worthOfHolding(bid: Bid): number {
    return this.worthOfShowing(this.countOf(bid), bid.count, 1)
  }

  /** What a bid on a face is worth, by its count. */
  replyTo(way: Way): (count: number) => number {
    const others = this.players.filter(each => each !== this.seat && each !== this.next)
    const rest = countOfSeats(this.state, others, way, each => this.facesOf(each))
    const own = ownCount(this.state, this.seat, way)
    const theirs = this.countsOf(this.next, way)
    const unknown = both(rest, this.seenCount(way))
    const hidden = both(rest, theirs)
    return count => {
      const later = this.worthOfLater(atLeast(hidden, count - own))
      let worth = 0
      for (let k = 0; k < theirs.length; k += 1) {
        const chance = theirs[k] ?? 0
        if (chance === 0) continue
        const doubted = this.doubt(atLeast(unknown, count - k))
        const shown = this.worthOfShowing(rest, count - own - k, 1)
        const raised = later ?? this.worthOfRaise(rest, count + 1 - own - k)
        worth += chance * (doubted * shown + (1 - doubted) * raised)
      }
      return worth
    }
  }

  /** How likely the next player doubts a bid that looks so likely. */
  private doubt(likely: number): number {
    const { doubtedAt, sharpness } = this.tuning
    return 1 / (1 + Math.exp((likely - doubtedAt) / sharpness))
  }

  /** What it is worth between two players that one's bid was raised: the next higher one is true from `least` of the rest on. */
  private worthOfRaise(rest: CountChances, least: number): number {
    const { raised, raisedCall } = this.tuning
    return raised + raisedCall * (1 - 2 * atLeast(rest, least))
  }

  /**
   * What it is worth among more players that one's bid was raised, which is so likely true: somebody loses the round later,
   * and who has bid what is hardly likely is seldom the one.
   */
  private worthOfLater(likely: number): number | null {
    const { laterFrom, laterTo, laterLeast } = this.tuning
    const count = this.players.length
    if (count === 2) return null
    const share = Math.min(1, Math.max(laterLeast, (likely - laterFrom) / (laterTo - laterFrom)))
    const lost = share / count
    return (1 - lost) * this.gain - lost
  }

  /** What it is worth that a bid is shown which is true from `least` on: for its bidder `side` 1, for who doubts it −1. */
  private worthOfShowing(chances: CountChances, least: number, side: 1 | -1): number {
    const { gain } = this
    const right = atLeast(chances, least)
    return side === 1 ? right * gain - (1 - right) : (1 - right) * gain - right
  }

  /** How many dice count for a bid in all, one's own included. */
  private countOf(asked: Asked): CountChances {
    const others = this.players.filter(each => each !== this.seat)
    const own = ownCount(this.state, this.seat, asked)
    const rest = countOfSeats(this.state, others, asked, each => this.facesOf(each))
    return [...Array.from({ length: own }, () => 0), ...rest]
  }

  private facesOf(seat: Seat): FaceChances {
    return this.faces.get(seat) ?? FAIR
  }

  private countsOf(seat: Seat, asked: Asked): CountChances {
    return countChances(diceOf(this.state, seat), this.facesOf(seat), asked, this.state.options)
  }

  /** How many of one's own dice seem to count, to others who hear this bid too. */
  private seenCount(way: Way): CountChances {
    const { state, seat, tuning } = this
    const bids = [...state.bids, { seat, count: way.least, face: way.face, wild: way.wild }]
    return countChances(diceOf(state, seat), facesByBids(bids, seat, tuning.read), way, state.options)
  }
}
