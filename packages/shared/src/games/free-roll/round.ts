import type { Outcome, Seat } from '../game.ts'

// A game of free roll that ends: so many rounds in which each seat throws once, and then who has thrown best.

/** What wins: the highest die, the lowest, or the most in all; `none` where nobody does. */
export type Winner = 'none' | 'highest' | 'lowest' | 'sum'

/** Dice by the order of the seats; empty for who has not thrown. */
type Hands = readonly (readonly number[])[]

export interface Round {
  /** Who plays, in turn order. */
  readonly seats: readonly Seat[]
  /** The round that is played, counted from 1. */
  readonly number: number
  /** Who has still to throw in it, in turn order. Nobody before it was rolled for who starts. */
  readonly waiting: readonly Seat[]
  /** What each seat has thrown in all rounds. */
  readonly hands: Hands
  /** What those who shared the best throw threw after that, once or more often. */
  readonly rollOffs: readonly Hands[]
  readonly outcome: Outcome | null
}

export const roundOf = (seats: readonly Seat[], waiting: readonly Seat[]): Round => ({
  seats,
  number: 1,
  waiting,
  hands: seats.map(() => []),
  rollOffs: [],
  outcome: null,
})

/** The seats in turn order, beginning with `starter`. */
export function from(starter: Seat, seats: readonly Seat[]): readonly Seat[] {
  const at = Math.max(0, seats.indexOf(starter))
  return [...seats.slice(at), ...seats.slice(0, at)]
}

/** The round after `seat` has thrown `faces`, or nothing. */
export function thrown(round: Round, seat: Seat, faces: readonly number[]): Round {
  const withThem = (hands: Hands): Hands =>
    hands.map((hand, at) => (round.seats[at] === seat ? [...hand, ...faces] : hand))
  const waiting = round.waiting.filter(other => other !== seat)
  const latest = round.rollOffs.at(-1)
  return latest
    ? { ...round, waiting, rollOffs: [...round.rollOffs.slice(0, -1), withThem(latest)] }
    : { ...round, waiting, hands: withThem(round.hands) }
}

/**
 * Who came in where. Of dice of the same height the next ones decide, and who threw more of them; of equal throws what those
 * who shared the best one threw after that. Who threw nothing is behind everybody else.
 */
export function places({ seats, hands, rollOffs }: Round, winner: Winner): Outcome['places'] {
  if (winner === 'none') return [seats]
  const worths = seats.map((_, at) => [hands, ...rollOffs].map(stage => worthOf(stage[at] ?? [], winner)))
  const compare = (a: number, b: number): number => compareStages(worths[b] ?? [], worths[a] ?? [])
  const places: number[][] = []
  for (const at of seats.map((_, at) => at).sort(compare)) {
    const place = places.at(-1)
    if (place?.[0] !== undefined && compare(place[0], at) === 0) place.push(at)
    else places.push([at])
  }
  return places.map(place => place.flatMap(at => seats[at] ?? []))
}

/** Those who share the first place and may throw for it: not where none of them threw when they could. */
export function tied(round: Round, winner: Winner): readonly Seat[] {
  const [first = []] = winner === 'none' ? [] : places(round, winner)
  const latest = round.rollOffs.at(-1) ?? round.hands
  const hasThrown = first.some(seat => latest[round.seats.indexOf(seat)]?.length)
  return first.length > 1 && hasThrown ? first : []
}

/** What a throw is worth, to be compared number by number; more is better. */
function worthOf(hand: readonly number[], winner: Winner): readonly number[] {
  if (winner === 'highest') return hand.toSorted((a, b) => b - a)
  if (winner === 'lowest') return hand.toSorted((a, b) => a - b).map(face => -face)
  return hand.length === 0 ? [] : [hand.reduce((sum, face) => sum + face, 0)]
}

function compareStages(ours: readonly (readonly number[])[], theirs: typeof ours): number {
  for (const [stage, our] of ours.entries()) {
    const difference = compareWorth(our, theirs[stage] ?? [])
    if (difference !== 0) return difference
  }
  return 0
}

function compareWorth(ours: readonly number[], theirs: readonly number[]): number {
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
    const [our, their] = [ours[at], theirs[at]]
    if (our === undefined || their === undefined) return our === undefined ? -1 : 1
    if (our !== their) return our - their
  }
  return 0
}
