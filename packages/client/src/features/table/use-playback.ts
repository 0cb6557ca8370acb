import type { Table } from '@diceroom/sdk/store/table.ts'
import type { Throw } from '@diceroom/sdk/store/throws.ts'
import { useCallback, useState } from 'react'
import { follow, land, playbackFrom } from './playback.ts'

interface Shown {
  readonly shown: Table
  /** The throw that is in the air. */
  readonly flying: Throw | null
  /** Tells that the dice of a throw have landed. */
  readonly onLanded: (throwKey: string) => void
}

/** The table as the eye may follow it. */
export function usePlayback(table: Table): Shown {
  const [last, setPlayback] = useState(() => playbackFrom(table))
  const playback = follow(last, table)
  if (playback !== last) setPlayback(playback)
  const onLanded = useCallback((key: string) => setPlayback(now => land(now, key)), [])
  return { shown: playback.shown, flying: playback.queue[0] ?? null, onLanded }
}
