import { freeRoll } from './free-roll/rules.ts'
import { type SealedGame, seal } from './game.ts'
import { race } from './race/rules.ts'

/**
 * Every game that can be played here: one line each. A room keeps the rules that it began with: rules that change
 * become the next version, last in its list, and the one before stays.
 */
const games = {
  'free-roll': [seal(freeRoll)],
  race: [seal(race)],
} as const satisfies Record<string, readonly [SealedGame, ...SealedGame[]]>

export type GameId = keyof typeof games

export const GAME_IDS = Object.keys(games) as readonly GameId[]

export const isGameId = (id: string): id is GameId => Object.hasOwn(games, id)

/** The version of a game's rules that new rooms begin with, counted from 1. */
export const rulesVersion = (id: GameId): number => games[id].length

/** The rules of a game, in one version or as new rooms have them. Throws where this program does not know them. */
export function gameOf(id: GameId, version = rulesVersion(id)): SealedGame {
  const versions: readonly SealedGame[] | undefined = games[id]
  const game = versions?.[version - 1]
  if (!game) throw new Error(`the rules of ${id} in version ${version} are not known to this program`)
  return game
}
