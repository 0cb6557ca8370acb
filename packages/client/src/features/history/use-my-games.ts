import { GAMES_AT_ONCE } from '@diceroom/shared/protocol/limits.ts'
import type { RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from '../../connection/use-client.ts'

interface MyGames {
  /** The latest first; `null` before the first answer. */
  readonly games: readonly PlayedGame[] | null
  /** Whether there may be older ones. */
  readonly older: 'none' | 'some' | 'asked for'
  /** Why the last ones that were asked for are not here. */
  readonly trouble: RejectionCode | null
}

/** The games that this browser's player has played; `more` asks for older ones. */
export function useMyGames(): MyGames & { readonly more: () => void } {
  const client = useClient()
  const [mine, setMine] = useState<MyGames>({ games: null, older: 'asked for', trouble: null })
  const isWanted = useRef(false)
  const ask = useCallback(
    async (before?: number) => {
      const answer = await client.myGames(before)
      if (!isWanted.current) return
      setMine(({ games }) => {
        if (!answer.ok) return { games, older: 'some', trouble: answer.error.code }
        const all = before === undefined ? answer.games : [...(games ?? []), ...answer.games]
        return { games: all, older: answer.games.length < GAMES_AT_ONCE ? 'none' : 'some', trouble: null }
      })
    },
    [client],
  )
  useEffect(() => {
    isWanted.current = true
    void ask()
    return () => {
      isWanted.current = false
    }
  }, [ask])
  const more = () => {
    if (mine.older !== 'some') return
    setMine({ ...mine, older: 'asked for', trouble: null })
    void ask(mine.games?.at(-1)?.at)
  }
  return { ...mine, more }
}
