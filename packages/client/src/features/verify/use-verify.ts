import { seenOf } from '@diceroom/sdk/connection/seen-record.ts'
import type { Seen, Verdict } from '@diceroom/shared/fairness/verdict.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from '../../connection/use-client.ts'
import { checkTranscript } from '../../proof/check.ts'
import { type DownloadTrouble, downloadTranscript } from '../../transcript/download.ts'
import type { Transcript } from '../../transcript/transcript.ts'

/** What is checked: the room as the server has it, or a file that somebody has. */
type Source =
  | { readonly kind: 'room'; readonly transcript: Transcript }
  | { readonly kind: 'file'; readonly name: string; readonly transcript: unknown }

export type Verifying =
  | { readonly status: 'fetching' }
  | { readonly status: 'checking'; readonly done: number; readonly total: number }
  | {
      readonly status: 'done'
      readonly source: Source
      readonly verdict: Verdict
      readonly seen: Seen | null
    }
  /** There is no record to check. */
  | { readonly status: 'none'; readonly why: DownloadTrouble }
  | { readonly status: 'not JSON'; readonly name: string }
  /** The page itself has failed. */
  | { readonly status: 'broken'; readonly message: string }

interface Verify {
  readonly verifying: Verifying
  /** Fetches the room's record and checks it, again. */
  checkRoom(): void
  checkFile(file: File): void
}

/** Checks the record of a room as soon as the page is there, and whatever else it is given. */
export function useVerify(room: string): Verify {
  const client = useClient()
  const [verifying, setVerifying] = useState<Verifying>({ status: 'fetching' })
  const running = useRef(new AbortController())

  const start = useCallback(
    async (find: (signal: AbortSignal) => Promise<Found>) => {
      running.current.abort()
      running.current = new AbortController()
      const { signal } = running.current
      const tell = (next: Verifying) => {
        if (!signal.aborted) setVerifying(next)
      }
      tell({ status: 'fetching' })
      try {
        const found = await find(signal)
        if (!('kind' in found)) {
          tell(found)
          return
        }
        const { transcript } = found
        const seen = 'seen' in found ? found.seen : seenOf(client.kept, roomIn(transcript))
        const onProgress = (done: number, total: number) => tell({ status: 'checking', done, total })
        const verdict = await checkTranscript({ transcript, seen }, { onProgress, signal })
        tell({ status: 'done', source: found, verdict, seen })
      } catch (trouble) {
        tell({ status: 'broken', message: trouble instanceof Error ? trouble.message : String(trouble) })
      }
    },
    [client],
  )

  const checkRoom = useCallback(
    () =>
      void start(async signal => {
        // First what was seen, then what the server says: it may be more, and never less.
        const seen = seenOf(client.kept, room)
        const downloaded = await downloadTranscript(room, { signal, token: client.token })
        return downloaded.ok
          ? { kind: 'room', transcript: downloaded.value, seen }
          : { status: 'none', why: downloaded.error }
      }),
    [start, client, room],
  )

  const checkFile = useCallback((file: File) => void start(() => read(file)), [start])

  useEffect(() => {
    checkRoom()
    return () => running.current.abort()
  }, [checkRoom])

  return { verifying, checkRoom, checkFile }
}

/** A record to check, or why there is none. */
type Found = (Source & { readonly seen?: Seen | null }) | Extract<Verifying, { status: 'none' | 'not JSON' }>

async function read(file: File): Promise<Found> {
  const { name } = file
  try {
    return { kind: 'file', name, transcript: JSON.parse(await file.text()) }
  } catch {
    return { status: 'not JSON', name }
  }
}

/** The room that something which may be a transcript says it is of. */
function roomIn(transcript: unknown): string {
  const room = typeof transcript === 'object' && transcript && 'room' in transcript && transcript.room
  return typeof room === 'string' ? room : ''
}
