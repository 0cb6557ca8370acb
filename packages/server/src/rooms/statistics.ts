import type { GameId } from '@diceroom/shared/games/registry.ts'
import type { GameTotals } from '../stores/room-store.ts'
import { addTotals, NO_TOTALS } from '../stores/totals.ts'

interface Score {
  /** Games that were decided, and those of them that were won. */
  readonly games: number
  readonly wins: number
}

/** What a profile tells of somebody's play. */
export interface Statistics extends Score {
  /** The games that were ever played to their end. */
  readonly byGame: Readonly<Partial<Record<GameId, Score>>>
  readonly luck: {
    readonly dice: number
    /** By how many standard deviations the dice showed more than their average; `null` without dice. */
    readonly z: number | null
  }
}

export function statisticsOf(totals: readonly GameTotals[]): Statistics {
  const { games, wins, dice, over, variance12 } = totals.reduce(addTotals, NO_TOTALS)
  const played = totals.filter(one => one.games > 0)
  const byGame = Object.fromEntries(played.map(one => [one.game, { games: one.games, wins: one.wins }]))
  const z = variance12 === 0 ? null : over / 2 / Math.sqrt(variance12 / 12)
  return { games, wins, byGame, luck: { dice, z } }
}
