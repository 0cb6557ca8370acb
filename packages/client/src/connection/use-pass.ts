import type { Pass } from '@diceroom/sdk/connection/room-session.ts'
import { useState } from 'react'

/** What lets this tab into a room that does not let everybody in. */
export interface Passing {
  readonly pass: Pass & { readonly attempt: number }
  /** Whether a password was given here that ought to have been right. */
  readonly tried: boolean
  /** Tries again: with this password, or as before. */
  readonly enter: (password?: string) => void
  /** Tries again without the ticket, which is not good any more. */
  readonly withoutTicket: () => void
}

/** In the address of a link that moves a seat to another device. */
const TICKET = 'seat'

/** The password that was given in this tab, and the ticket that came with the link. */
export function usePass(code: string): Passing {
  const [ticket, setTicket] = useState(() => new URLSearchParams(location.search).get(TICKET) ?? undefined)
  const [password, setPassword] = useState(() => remembered(code))
  const [attempt, setAttempt] = useState(0)
  const [tried, setTried] = useState(false)
  return {
    pass: { password, ticket, attempt },
    tried,
    enter(given) {
      if (given !== undefined) {
        remember(code, given)
        setPassword(given)
        setTried(true)
      }
      setAttempt(count => count + 1)
    },
    withoutTicket() {
      forgetTicket()
      setTicket(undefined)
    },
  }
}

/** Takes the ticket out of the address, so that nobody keeps a link that is good for nothing any more. */
export function forgetTicket(): void {
  history.replaceState(history.state, '', location.pathname)
}

const keyOf = (code: string): string => `diceroom.password.${code}`

function remembered(code: string): string | undefined {
  try {
    return sessionStorage.getItem(keyOf(code)) ?? undefined
  } catch {
    return undefined
  }
}

function remember(code: string, password: string): void {
  try {
    sessionStorage.setItem(keyOf(code), password)
  } catch {
    // then it is asked for again when the page is loaded again
  }
}
