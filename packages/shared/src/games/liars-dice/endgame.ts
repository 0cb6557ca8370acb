import { countHand } from './counting.ts'
import { legalCounts } from './raises.ts'
import { liarsDice } from './rules.ts'
import type { LiarsDiceOptions } from './state.ts'

// The last dice of two players of Perudo, solved by counterfactual regret minimization: the strategy that comes out is
// one that nobody can gain much from knowing. What a player knows are their dice, the bid that they answer, and their own
// bid before it; older bids are forgotten. Hands are sampled, and each iteration goes over all nodes once forwards and once
// backwards, as in T. Neller and S. Hnath, Approximating Optimal Dudo Play with Fixed-Strategy Iteration Counterfactual
// Regret Minimization (2011).

export interface BidOn {
  readonly count: number
  readonly face: number
}

/** Bids on so many dice in all, and what may follow what. */
export interface Plan {
  /** A bid comes after all that it may follow. */
  readonly bids: readonly BidOn[]
  /** Which bids may follow a bid, as indices; those that may open come last. */
  readonly raises: readonly (readonly number[])[]
}

/** Who begins a round, and who answers. */
export type Role = 0 | 1

/** What it is worth to whoever is to begin the next round that it comes to so: 1 is a game won, −1 one that is lost. */
export type WorthOfNext = (beginner: number, other: number) => number

/** Ones stand above the sixes of twice as many dice. */
const orderOf = ({ count, face }: BidOn): number => (face === 1 ? 20 * count + 7 : 10 * count + face)

export function planFor(dice: number, options: LiarsDiceOptions): Plan {
  const empty = { ...liarsDice.setup([0, 1], options, 0), dice: [dice - 1, 1], turn: 0 }
  const bids = Array.from({ length: 6 * dice }, (_, at) => ({
    count: Math.floor(at / 6) + 1,
    face: (at % 6) + 1,
  })).sort((a, b) => orderOf(a) - orderOf(b))
  const raises = [...bids, null].map(last => {
    const before = last ? [{ ...last, seat: 1, wild: last.face !== 1 }] : []
    return bids.flatMap(({ count, face }, at) => {
      const counts = legalCounts({ ...empty, bids: before }, 'bid', face)
      return counts && counts.least <= count ? [at] : []
    })
  })
  return { bids, raises }
}

/** A hand as a key: its faces, ascending. */
export const keyOf = (hand: readonly number[]): string => hand.toSorted((a, b) => a - b).join('')

function handsOf(dice: number): readonly (readonly number[])[] {
  if (dice === 0) return [[]]
  return handsOf(dice - 1).flatMap(hand =>
    [1, 2, 3, 4, 5, 6].filter(face => face >= (hand.at(-1) ?? 1)).map(face => [...hand, face]),
  )
}

/** One player of a round: what they may do at each node, and what they have learnt. */
class Side {
  readonly dice: number
  readonly index: ReadonlyMap<string, number>
  /** How many dice of each hand count for each bid. */
  readonly counts: readonly (readonly number[])[]
  /** How many things may be done in all, at all nodes, with one hand. */
  readonly width: number
  /** Where those of a node stand. A node is the own bid before, and the bid that is answered. */
  readonly offsets: Int32Array
  readonly regrets: Float64Array
  readonly sums: Float64Array
  // Of the hands that are played: how often each thing is done, what nodes are worth, who would come there.
  readonly chances: Float64Array
  readonly worth: Float64Array
  readonly own: Float64Array
  readonly others: Float64Array

  constructor(dice: number, { bids, raises }: Plan, options: LiarsDiceOptions) {
    const hands = handsOf(dice)
    const nodes = raises.length ** 2
    this.dice = dice
    this.index = new Map(hands.map((hand, at) => [keyOf(hand), at]))
    this.counts = hands.map(hand =>
      bids.map(({ face }) => countHand(hand, { face, wild: face !== 1 }, options).count),
    )
    this.offsets = new Int32Array(nodes)
    let width = 0
    for (let node = 0; node < nodes; node += 1) {
      this.offsets[node] = width
      const last = node % raises.length
      width += (raises[last]?.length ?? 0) + (last < bids.length ? 1 : 0)
    }
    this.width = width
    this.regrets = new Float64Array(width * hands.length)
    this.sums = new Float64Array(width * hands.length)
    this.chances = new Float64Array(width)
    this.worth = new Float64Array(nodes)
    this.own = new Float64Array(nodes)
    this.others = new Float64Array(nodes)
  }
}

interface Node {
  readonly role: Role
  readonly at: number
  /** The bid that is answered. */
  readonly last: number
}

interface Dealt {
  /** The hands, as indices, of who begins and who answers. */
  readonly hands: readonly [number, number]
  /** How much what is done now counts in the end. */
  readonly weight: number
}

/** A round between two players with so many dice, who learn to play it. */
export class Round {
  readonly plan: Plan
  private readonly sides: readonly [Side, Side]
  private readonly options: LiarsDiceOptions
  private readonly worthOfNext: WorthOfNext
  private readonly none: number
  /** Of both players, each after all that lead to it. */
  private readonly nodes: readonly Node[]

  constructor(dice: readonly [number, number], options: LiarsDiceOptions, worthOfNext: WorthOfNext) {
    this.options = options
    this.worthOfNext = worthOfNext
    this.plan = planFor(dice[0] + dice[1], options)
    this.sides = [new Side(dice[0], this.plan, options), new Side(dice[1], this.plan, options)]
    this.none = this.plan.bids.length
    this.nodes = [...this.allNodes()]
  }

  /** Plays so many times against itself; `random` gives numbers from 0 up to 1. Gives what the round is worth to who begins it. */
  learn(iterations: number, random: () => number): number {
    let [value, counted] = [0, 0]
    for (let iteration = 1; iteration <= iterations; iteration += 1) {
      const hands = [this.deal(0, random), this.deal(1, random)] as const
      this.forwards(hands)
      const worth = this.backwards({ hands, weight: iteration })
      if (2 * iteration < iterations) continue
      value += worth
      counted += 1
    }
    return value / counted
  }

  /** How often each thing is done: a call first, where there is a bid, then the raises in their order; `null` where it was never learnt. */
  strategy(
    role: Role,
    hand: readonly number[],
    { before, last }: { readonly before: number | null; readonly last: number | null },
  ): readonly number[] | null {
    const side = this.sides[role]
    const index = side.index.get(keyOf(hand))
    if (index === undefined) return null
    const at = this.at(before ?? this.none, last ?? this.none)
    const from = index * side.width + (side.offsets[at] ?? 0)
    const sums = [...side.sums.subarray(from, from + this.choices(last ?? this.none))]
    const all = sums.reduce((total, sum) => total + sum, 0)
    return all > 0 ? sums.map(sum => sum / all) : null
  }

  private deal(role: Role, random: () => number): number {
    const side = this.sides[role]
    const hand = Array.from({ length: side.dice }, () => Math.floor(random() * 6) + 1)
    return side.index.get(keyOf(hand)) ?? 0
  }

  private at(before: number, last: number): number {
    return before * this.plan.raises.length + last
  }

  private choices(last: number): number {
    return (this.plan.raises[last]?.length ?? 0) + (last < this.none ? 1 : 0)
  }

  private *allNodes(): Generator<Node> {
    const { none } = this
    yield { role: 0, at: this.at(none, none), last: none }
    for (let last = 0; last < none; last += 1) {
      yield { role: 1, at: this.at(none, last), last }
      for (let before = 0; before < last; before += 1) {
        if (!this.plan.raises[before]?.includes(last)) continue
        yield { role: 0, at: this.at(before, last), last }
        yield { role: 1, at: this.at(before, last), last }
      }
    }
  }

  /** How often hands like these come to each node, as both would play it now. */
  private forwards(hands: readonly [number, number]): void {
    for (const side of this.sides) {
      side.own.fill(0)
      side.others.fill(0)
    }
    const root = this.at(this.none, this.none)
    this.sides[0].own[root] = 1
    this.sides[0].others[root] = 1
    for (const { role, at, last } of this.nodes) {
      const [side, other] = this.facing(role)
      const own = side.own[at] ?? 0
      const others = side.others[at] ?? 0
      if (own === 0 && others === 0) continue
      let choice = this.decide(side, { at, hand: hands[role], last })
      for (const raise of this.plan.raises[last] ?? []) {
        const to = this.at(last, raise)
        other.own[to] = (other.own[to] ?? 0) + others
        other.others[to] = (other.others[to] ?? 0) + own * (side.chances[choice] ?? 0)
        choice += 1
      }
    }
  }

  /** Regret matching, with no regret below nothing (CFR+): what would have been better is done more often. Gives where the raises begin. */
  private decide(side: Side, { at, hand, last }: { at: number; hand: number; last: number }): number {
    const first = side.offsets[at] ?? 0
    const from = hand * side.width
    const count = this.choices(last)
    let all = 0
    for (let choice = first; choice < first + count; choice += 1) {
      all += Math.max(0, side.regrets[from + choice] ?? 0)
    }
    for (let choice = first; choice < first + count; choice += 1) {
      const regret = Math.max(0, side.regrets[from + choice] ?? 0)
      side.chances[choice] = all > 0 ? regret / all : 1 / count
    }
    return last < this.none ? first + 1 : first
  }

  /** What each node turned out to be worth, and what is regretted there. Gives what the round was worth. */
  private backwards({ hands, weight }: Dealt): number {
    for (let index = this.nodes.length - 1; index >= 0; index -= 1) {
      const node = this.nodes[index]
      if (node) this.learnAt(node, { hands, weight })
    }
    return this.sides[0].worth[this.at(this.none, this.none)] ?? 0
  }

  private learnAt({ role, at, last }: Node, { hands, weight }: Dealt): void {
    const [side, other] = this.facing(role)
    const own = side.own[at] ?? 0
    const others = side.others[at] ?? 0
    if (own === 0 && others === 0) return
    const first = side.offsets[at] ?? 0
    const from = hands[role] * side.width
    const raises = this.plan.raises[last] ?? []
    const isAnswer = last < this.none
    const ofCall = isAnswer ? this.worthOfCall(role, hands, last) : 0
    let worth = isAnswer ? ofCall * (side.chances[first] ?? 0) : 0
    let choice = isAnswer ? first + 1 : first
    for (const raise of raises) {
      worth -= (other.worth[this.at(last, raise)] ?? 0) * (side.chances[choice] ?? 0)
      choice += 1
    }
    side.worth[at] = worth
    choice = first
    const learn = (value: number): void => {
      const place = from + choice
      side.regrets[place] = Math.max(0, (side.regrets[place] ?? 0) + others * (value - worth))
      side.sums[place] = (side.sums[place] ?? 0) + weight * own * (side.chances[choice] ?? 0)
      choice += 1
    }
    if (isAnswer) learn(ofCall)
    for (const raise of raises) learn(-(other.worth[this.at(last, raise)] ?? 0))
  }

  private worthOfCall(role: Role, hands: readonly [number, number], last: number): number {
    const [beginner, answerer] = this.sides
    const { count } = this.plan.bids[last] ?? { count: 0 }
    const found = (beginner.counts[hands[0]]?.[last] ?? 0) + (answerer.counts[hands[1]]?.[last] ?? 0)
    const isRight = found < count
    const lost = this.options.loss === 'difference' ? Math.max(1, Math.abs(found - count)) : 1
    const [caller, bidder] = this.facing(role)
    if (isRight) {
      const left = Math.max(0, bidder.dice - lost)
      return left === 0 ? 1 : -this.worthOfNext(left, caller.dice)
    }
    const left = Math.max(0, caller.dice - lost)
    return left === 0 ? -1 : this.worthOfNext(left, bidder.dice)
  }

  private facing(role: Role): readonly [Side, Side] {
    const [one, other] = this.sides
    return role === 0 ? [one, other] : [other, one]
  }
}
