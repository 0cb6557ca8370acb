import { err, ok, type Result } from '@diceroom/shared/result.ts'
import { isTableEvent } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { useEffect, useMemo, useState } from 'react'
import { useClient } from '../../connection/use-client.ts'
import type { SealedBoard } from '../../games/board.ts'
import { hasFace } from '../../games/registry.ts'
import { fetchBoard } from '../../games/use-board.ts'
import { type DownloadTrouble, downloadTranscript } from '../../transcript/download.ts'
import { type NoPastGame, pastGame } from '../../transcript/past-game.ts'
import { logOf, type Transcript } from '../../transcript/transcript.ts'
import { type Stop, stopsOf } from './stops.ts'

/** A game to look back at. */
export interface Replay {
  readonly transcript: Transcript
  /** Of the game that was played. */
  readonly board: SealedBoard
  /** Counted from 1 in its room. */
  readonly number: number
  /** When it ended, server time in ms. */
  readonly endedAt: number
  /** One at least. */
  readonly stops: readonly Stop[]
}

/** Why there is nothing to show. `unreadable`: the log does not fit the rules that this page knows. */
export type NoReplay = DownloadTrouble | NoPastGame | 'unreadable'

type Replaying =
  | { readonly status: 'loading' }
  | { readonly status: 'none'; readonly why: NoReplay }
  | { readonly status: 'here'; readonly replay: Replay }

/** The game with this number of a room, fetched once. `again` counts how often it is to be tried anew. */
export function useReplay(
  { room, number, again }: { room: string; number: number; again: number },
  me: PlayerId,
): Replaying {
  const client = useClient()
  const [fetched, setFetched] = useState<Result<Recorded, DownloadTrouble> | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    setFetched(null)
    void recordOf(room, { signal: stop.signal, token: client.token }).then(result => {
      if (!stop.signal.aborted) setFetched(result)
    })
    return () => stop.abort()
  }, [client, room, again])
  return useMemo((): Replaying => {
    if (!fetched) return { status: 'loading' }
    return fetched.ok ? replayOf(fetched.value, number, me) : { status: 'none', why: fetched.error }
  }, [fetched, number, me])
}

interface Recorded {
  readonly transcript: Transcript
  /** `null` where it does not say what was played, or this page does not know it. */
  readonly board: SealedBoard | null
}

async function recordOf(
  room: string,
  asking: { signal: AbortSignal; token: string | null },
): Promise<Result<Recorded, DownloadTrouble>> {
  const downloaded = await downloadTranscript(room, asking)
  if (!downloaded.ok) return downloaded
  const transcript = downloaded.value
  const [created] = transcript.events
  const game = created && isTableEvent(created) && created.type === 'room_created' ? created.game : null
  try {
    return ok({ transcript, board: game && hasFace(game) ? await fetchBoard(game) : null })
  } catch {
    return err('unreachable')
  }
}

function replayOf({ transcript, board }: Recorded, number: number, me: PlayerId): Replaying {
  if (!board) return { status: 'none', why: 'unreadable' }
  try {
    const game = pastGame(logOf(transcript), number)
    if (!game.ok) return { status: 'none', why: game.error }
    const endedAt = game.value.events.at(-1)?.at ?? 0
    const stops = stopsOf(game.value, board, me)
    return { status: 'here', replay: { transcript, board, number, endedAt, stops } }
  } catch {
    // The log of a damaged room, or of a server with newer rules than this page.
    return { status: 'none', why: 'unreadable' }
  }
}
