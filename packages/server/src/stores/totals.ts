import type { Totals } from './room-store.ts'

export const NO_TOTALS: Totals = { games: 0, wins: 0, dice: 0, over: 0, variance12: 0 }

/** Both together; what `more` does not tell counts as nothing. */
export const addTotals = (totals: Totals, more: Partial<Totals>): Totals => ({
  games: totals.games + (more.games ?? 0),
  wins: totals.wins + (more.wins ?? 0),
  dice: totals.dice + (more.dice ?? 0),
  over: totals.over + (more.over ?? 0),
  variance12: totals.variance12 + (more.variance12 ?? 0),
})
