import { useEffect, useState } from 'react'

/** Names under which every machine finds only itself. */
const OWN_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * What links for others begin with: the address of this page, or where that means nothing to another device, the one
 * that the server knows itself by.
 */
export function useShareOrigin(): string {
  const [origin, setOrigin] = useState(location.origin)
  useEffect(() => {
    if (!OWN_MACHINE.test(location.hostname)) return
    const asking = new AbortController()
    addressOfServer(asking.signal).then(
      url => url !== null && setOrigin(url),
      // Then the link is good for this machine at least.
      () => {},
    )
    return () => asking.abort()
  }, [])
  return origin
}

async function addressOfServer(signal: AbortSignal): Promise<string | null> {
  const answer: unknown = await (await fetch('/api/address', { signal })).json()
  if (typeof answer !== 'object' || answer === null || !('url' in answer)) return null
  return typeof answer.url === 'string' ? answer.url : null
}
