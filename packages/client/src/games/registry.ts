import type { GameId } from '@diceroom/shared/games/registry.ts'
import { type SealedBoard, sealBoard } from './board.ts'
import { freeRollBoard } from './free-roll/board.tsx'
import { raceBoard } from './race/board.tsx'

/** Every game that can be seen here: one line each. */
const boards: Record<GameId, SealedBoard> = {
  'free-roll': sealBoard(freeRollBoard),
  race: sealBoard(raceBoard),
}

export const boardOf = (game: GameId): SealedBoard => boards[game]
