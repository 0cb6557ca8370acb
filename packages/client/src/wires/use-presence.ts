import { createContext, useEffect, useState } from 'react'
import { useClient } from '../connection/use-client.ts'
import type { Presence } from './presence.ts'

/** Who is here; `null` until that part of the page has come. `app.tsx` provides it. */
export const PresenceContext = createContext<Presence | null>(null)

/** Is here for as long as the component is. What it takes is fetched when the page is there. */
export function usePresence(): Presence | null {
  const client = useClient()
  const [presence, setPresence] = useState<Presence | null>(null)
  useEffect(() => {
    let leave: (() => void) | 'gone' = () => {}
    const open = async () => {
      const { openPresence } = await import('./open-presence.ts')
      if (leave === 'gone') return
      const opened = openPresence(client)
      leave = opened.leave
      setPresence(opened.presence)
    }
    // where it cannot be fetched, one plays unseen
    open().catch(() => {})
    return () => {
      if (leave !== 'gone') leave()
      leave = 'gone'
      setPresence(null)
    }
  }, [client])
  return presence
}
