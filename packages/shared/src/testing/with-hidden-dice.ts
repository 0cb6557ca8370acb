import { seal } from '../games/game.ts'
import type { GameId } from '../games/registry.ts'
import { hiddenDice } from './hidden-dice.ts'

/** The registry with one more game, for tests of rooms where something is hidden: `hidden-dice`. */
export function withHiddenDice(registry: typeof import('../games/registry.ts'), game = seal(hiddenDice)) {
  return {
    ...registry,
    isGameId: (id: string): id is GameId => id === game.id || registry.isGameId(id),
    rulesVersion: (id: GameId) => (String(id) === game.id ? 1 : registry.rulesVersion(id)),
    gameOf: (id: GameId, version?: number) => (String(id) === game.id ? game : registry.gameOf(id, version)),
  }
}
