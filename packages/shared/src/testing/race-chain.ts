import type { race as Race, RaceOptions } from '../games/race/rules.ts'
import { loadedDice } from './dice.ts'
import type { Chain } from './markov.ts'

/** A square with so many sixes thrown in the turn, more than two being like two, as one number; without sixes it is the square. */
const keyOf = (square: number, sixes: number): number => 1000 * Math.min(sixes, 2) + square

/** Where one piece that is alone goes from each square that it can reach, by the rules of the game itself. */
export function raceChain(race: typeof Race, wish: Partial<RaceOptions>): Chain {
  const options = race.options.parse(wish)
  const throws = options.twoDice ? pairs : faces.map(face => [face])
  const chain = new Map<number, Map<number, number>>()
  const unseen = [0]
  for (let key = unseen.pop(); key !== undefined; key = unseen.pop()) {
    const to = new Map<number, number>()
    chain.set(key, to)
    const begun = race.setup([0], options, 0)
    const sixes = begun.sixes === undefined ? {} : { sixes: Math.floor(key / 1000) }
    const state = { ...begun, squares: [key % 1000], ...sixes }
    for (const thrown of throws) {
      const decided = race.decide(state, { type: 'roll' }, { seat: 0, dice: loadedDice(...thrown) })
      if (!decided.ok) throw new Error(decided.error.message)
      const next = decided.value.reduce(race.evolve, state)
      const [square] = next.squares
      if (next.winner !== null || square === undefined) continue
      const reached = keyOf(square, next.sixes ?? 0)
      to.set(reached, (to.get(reached) ?? 0) + 1 / throws.length)
      if (!chain.has(reached) && !unseen.includes(reached)) unseen.push(reached)
    }
  }
  return chain
}

const faces = [1, 2, 3, 4, 5, 6] as const
const pairs = faces.flatMap(one => faces.map(other => [one, other]))
