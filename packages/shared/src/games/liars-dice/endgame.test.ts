import { describe, expect, it } from 'vitest'
import { numbersFrom } from '../../testing/dice.ts'
import { type Role, Round } from './endgame.ts'
import { planFor } from './endgame-plan.ts'
import { Options } from './state.ts'

const FACES = [1, 2, 3, 4, 5, 6]
const options = Options.parse({})
const neverOn = () => {
  throw new Error('with one die each nothing comes after this round')
}

/** A round with one die each, after so many lessons. */
function learnt(lessons: number): { round: Round; value: number } {
  const numbers = numbersFrom(1)
  const round = new Round([1, 1], options, neverOn)
  return { round, value: round.learn(lessons, () => numbers(2 ** 32) / 2 ** 32) }
}

/** What somebody wins in a round with one die each who knows the other's strategy, and plays as `role`: exactly, over all dice and bids. */
function bestAgainst(round: Round, role: Role): number {
  const { bids, raises } = round.plan
  const countsFor = (face: number, bid: number): number => {
    const asked = bids[bid]?.face
    return Number(face === asked || face === 1)
  }
  const holds = (one: number, other: number, bid: number): boolean =>
    countsFor(one, bid) + countsFor(other, bid) >= (bids[bid]?.count ?? 0)
  /** How likely the other holds each face and has come here, and the bids so far: what I win. */
  function play(die: number, likely: readonly number[], said: readonly number[]): number {
    const last = said.at(-1) ?? null
    const next = raises[last ?? bids.length] ?? []
    if (said.length % 2 === role) {
      const wins = next.map(bid => play(die, likely, [...said, bid]))
      const call = (bid: number) =>
        likely.reduce((sum, chance, at) => sum + (holds(die, at + 1, bid) ? -chance : chance), 0)
      return Math.max(...wins, ...(last === null ? [] : [call(last)]))
    }
    const chances = FACES.map(face =>
      round.strategy(role === 0 ? 1 : 0, [face], { before: said.at(-2) ?? null, last }),
    )
    const does = (choice: number) =>
      likely.map((chance, at) => chance * (chances[at]?.[choice] ?? 1 / (next.length + 1)))
    let won = 0
    if (last !== null) {
      for (const [at, chance] of does(0).entries()) won += holds(die, at + 1, last) ? chance : -chance
    }
    for (const [at, bid] of next.entries()) {
      const going = does(last === null ? at : at + 1)
      if (going.some(chance => chance > 0)) won += play(die, going, [...said, bid])
    }
    return won
  }
  const fair = FACES.map(() => 1 / 6)
  return FACES.reduce((sum, die) => sum + play(die, fair, []) / 6, 0)
}

describe('the last dice of two players', () => {
  it('[LD31] know every legal bid, each after all that it may follow', () => {
    const { bids, raises } = planFor(3, options)
    expect(bids).toHaveLength(18)
    for (const [at, bid] of bids.entries()) {
      for (const raise of raises[at] ?? []) expect(raise).toBeGreaterThan(at)
      expect(raises[18]?.includes(at)).toBe(bid.face !== 1)
    }
  })
  it('[LD31] are played so that knowing how wins hardly more than not knowing', () => {
    const { round, value } = learnt(10_000)
    const [first, second] = [bestAgainst(round, 0), bestAgainst(round, 1)]
    // All of it that is left to gain, of both together; a game won is worth 1, one lost −1.
    expect(first + second).toBeLessThan(0.1)
    // Whoever has to bid first is worse off.
    expect(value).toBeLessThan(0)
  })
})
