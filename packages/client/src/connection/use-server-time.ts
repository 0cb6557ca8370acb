import { useEffect, useState } from 'react'
import { useClient } from './use-client.ts'

/** How many seconds are left until a moment of server time, rounded up; 0 and less when it is over. Counts by itself. */
export function useServerSeconds(until: number): number {
  const client = useClient()
  const [, setTold] = useState(0)
  const left = until - client.serverClock.now()
  const seconds = Math.ceil(left / 1_000)
  useEffect(() => {
    if (seconds <= 0) return
    // Just after the next whole second; a timer may be a moment early.
    const timer = setTimeout(() => setTold(seconds), left - (seconds - 1) * 1_000 + 5)
    return () => clearTimeout(timer)
  })
  return seconds
}
