import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from '../connection/use-client.ts'
import { type Account, accountIn, ask } from './account-api.ts'
import { rememberKnownName } from './known-name.ts'

/** Who is logged in here: an account, or `null` for a guest. */
export type WhoIsIn = Account | null | 'asking' | 'unreachable'

interface AccountHere {
  readonly who: WhoIsIn
  /** For what an answer has told since. */
  readonly replace: (account: Account | null) => void
  /** Asks once more. */
  readonly again: () => void
}

/**
 * Asks when the component comes, and whenever that may have changed elsewhere: after each connection that was lost
 * (that of a log-in which has ended is closed), and when somebody comes back to the page.
 */
export function useAccount(): AccountHere {
  const client = useClient()
  const [who, replace] = useState<WhoIsIn>('asking')
  const asking = useRef(new AbortController())
  const again = useCallback(() => {
    asking.current.abort()
    asking.current = new AbortController()
    const { signal } = asking.current
    void ask('/api/account', { signal }).then(answer => {
      if (signal.aborted) return
      const account = answer.ok ? accountIn(answer.body) : null
      if (answer.ok) rememberKnownName(account?.name ?? null)
      // what was known before is still the best that is known
      replace(before => (answer.ok ? account : before === 'asking' ? 'unreachable' : before))
    })
  }, [])

  useEffect(() => {
    const looks = new AbortController()
    const look = () => {
      if (!document.hidden) again()
    }
    again()
    // each welcome tells it anew; the first one comes with the page
    const unsubscribe = client.player.subscribe((_, before) => {
      if (before) again()
    })
    document.addEventListener('visibilitychange', look, { signal: looks.signal })
    return () => {
      looks.abort()
      unsubscribe()
      asking.current.abort()
    }
  }, [client, again])
  return { who, replace, again }
}
