import type { race as Race, RaceOptions } from '../games/race/rules.ts'
import { loadedDice } from './dice.ts'
import type { Chain } from './markov.ts'

/** Where one piece goes from each square that it can reach, by the rules of the game itself. */
export function raceChain(race: typeof Race, finish: RaceOptions['finish']): Chain {
  const chain = new Map<number, Map<number, number>>()
  const unseen = [0]
  for (let square = unseen.pop(); square !== undefined; square = unseen.pop()) {
    const to = new Map<number, number>()
    chain.set(square, to)
    for (const face of [1, 2, 3, 4, 5, 6]) {
      const state = { ...race.setup([0], { finish }, null), squares: [square], turn: 0 }
      const decided = race.decide(state, { type: 'roll' }, { seat: 0, dice: loadedDice(face) })
      if (!decided.ok) throw new Error(decided.error.message)
      const next = decided.value.reduce(race.evolve, state)
      const [reached] = next.squares
      if (next.winner !== null || reached === undefined) continue
      to.set(reached, (to.get(reached) ?? 0) + 1 / 6)
      if (!chain.has(reached) && !unseen.includes(reached)) unseen.push(reached)
    }
  }
  return chain
}
