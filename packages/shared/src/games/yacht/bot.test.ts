import { describe, expect, it } from 'vitest'
import { numbersFrom, seededDice } from '../../testing/dice.ts'
import type { Level } from '../bot.ts'
import { yachtBot } from './bot.ts'
import type { Box } from './boxes.ts'
import { yacht } from './rules.ts'
import { solve } from './solitaire.ts'
import { scoreOf, totalFor, type YachtMove, type YachtOptions, type YachtState } from './state.ts'
import { positionOf } from './worths.ts'

/** A sheet of few positions, solved in no time: what the hard bot does there, it does on every sheet. */
const twelve = yacht.options.parse({ sheet: 'twelve' })
const usual = yacht.options.parse({})

const random = () => 0.5
const moveOf = (state: YachtState, level: Level): YachtMove => {
  const move = yachtBot.move(state, 0, { level, random })
  if (!move) throw new Error('the bot does nothing')
  return move
}

function next(state: YachtState, move: YachtMove, dice: ReturnType<typeof seededDice>): YachtState {
  const decided = yacht.decide(state, move, { seat: 0, dice })
  if (!decided.ok) throw new Error(decided.error.message)
  return decided.value.reduce(yacht.evolve, state)
}

/** What a bot has on average after so many games alone. */
function average(level: Level, options: YachtOptions, games: number): number {
  const dice = seededDice(7)
  let sum = 0
  for (let game = 0; game < games; game += 1) {
    let state = yacht.setup([0], options, 0)
    while (!yacht.outcome(state)) state = next(state, moveOf(state, level), dice)
    sum += totalFor(state, 0)
  }
  return sum / games
}

describe('the strong bot', () => {
  it('[YA19] loses nothing by a box or a roll: what it has and what is ahead stay, on average, what the solution says', () => {
    const { ahead, worths, mean } = solve({ ...twelve, joker: 'none' })
    const worthOf = (state: YachtState): number => {
      const { filled, upper, extras } = positionOf(scoreOf(state, 0), worths)
      return totalFor(state, 0) + ahead(filled, upper, extras)
    }
    // Turn for turn, gains and losses against what was to be expected even out.
    const dice = seededDice(3)
    const drifts: number[] = []
    for (let game = 0; game < 1_000; game += 1) {
      let state = yacht.setup([0], twelve, 0)
      while (!yacht.outcome(state)) {
        const before = state
        do state = next(state, moveOf(state, 'hard'), dice)
        while (state.dice !== null)
        drifts.push(worthOf(state) - worthOf(before))
      }
    }
    expect(drifts).toHaveLength(12_000)
    const drift = drifts.reduce((so, one) => so + one, 0) / drifts.length
    const spread = Math.sqrt(drifts.reduce((so, one) => so + one ** 2, 0) / drifts.length / drifts.length)
    expect(Math.abs(drift)).toBeLessThan(3 * spread)
    expect(mean).toBeCloseTo(166.955, 3)
  })
  it('[YA19] gives up what costs least: with nothing there twos before chance', () => {
    const state = { ...yacht.setup([0], twelve, 0), dice: [1, 2, 2, 4, 6], rollsLeft: 0 }
    expect(moveOf(state, 'hard')).toEqual({ type: 'score', box: 'twos' })
  })
})

describe('every level', () => {
  it.each(['easy', 'medium', 'hard'] as const)('[YA20] makes legal moves, whatever the sheet: %s', level => {
    const pick = numbersFrom(11)
    for (const sheet of ['standard', 'twelve'] as const) {
      for (const joker of ['forced', 'free', 'none'] as const) {
        for (const order of ['free', 'down'] as const) {
          if (level === 'hard' && sheet === 'standard' && order === 'free') continue
          const options = { sheet, joker, order }
          const dice = seededDice(pick(1_000))
          let state = yacht.setup([0], options, 0)
          while (!yacht.outcome(state)) {
            const move = moveOf(state, level)
            expect(yacht.legalMoves(state, 0)).toContainEqual(move)
            state = next(state, move, dice)
          }
        }
      }
    }
  })
  it('[YA20] keeps four in a row for the fifth where only that is open', () => {
    const scores = [{ boxes: { 'small-straight': 30 }, extras: 0 }]
    const state = { ...yacht.setup([0], usual, 0), scores, dice: [3, 5, 4, 2, 2], rollsLeft: 2 }
    expect(moveOf(state, 'easy')).toEqual({ type: 'roll', keep: [0, 1, 2, 3] })
  })
  it('[YA20] does nothing where another seat is to act', () => {
    expect(yachtBot.move(yacht.setup([0, 1], usual, 1), 0, { level: 'easy', random })).toBeNull()
  })
  it('[YA20] plays better than the one below', () => {
    const [easy, medium] = [average('easy', usual, 300), average('medium', usual, 300)]
    expect(easy).toBeGreaterThan(185)
    expect(medium).toBeGreaterThan(easy + 25)
  })
  it.each<[string, readonly number[], readonly number[] | Box]>([
    ['collects what there is most of', [3, 5, 3, 1, 6], [0, 2]],
    ['collects the higher of two pairs', [3, 5, 3, 5, 6], [1, 3]],
    ['takes four in a row', [3, 5, 4, 2, 2], 'small-straight'],
    ['takes a straight that lies there', [3, 5, 4, 2, 6], 'large-straight'],
    ['takes five alike', [4, 4, 4, 4, 4], 'yacht'],
  ])('[YA20] as a beginner %s', (_, dice, does) => {
    const state = { ...yacht.setup([0], usual, 0), dice, rollsLeft: 2 }
    const move = typeof does === 'string' ? { type: 'score', box: does } : { type: 'roll', keep: does }
    expect(moveOf(state, 'easy')).toEqual(move)
  })
})
