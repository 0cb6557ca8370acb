import type { PigOptions } from '../games/pig/options.ts'
import { type PigState, type PigTurn, pig, scoreOf } from '../games/pig/rules.ts'
import { loadedDice } from './dice.ts'
import { type Chain, stepsToEnd } from './markov.ts'

/** Whether a total is held; `mine` and `theirs` are scores without it. */
export type Holds = (mine: number, theirs: number, total: number) => boolean

/** Holds with so many points, and with what reaches the target. */
export const holdAt =
  (points: number, target = 100): Holds =>
  (mine, _theirs, total) =>
    total >= points || mine + total >= target

/** How a turn may go. */
export interface TurnLaw {
  /** The chances of the scores that it may end with, by score. */
  readonly ends: ReadonlyMap<number, number>
  readonly lost: number
  readonly rolls: number
}

/** All ways in which a turn may go of somebody who holds like this, with one die, by the rules themselves. */
export function turnLaw(options: PigOptions, holds: Holds, mine: number, theirs: number): TurnLaw {
  const begun: PigState = { ...pig.setup([0, 1], options, 0), scores: [mine, theirs] }
  const ends = new Map<number, number>()
  let [lost, rolls] = [0, 0]
  let here = new Map<string, { readonly state: PigState; readonly chance: number }>()
  here.set('', { state: begun, chance: 1 })
  const arrive = (state: PigState, chance: number, next: typeof here) => {
    const key = JSON.stringify(state.turn)
    const been = next.get(key)
    next.set(key, { state, chance: chance + (been?.chance ?? 0) })
  }
  while (here.size > 0) {
    const next: typeof here = new Map()
    for (const { state, chance } of here.values()) {
      rolls += chance
      for (const face of [1, 2, 3, 4, 5, 6]) {
        const after = played(state, 'roll', face)
        const { turn } = after
        if (turn?.seat !== 0) lost += chance / 6
        else if (holds(mine, theirs, turn.total)) {
          const held = scoreOf(played(after, 'hold'), 0)
          ends.set(held, (ends.get(held) ?? 0) + chance / 6)
        } else arrive(after, chance / 6, next)
      }
    }
    here = next
  }
  return { ends, lost, rolls }
}

function played(state: PigState, type: 'roll' | 'hold', ...faces: readonly number[]): PigState {
  const decided = pig.decide(state, { type }, { seat: 0, dice: loadedDice(...faces) })
  if (!decided.ok) throw new Error(decided.error.message)
  return decided.value.reduce(pig.evolve, state)
}

/** How many turns somebody alone takes to the target who holds like this, on average. */
export function soloTurns(options: PigOptions, holds: Holds): number {
  const chain = new Map<number, ReadonlyMap<number, number>>()
  for (let score = 0; score < options.target; score += 1) {
    const { ends, lost } = turnLaw(options, holds, score, 0)
    const going = [...ends].filter(([end]) => end < options.target)
    chain.set(score, new Map([...going, [score, lost]]))
  }
  return stepsToEnd(chain satisfies Chain, 0).mean
}

/** How many points a turn brings that begins with nothing, on average. */
export const meanPoints = ({ ends }: TurnLaw): number =>
  [...ends].reduce((sum, [points, chance]) => sum + points * chance, 0)

/**
 * The chance of whoever begins, playing by `first` against somebody who plays by `second`: exact, by going through all pairs of
 * scores from the highest ones on. A pair leads to higher ones or, where the turn is lost, to itself with the other to play.
 */
export function winChance(options: PigOptions, first: Holds, second: Holds): number {
  const { target } = options
  const at = (mine: number, theirs: number) => mine * target + theirs
  const [winsFirst, winsSecond] = [new Float64Array(target ** 2), new Float64Array(target ** 2)]
  for (let sum = 2 * target - 2; sum >= 0; sum -= 1) {
    for (let mine = Math.max(0, sum - target + 1); mine <= Math.min(sum, target - 1); mine += 1) {
      const theirs = sum - mine
      const one = quickTurn(target, first, mine, theirs, winsSecond)
      const other = quickTurn(target, second, theirs, mine, winsFirst)
      // a = one.won + one.lost (1 - b), b = other.won + other.lost (1 - a)
      const won = (one.won + one.lost * (1 - other.won - other.lost)) / (1 - one.lost * other.lost)
      winsFirst[at(mine, theirs)] = won
      winsSecond[at(theirs, mine)] = other.won + other.lost * (1 - won)
    }
  }
  return winsFirst[0] ?? 0
}

/** How a turn with one die ends: with which chance the game is won that it leads to, and with which the turn is lost. */
function quickTurn(
  target: number,
  holds: Holds,
  mine: number,
  theirs: number,
  others: Float64Array,
): { readonly won: number; readonly lost: number } {
  // Nobody holds as much who does not hold with less.
  const most = 2 * target
  const chances = new Float64Array(most + 7)
  chances[0] = 1
  let [won, lost] = [0, 0]
  for (let total = 0; total < most; total += 1) {
    const chance = chances[total] ?? 0
    if (chance === 0) continue
    if (total > 0 && holds(mine, theirs, total)) {
      const score = mine + total
      won += chance * (score >= target ? 1 : 1 - (others[theirs * target + score] ?? 0))
      continue
    }
    lost += chance / 6
    for (let face = 2; face <= 6; face += 1) {
      chances[total + face] = (chances[total + face] ?? 0) + chance / 6
    }
  }
  return { won, lost }
}

/** Where a turn stands that has come to `total`. */
export const turnAt = (total: number): PigTurn => ({
  seat: 0,
  total,
  throws: total === 0 ? 0 : 1,
  mustRoll: false,
})
