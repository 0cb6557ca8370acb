import { useEffect, useState } from 'react'
import { type Account, accountIn, ask } from './account-api.ts'
import { rememberKnownName } from './known-name.ts'

/** Who is logged in here: an account, or `null` for a guest. */
export type WhoIsIn = Account | null | 'asking' | 'unreachable'

/** Asks once; `replace` is for what an answer has told since. */
export function useAccount(): readonly [who: WhoIsIn, replace: (account: Account | null) => void] {
  const [who, setWho] = useState<WhoIsIn>('asking')
  useEffect(() => {
    const stop = new AbortController()
    void ask('/api/account', { signal: stop.signal }).then(answer => {
      if (stop.signal.aborted) return
      const account = answer.ok ? accountIn(answer.body) : null
      if (answer.ok) rememberKnownName(account?.name ?? null)
      setWho(answer.ok ? account : 'unreachable')
    })
    return () => stop.abort()
  }, [])
  return [who, setWho]
}
