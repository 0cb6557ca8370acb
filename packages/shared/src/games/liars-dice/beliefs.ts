import type { Seat } from '../game.ts'
import { BONUS, countHand, WHOLE_HAND } from './counting.ts'
import type { Bid, LiarsDiceOptions, LiarsDiceState } from './state.ts'
import { diceOf } from './table.ts'

// What can be known of hidden dice: by chance alone, or with what their owners have bid.

/** How likely each die of a hand shows each face; by face, the first one is of no use. */
export type FaceChances = readonly number[]

export const FAIR: FaceChances = [0, 1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6]

/** How likely a number of dice counts: by that number. */
export type CountChances = readonly number[]

type Asked = Pick<Bid, 'face' | 'wild'>

/** How much a bid says of its bidder's dice: the logarithm of how much likelier each of them counts for it. */
export interface Reading {
  /** Of a bid that opens a round, */
  readonly opening: number
  /** that goes to another face than the one before, */
  readonly turning: number
  /** and that stays with the face. */
  readonly staying: number
  /** How much of it holds for ones, where they are wild. */
  readonly ones: number
  /** The most that several bids on one face say together. */
  readonly most: number
}

/** How likely the dice of `seat` show each face, by what it has bid in this round, as others see it. */
export function facesByBids(bids: readonly Bid[], seat: Seat, reading: Reading): FaceChances {
  const weight = [0, 0, 0, 0, 0, 0, 0]
  for (const [at, bid] of bids.entries()) {
    if (bid.seat !== seat) continue
    const before = bids[at - 1]
    const said = before ? (before.face === bid.face ? reading.staying : reading.turning) : reading.opening
    weight[bid.face] = Math.min(reading.most, (weight[bid.face] ?? 0) + said)
    if (bid.wild) weight[1] = Math.min(reading.most, (weight[1] ?? 0) + said * reading.ones)
  }
  const faces = weight.map((each, face) => (face === 0 ? 0 : Math.exp(each)))
  const all = faces.reduce((sum, each) => sum + each, 0)
  return faces.map(each => each / all)
}

/** How many dice of a hidden hand of so many count for a bid, and how likely, with what the hand adds as a whole. */
export function countChances(
  dice: number,
  faces: FaceChances,
  asked: Asked,
  options: LiarsDiceOptions,
): CountChances {
  const own = faces[asked.face] ?? 0
  const chance = own + (asked.wild ? (faces[1] ?? 0) : 0)
  const chances = binomial(dice, chance)
  if (options.rules === 'perudo' || dice < WHOLE_HAND) return chances
  if (options.singles) withSingles(chances, faces, asked)
  if (options.alike !== 'off') {
    const natural = options.alike === 'two' ? own ** dice : 0
    chances[dice + BONUS.alike] = Math.max(0, (chances[dice] ?? 0) - natural)
    chances[dice] = 0
    if (options.alike === 'two') chances[dice + BONUS.natural] = natural
  }
  return chances
}

function binomial(dice: number, chance: number): number[] {
  const chances = [1]
  for (let die = 0; die < dice; die += 1) {
    for (let count = die + 1; count >= 0; count -= 1) {
      const fewer = count > 0 ? (chances[count - 1] ?? 0) : 0
      chances[count] = (chances[count] ?? 0) * (1 - chance) + fewer * chance
    }
  }
  return chances
}

const WAYS_OF_FIVE = 120
const WAYS_OF_SIX = 720

/** Hands of five or six different faces count nothing. */
function withSingles(chances: number[], faces: FaceChances, { face, wild }: Asked): void {
  const isSix = chances.length === 7
  for (const missing of isSix ? [0] : [1, 2, 3, 4, 5, 6]) {
    let chance = isSix ? WAYS_OF_SIX : WAYS_OF_FIVE
    for (let other = 1; other <= 6; other += 1) if (other !== missing) chance *= faces[other] ?? 0
    const count = Number(face !== missing) + Number(wild && missing !== 1)
    chances[count] = Math.max(0, (chances[count] ?? 0) - chance)
    chances[0] = (chances[0] ?? 0) + chance
  }
}

/** How many count of two that are independent. */
export function both(one: CountChances, other: CountChances): CountChances {
  const sum: number[] = Array.from({ length: one.length + other.length - 1 }, () => 0)
  for (let a = 0; a < one.length; a += 1) {
    const chance = one[a] ?? 0
    for (let b = 0; b < other.length; b += 1) sum[a + b] = (sum[a + b] ?? 0) + chance * (other[b] ?? 0)
  }
  return sum
}

/** The chance of at least so many. */
export function atLeast(chances: CountChances, least: number): number {
  let sum = 0
  for (let count = Math.max(0, least); count < chances.length; count += 1) sum += chances[count] ?? 0
  return Math.min(1, sum)
}

/** How many dice of some other seats count for a bid, as `facesOf` sees their dice. */
export function countOfSeats(
  state: LiarsDiceState,
  seats: readonly Seat[],
  asked: Asked,
  facesOf: (seat: Seat) => FaceChances,
): CountChances {
  let all: CountChances = [1]
  for (const seat of seats) {
    const dice = diceOf(state, seat)
    if (dice > 0) all = both(all, countChances(dice, facesOf(seat), asked, state.options))
  }
  return all
}

/** How much a seat's own hand counts for a bid. */
export function ownCount(state: LiarsDiceState, seat: Seat, asked: Asked): number {
  const hand = state.hands[state.seats.indexOf(seat)] ?? []
  return countHand(hand, asked, state.options).count
}
