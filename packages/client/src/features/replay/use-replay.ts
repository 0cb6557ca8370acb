import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { useEffect, useMemo, useState } from 'react'
import { type DownloadTrouble, downloadTranscript } from '../../transcript/download.ts'
import { type NoPastGame, pastGame } from '../../transcript/past-game.ts'
import { logOf, type Transcript } from '../../transcript/transcript.ts'
import { type Stop, stopsOf } from './stops.ts'

/** A game to look back at. */
export interface Replay {
  readonly transcript: Transcript
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
  const [fetched, setFetched] = useState<Awaited<ReturnType<typeof downloadTranscript>> | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    setFetched(null)
    void downloadTranscript(room, stop.signal).then(result => {
      if (!stop.signal.aborted) setFetched(result)
    })
    return () => stop.abort()
  }, [room, again])
  return useMemo((): Replaying => {
    if (!fetched) return { status: 'loading' }
    return fetched.ok ? replayOf(fetched.value, number, me) : { status: 'none', why: fetched.error }
  }, [fetched, number, me])
}

function replayOf(transcript: Transcript, number: number, me: PlayerId): Replaying {
  try {
    const game = pastGame(logOf(transcript), number)
    if (!game.ok) return { status: 'none', why: game.error }
    const endedAt = game.value.events.at(-1)?.at ?? 0
    return { status: 'here', replay: { transcript, number, endedAt, stops: stopsOf(game.value, me) } }
  } catch {
    // The log of a damaged room, or of a server with newer rules than this page.
    return { status: 'none', why: 'unreadable' }
  }
}
