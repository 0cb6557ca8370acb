import { countHand } from './counting.ts'
import { handsOf, keyOf, type Plan, planFor } from './endgame-plan.ts'
import type { LiarsDiceOptions } from './state.ts'

// The last dice of two players of Perudo, solved by counterfactual regret minimization: the strategy that comes out is
// one that nobody can gain much from knowing. What a player knows are their dice, the bid that they answer, and their own
// bid before it; older bids are forgotten. Hands are sampled, and each iteration goes over all nodes once forwards and once
// backwards, as in T. Neller and S. Hnath, Approximating Optimal Dudo Play with Fixed-Strategy Iteration Counterfactual
// Regret Minimization (2011).

/** Who begins a round, and who answers. */
export type Role = 0 | 1

/** What it is worth to whoever is to begin the next round that it comes to so: 1 is a game won, −1 one that is lost. */
export type WorthOfNext = (beginner: number, other: number) => number

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
  /** Where what may be done stands: a call first, where there is a bid, then so many raises, */
  readonly first: number
  readonly raises: number
  /** and the other player's nodes that those lead to. */
  readonly next: Int32Array
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
  /** What each thing is worth that may be done at the node that is looked at. */
  private readonly worths: Float64Array

  constructor(dice: readonly [number, number], options: LiarsDiceOptions, worthOfNext: WorthOfNext) {
    this.options = options
    this.worthOfNext = worthOfNext
    this.plan = planFor(dice[0] + dice[1], options)
    this.sides = [new Side(dice[0], this.plan, options), new Side(dice[1], this.plan, options)]
    this.none = this.plan.bids.length
    this.nodes = [...this.allNodes()]
    this.worths = new Float64Array(this.none + 1)
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
    yield this.node(0, none, none)
    for (let last = 0; last < none; last += 1) {
      yield this.node(1, none, last)
      for (let before = 0; before < last; before += 1) {
        if (!this.plan.raises[before]?.includes(last)) continue
        yield this.node(0, before, last)
        yield this.node(1, before, last)
      }
    }
  }

  private node(role: Role, before: number, last: number): Node {
    const raises = this.plan.raises[last] ?? []
    const at = this.at(before, last)
    const next = Int32Array.from(raises, raise => this.at(last, raise))
    return { role, at, last, first: this.sides[role].offsets[at] ?? 0, raises: raises.length, next }
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
    for (const node of this.nodes) {
      const { role, at, raises, next } = node
      const [side, other] = this.facing(role)
      const own = side.own[at] ?? 0
      const others = side.others[at] ?? 0
      if (own === 0 && others === 0) continue
      const choice = this.decide(side, node, hands[role])
      for (let raise = 0; raise < raises; raise += 1) {
        const to = next[raise] ?? 0
        other.own[to] = (other.own[to] ?? 0) + others
        other.others[to] = (other.others[to] ?? 0) + own * (side.chances[choice + raise] ?? 0)
      }
    }
  }

  /** Regret matching, with no regret below nothing (CFR+): what would have been better is done more often. Gives where the raises begin. */
  private decide({ regrets, chances, width }: Side, { last, first, raises }: Node, hand: number): number {
    const from = hand * width
    const raise = last < this.none ? first + 1 : first
    const end = raise + raises
    let all = 0
    for (let choice = first; choice < end; choice += 1) all += regrets[from + choice] ?? 0
    const even = 1 / (end - first)
    for (let choice = first; choice < end; choice += 1) {
      chances[choice] = all > 0 ? (regrets[from + choice] ?? 0) / all : even
    }
    return raise
  }

  /** What each node turned out to be worth, and what is regretted there. Gives what the round was worth. */
  private backwards({ hands, weight }: Dealt): number {
    for (let index = this.nodes.length - 1; index >= 0; index -= 1) {
      const node = this.nodes[index]
      if (node) this.learnAt(node, { hands, weight })
    }
    return this.sides[0].worth[this.at(this.none, this.none)] ?? 0
  }

  private learnAt({ role, at, last, first, raises, next }: Node, { hands, weight }: Dealt): void {
    const [side, other] = this.facing(role)
    const own = side.own[at] ?? 0
    const others = side.others[at] ?? 0
    if (own === 0 && others === 0) return
    const { chances, regrets, sums } = side
    const from = hands[role] * side.width
    const isAnswer = last < this.none
    const worths = this.worths
    if (isAnswer) worths[0] = this.worthOfCall(role, hands, last)
    const before = isAnswer ? 1 : 0
    let worth = isAnswer ? (worths[0] ?? 0) * (chances[first] ?? 0) : 0
    for (let raise = 0; raise < raises; raise += 1) {
      const ofRaise = -(other.worth[next[raise] ?? 0] ?? 0)
      worths[before + raise] = ofRaise
      worth += ofRaise * (chances[first + before + raise] ?? 0)
    }
    side.worth[at] = worth
    for (let choice = 0; choice < before + raises; choice += 1) {
      const place = from + first + choice
      const regret = (regrets[place] ?? 0) + others * ((worths[choice] ?? 0) - worth)
      regrets[place] = Math.max(0, regret)
      sums[place] = (sums[place] ?? 0) + weight * own * (chances[first + choice] ?? 0)
    }
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
