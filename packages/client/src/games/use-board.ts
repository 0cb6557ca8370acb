import type { GameId } from '@diceroom/shared/games/registry.ts'
import { createContext, useContext, useEffect, useState } from 'react'
import { persistently } from '../fetched.ts'
import type { SealedBoard } from './board.ts'
import { faceOf } from './registry.ts'

/** The board of the game that is shown; whoever shows a table has fetched it. */
export const BoardContext = createContext<SealedBoard | null>(null)

export function useBoard(): SealedBoard {
  const board = useContext(BoardContext)
  if (!board) throw new Error('useBoard needs a BoardContext around it')
  return board
}

/** The boards that were fetched. What is here already is shown at once. */
const here = new Map<GameId, SealedBoard>()

/** The board of a game. Rejects where it cannot be fetched. */
export async function fetchBoard(game: GameId): Promise<SealedBoard> {
  const board = here.get(game) ?? (await faceOf(game).board())
  here.set(game, board)
  return board
}

/** The board of a game, `null` until it is fetched. */
export function useFetchedBoard(game: GameId): SealedBoard | null {
  const [fetched, setFetched] = useState<readonly [GameId, SealedBoard] | null>(null)
  useEffect(() => {
    let isWanted = true
    void persistently(() => fetchBoard(game)).then(board => {
      if (isWanted) setFetched([game, board])
    })
    return () => {
      isWanted = false
    }
  }, [game])
  return here.get(game) ?? (fetched?.[0] === game ? fetched[1] : null)
}
