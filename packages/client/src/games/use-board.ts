import type { GameId } from '@diceroom/shared/games/registry.ts'
import { createContext, useContext, useEffect, useState } from 'react'
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

/** How long until a board is asked for again that could not be fetched. */
const RETRY_MS = 3_000

/** The board of a game, `null` until it is fetched; asked for again and again where the network fails. */
export function useFetchedBoard(game: GameId): SealedBoard | null {
  const [fetched, setFetched] = useState<readonly [GameId, SealedBoard] | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isWanted = true
    const ask = async () => {
      try {
        const board = await fetchBoard(game)
        if (isWanted) setFetched([game, board])
      } catch {
        if (isWanted) timer = setTimeout(ask, RETRY_MS)
      }
    }
    if (!here.has(game)) void ask()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [game])
  return here.get(game) ?? (fetched?.[0] === game ? fetched[1] : null)
}
