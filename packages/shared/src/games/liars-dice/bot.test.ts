import { describe, expect, it } from 'vitest'
import { numbersFrom, seededDice } from '../../testing/dice.ts'
import {
  after,
  bid,
  call,
  challenge,
  chuiniu,
  counter,
  round,
  type Said,
} from '../../testing/liars-dice-round.ts'
import { LEVELS, type Level } from '../bot.ts'
import type { Seat } from '../game.ts'
import { liarsDiceBot as bot } from './bot.ts'
import { liarsDice } from './rules.ts'
import { type LiarsDiceOptions, type LiarsDiceState, Options } from './state.ts'

const randomFrom = (seed: number): (() => number) => {
  const numbers = numbersFrom(seed)
  return () => numbers(2 ** 32) / 2 ** 32
}

/** What is done next: by whoever speaks out of turn, else by who is to act. */
function nextMove(state: LiarsDiceState, levels: readonly Level[], random: () => number) {
  const others = state.seats.filter(
    seat => seat !== state.turn && liarsDice.legalMoves(state, seat).length > 0,
  )
  for (const seat of state.turn === null ? others : [...others, state.turn]) {
    const move = bot.move(liarsDice.view(state, seat), seat, { level: levels[seat] ?? 'hard', random })
    if (move) return { seat, move }
  }
  throw new Error('nobody does anything')
}

/** A game between bots, all of whose moves have to be legal; gives who has won. */
function winnersOf(levels: readonly Level[], options: LiarsDiceOptions, seed: number): readonly Seat[] {
  const [dice, random] = [seededDice(seed), randomFrom(seed ^ 0xb07)]
  let state = liarsDice.setup([...levels.keys()], options, seed % levels.length)
  for (let steps = 0; steps < 5_000; steps += 1) {
    const winners = liarsDice.outcome(state)?.places[0]
    if (winners) return winners
    if (state.turn === null) {
      state = liarsDice.begin(state, { dice }).reduce(liarsDice.evolve, state)
      continue
    }
    const { seat, move } = nextMove(state, levels, random)
    expect(liarsDice.legalMoves(state, seat)).toContainEqual(move)
    const decided = liarsDice.decide(state, move, { seat, dice })
    state = (decided.ok ? decided.value : []).reduce(liarsDice.evolve, state)
  }
  throw new Error('this game does not end')
}

const VARIANTS: readonly Partial<LiarsDiceOptions>[] = [
  {},
  { exact: 'anyone', strict: true, dice: 3 },
  { exact: 'current', loss: 'difference', dice: 6 },
  { palifico: false, cap: false },
  { rules: 'chuiniu' },
  { rules: 'chuiniu', opening: 'more', alike: 'off', singles: false, wide: true },
  { rules: 'chuiniu', opening: 'any', alike: 'one', cap: false, dice: 6, drinks: 3 },
]

describe('a bot of any level', () => {
  it.each(VARIANTS)('[LD28] makes legal moves until the game is over: %o', variant => {
    for (const [seed, players] of [2, 3, 6].entries()) {
      for (const level of LEVELS) {
        const levels = Array.from({ length: players }, () => level)
        expect(winnersOf(levels, Options.parse(variant), seed)).not.toHaveLength(0)
      }
    }
  })
  it.each(LEVELS)('[LD28] does nothing where it may do nothing: %s', level => {
    const opened = after(
      round([
        [2, 3],
        [4, 5],
        [6, 6],
      ]),
      [0, bid(1, 2)],
    )
    for (const seat of [0, 2]) {
      expect(bot.move(liarsDice.view(opened, seat), seat, { level, random: randomFrom(1) })).toBeNull()
    }
  })
  it.each(LEVELS)('[LD29] doubts what cannot be, and bids what it has: %s', level => {
    const move = (state: LiarsDiceState) =>
      bot.move(liarsDice.view(state, 1), 1, { level, random: randomFrom(1) })
    const hands = [
      [2, 3, 4, 5, 6],
      [3, 3, 3, 3, 3],
    ]
    expect(move(after(round(hands), [0, bid(9, 2)]))).toEqual(call)
    expect(move(after(round(hands), [0, bid(3, 3)]))).toMatchObject({ type: 'bid' })
    expect(move(after(round([[2], [3]]), [0, bid(2, 6)]))).toEqual(call)
  })
})

describe('the bots of 吹牛', () => {
  const hands = [
    [2, 2, 3, 4, 4],
    [6, 6, 6, 6, 5],
  ]
  const by = (level: Level, seat: Seat, ...said: readonly Said[]) => {
    const view = liarsDice.view(after(chuiniu(hands), ...said), seat)
    return bot.move(view, seat, { level, random: randomFrom(1) })
  }

  it.each(['medium', 'hard'] as const)('[LD29] challenge a bid that can hardly be: %s', level => {
    expect(by(level, 1, [0, bid(9, 2)])).toEqual(challenge(0))
  })
  it.each(['medium', 'hard'] as const)('[LD29] counter where their own dice are enough: %s', level => {
    expect(by(level, 1, [0, bid(3, 2)], [1, bid(4, 6)], [0, challenge(1)])).toEqual(counter)
    expect(by(level, 1, [0, bid(3, 2)], [1, bid(9, 5)], [0, challenge(1)])).toEqual(call)
  })
})

/** How many of so many games, each played with either beginning, `one` wins against `other`. */
function wins(
  one: Level,
  other: Level,
  { rules, games }: { rules: LiarsDiceOptions['rules']; games: number },
) {
  let won = 0
  for (let seed = 0; seed < games; seed += 1) {
    const winners = winnersOf([one, other], Options.parse({ rules }), seed)
    if (winners.includes(0)) won += 1 / winners.length
  }
  return won / games
}

describe('the levels', () => {
  // Seeded, so that they come out the same every time; docs/bots.md has the figures of many more games.
  it.each(['perudo', 'chuiniu'] as const)('[LD30] are of different strength: %s', rules => {
    expect(wins('hard', 'medium', { rules, games: 60 })).toBeGreaterThan(0.6)
    expect(wins('hard', 'easy', { rules, games: 60 })).toBeGreaterThan(0.65)
    expect(wins('medium', 'easy', { rules, games: 100 })).toBeGreaterThan(0.52)
  })
})
