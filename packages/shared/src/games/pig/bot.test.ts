import { describe, expect, it } from 'vitest'
import { numbersFrom, seededDice } from '../../testing/dice.ts'
import {
  type Holds,
  holdAt,
  meanPoints,
  soloTurns,
  turnAt,
  turnLaw,
  winChance,
} from '../../testing/pig-turn.ts'
import { LEVELS, type Level } from '../bot.ts'
import { countForPoints, fairTotal, pigBot } from './bot.ts'
import { oddsOf, throwsOf } from './odds.ts'
import { Options, type PigOptions, VARIANTS } from './options.ts'
import { type PigMove, type PigState, pig } from './rules.ts'
import { solve } from './solve.ts'

const optionsOf = (wish: Partial<PigOptions> = {}): PigOptions => Options.parse(wish)
const plain = optionsOf()
const bot = pigBot()
const noLuck = () => {
  throw new Error('nothing is left to luck here')
}

/** How it stands with these scores in the turn of the first seat, which has come to `total`. */
const standing = (scores: readonly number[], total: number, wish: Partial<PigOptions> = {}): PigState => ({
  ...pig.setup(
    scores.map((_, seat) => seat),
    optionsOf(wish),
    0,
  ),
  scores,
  turn: turnAt(total),
})

const moveOf = (state: PigState, level: Level, random: () => number = noLuck): PigMove | null =>
  bot.move(state, 0, { level, random })

/** What the bot does as a way to hold. */
const holdsOf =
  (level: Level): Holds =>
  (mine, theirs, total) =>
    moveOf(standing([mine, theirs], total), level)?.type === 'hold'

const [best, at20, at25] = [remembered(holdsOf('hard')), holdAt(20), holdAt(25)]
const aimless: Holds = (_mine, _theirs, total) => total >= 20

function remembered(holds: Holds): Holds {
  const known = new Map<number, boolean>()
  return (mine, theirs, total) => {
    const key = (mine * 100 + theirs) * 200 + total
    const decided = known.get(key) ?? holds(mine, theirs, total)
    known.set(key, decided)
    return decided
  }
}

/** Of one who begins every other game. */
const meanChance = (one: Holds, other: Holds): number =>
  (winChance(plain, one, other) + 1 - winChance(plain, other, one)) / 2

describe('a turn held at 20', () => {
  const law = turnLaw(plain, at20, 0, 0)

  it('[PI19] is lost 0.624541 of the time, and brings 8.141795 points in 3.7472 rolls', () => {
    expect(law.lost).toBeCloseTo(0.624541, 6)
    expect(meanPoints(law)).toBeCloseTo(8.141795, 6)
    expect(law.rolls).toBeCloseTo(3.7472, 4)
    expect(meanPoints(turnLaw(plain, holdAt(21), 0, 0))).toBeCloseTo(8.141795, 6)
  })
  it.each([
    [20, 0.099713],
    [21, 0.094991],
    [22, 0.074189],
    [23, 0.054196],
    [24, 0.035198],
    [25, 0.017173],
  ])('[PI19] comes to %i with a chance of %f', (total, chance) => {
    expect(law.ends.get(total)).toBeCloseTo(chance, 6)
  })
  it('[PI19] takes somebody alone to 100 in 12.636769 turns, and no other total is quicker', () => {
    expect(soloTurns(plain, at20)).toBeCloseTo(12.636769, 6)
    expect(soloTurns(plain, at25)).toBeCloseTo(12.685158, 6)
    for (const points of [17, 18, 19, 21, 22, 23, 24]) {
      expect(soloTurns(plain, holdAt(points))).toBeGreaterThan(12.636769)
    }
  })
})

describe('the hard bot', () => {
  it('[PI20] wins 0.5305927 of the games that it begins against itself', () => {
    expect(solve(plain).wins[0]).toBeCloseTo(0.5305927, 7)
    expect(winChance(plain, best, best)).toBeCloseTo(0.5305927, 7)
  })
  it('[PI20] wins 0.571498 as the first and 0.508342 as the second against holding at 20', () => {
    expect(winChance(plain, best, at20)).toBeCloseTo(0.571498, 6)
    expect(1 - winChance(plain, at20, best)).toBeCloseTo(0.508342, 6)
    expect(meanChance(best, at20)).toBeCloseTo(0.53992, 6)
    expect(winChance(plain, at20, at20)).toBeCloseTo(0.5346983, 7)
  })
  it('[PI20] wins 0.521069 against holding at 25, and 0.568754 against who ignores the goal', () => {
    expect(meanChance(best, at25)).toBeCloseTo(0.521069, 6)
    expect(meanChance(best, aimless)).toBeCloseTo(0.568754, 6)
  })
  it.each([
    { target: 50 },
    { target: 200 },
    { variant: 'two' },
    { variant: 'two', rollDoubles: true },
    { variant: 'big' },
    { variant: 'hog', target: 50 },
    { finalRound: true, target: 50 },
    { finalRound: true, variant: 'big', target: 50 },
  ] as const)('[PI20] has more chances with more points, and less the more the other has, with %j', wish => {
    const tables = solve(optionsOf(wish))
    const { target } = tables.options
    for (const chance of tables.wins) expect(chance).toBeGreaterThan(0)
    for (let mine = 1; mine < target; mine += 7) {
      for (let theirs = 1; theirs < target; theirs += 5) {
        const chance = tables.wins[mine * target + theirs] ?? 0
        expect(chance).toBeGreaterThan((tables.wins[(mine - 1) * target + theirs] ?? 0) - 1e-9)
        expect(chance).toBeLessThan((tables.wins[mine * target + theirs - 1] ?? 0) + 1e-9)
      }
    }
  })
  it('[PI20] takes more risk the further it is behind', () => {
    expect(moveOf(standing([30, 30], 22), 'hard')).toEqual({ type: 'hold' })
    expect(moveOf(standing([30, 95], 22), 'hard')).toEqual({ type: 'roll' })
    expect(moveOf(standing([30, 30, 95], 22), 'hard')).toEqual({ type: 'roll' })
  })
  it('[PI20] goes on in the final round until it is ahead of all, and then as far as those after it make it', () => {
    const last = { ...standing([80, 104], 20, { finalRound: true }), reachedBy: 1 }
    expect(moveOf(last, 'hard')).toEqual({ type: 'roll' })
    expect(moveOf({ ...last, turn: turnAt(25) }, 'hard')).toEqual({ type: 'hold' })
    const crowd = { ...standing([80, 99, 104], 25, { finalRound: true }), reachedBy: 2 }
    expect(moveOf(crowd, 'hard')).toEqual({ type: 'roll' })
  })
  it('[PI20] rolls as many dice in Hog as win', () => {
    expect(moveOf(standing([96, 0], 0, { variant: 'hog' }), 'hard')).toEqual({ type: 'roll', count: 1 })
    expect(moveOf(standing([0, 99], 0, { variant: 'hog' }), 'hard')?.count).toBeGreaterThan(10)
  })
})

describe('the other levels', () => {
  it('[PI21] medium holds with 20, with what wins, and in the final round with what is ahead', () => {
    expect(moveOf(standing([30, 30], 19), 'medium')).toEqual({ type: 'roll' })
    expect(moveOf(standing([30, 95], 20), 'medium')).toEqual({ type: 'hold' })
    expect(moveOf(standing([90, 30], 10), 'medium')).toEqual({ type: 'hold' })
    const last = { ...standing([80, 104], 24, { finalRound: true }), reachedBy: 1 }
    expect(moveOf(last, 'medium')).toEqual({ type: 'roll' })
    expect(moveOf({ ...last, turn: turnAt(25) }, 'medium')).toEqual({ type: 'hold' })
  })
  it('[PI21] medium weighs by its odds what a roll brings and what it costs', () => {
    expect(fairTotal(oddsOf(plain), 0)).toBeCloseTo(20, 12)
    expect(fairTotal(oddsOf(optionsOf({ variant: 'two' })), 0)).toBeCloseTo(200 / 11, 12)
    expect(fairTotal(oddsOf(optionsOf({ variant: 'two' })), 60)).toBeCloseTo(140 / 11, 12)
    expect(fairTotal(oddsOf(optionsOf({ variant: 'big' })), 60)).toBeCloseTo(26.5, 12)
    expect(countForPoints(throwsOf(optionsOf({ variant: 'hog' })), 100)).toBe(5)
    expect(countForPoints(throwsOf(optionsOf({ variant: 'hog' })), 2)).toBe(1)
  })
  it('[PI21] easy gets cold feet at a third to two thirds of that', () => {
    expect(moveOf(standing([0, 0], 6), 'easy', () => 0)).toEqual({ type: 'roll' })
    expect(moveOf(standing([0, 0], 7), 'easy', () => 0)).toEqual({ type: 'hold' })
    expect(moveOf(standing([0, 0], 13), 'easy', () => 0.999)).toEqual({ type: 'roll' })
    expect(moveOf(standing([0, 0], 14), 'easy', () => 0.999)).toEqual({ type: 'hold' })
  })
})

describe('every level', () => {
  const wishes = VARIANTS.flatMap(variant =>
    [false, true].flatMap(finalRound =>
      [false, true].map(on => ({ target: 50, variant, finalRound, autoWin: on, rollDoubles: on }) as const),
    ),
  )

  it.each(wishes)('[PI22] plays to the end with legal moves, by %j', wish => {
    for (const seats of [2, 5]) {
      const numbers = numbersFrom(seats)
      const random = () => numbers(1000) / 1000
      const dice = seededDice(seats)
      const players = Array.from({ length: seats }, (_, seat) => seat)
      let state = pig.setup(players, optionsOf(wish), 0)
      while (!pig.outcome(state)) {
        const seat = state.turn?.seat ?? 0
        const level = LEVELS[seat % LEVELS.length] ?? 'hard'
        const move = bot.move(state, seat, { level, random })
        expect(pig.legalMoves(state, seat)).toContainEqual(move)
        expect(bot.move(state, (seat + 1) % seats, { level, random })).toBeNull()
        const decided = move && pig.decide(state, move, { seat, dice })
        if (!decided?.ok) throw new Error(`${JSON.stringify(move)} is refused`)
        state = decided.value.reduce(pig.evolve, state)
      }
    }
  })
})

describe('the odds that it solves with', () => {
  it.each(VARIANTS.filter(variant => variant !== 'hog'))(
    '[PI23] are those of the rules, with %s, and together 1',
    variant => {
      const { free, forced, turnLost, scoreLost } = oddsOf(optionsOf({ variant, rollDoubles: true }))
      const all = [...free.chances, ...forced.chances, turnLost, scoreLost]
      expect(all.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
      expect(turnLost).toBeCloseTo(variant === 'one' ? 1 / 6 : 10 / 36, 12)
      expect(scoreLost).toBeCloseTo(variant === 'two' ? 1 / 36 : 0, 12)
    },
  )
  it('[PI23] of few dice in Hog are as when they are counted one by one', () => {
    const options = optionsOf({ variant: 'hog' })
    for (const count of [1, 2, 3, 4]) {
      const counted = oddsOf(options, count)
      const added = throwsOf(options)[count - 1]
      const gains = (odds: typeof counted | undefined) =>
        [...(odds?.free.points ?? [])]
          .map((points, at) => [points, odds?.free.chances[at] ?? 0] as const)
          .sort(([one], [other]) => one - other)
      expect(gains(added).map(([points]) => points)).toEqual(gains(counted).map(([points]) => points))
      gains(added).forEach(([, chance], at) => {
        expect(chance).toBeCloseTo(gains(counted)[at]?.[1] ?? 0, 12)
      })
      expect(added?.turnLost).toBeCloseTo(counted.turnLost, 12)
    }
  })
})
