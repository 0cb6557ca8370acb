import { seenOf } from '@diceroom/sdk/connection/seen-record.ts'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useClient } from '../../connection/use-client.ts'
import { checkTranscript } from '../../proof/check.ts'
import { type Audit, RoomAudit } from '../../proof/room-audit.ts'
import { downloadTranscript } from '../../transcript/download.ts'

/** The checks of a room for as long as the component is there, and how to ask for one more. */
export function useAudit(room: string): readonly [Audit, () => void] {
  const client = useClient()
  const [audit] = useState(
    () =>
      new RoomAudit({
        download: (known, signal) => downloadTranscript(room, { signal, known, token: client.token }),
        check: (request, signal) => checkTranscript(request, { signal }),
        seen: () => seenOf(client.kept, room),
      }),
  )
  const [ask] = useState(() => () => audit.ask())
  useEffect(() => {
    audit.begin()
    return () => audit.end()
  }, [audit])
  return [useStore(audit.state), ask]
}
