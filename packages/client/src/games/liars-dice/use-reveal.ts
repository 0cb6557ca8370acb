import type { LiarsDiceState, Reveal } from '@diceroom/shared/games/liars-dice/state.ts'
import { useEffect, useState } from 'react'

/** So long a count that has ended is left to be read: after others have begun to bid, or while nobody has. */
const READ_MS = { others: 3_500, nobody: 9_000 } as const

interface Shown {
  /** The dice that lie open now; `null` where the round at hand is looked at. */
  readonly reveal: Reveal | null
  /** `before`: they lay there when we came, and were counted. */
  readonly when: 'now' | 'before'
  /** Whether all of them are counted. */
  readonly isCounted: boolean
  /** Tells that the count has ended. */
  readonly onCounted: () => void
  /** Goes on to the next round, where it has begun; else as soon as it does. */
  readonly onGoOn: () => void
}

/**
 * Which open dice are looked at. They lie there between two rounds and at the end; when the next round has begun they stay until
 * the viewer goes on, or there was time to read them.
 */
export function useReveal(state: LiarsDiceState): Shown {
  const { last, turn, bids } = state
  const [atFirst] = useState(last?.round ?? 0)
  const [left, setLeft] = useState(turn === null ? 0 : atFirst)
  const [counted, setCounted] = useState(atFirst)
  const round = last?.round ?? 0
  const isOpen = last !== null && (turn === null || round > left)
  const isCounted = counted >= round
  const isWaiting = isOpen && isCounted && turn !== null
  const wait = bids.length > 0 ? READ_MS.others : READ_MS.nobody
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setLeft(round), wait)
    return () => clearTimeout(timer)
  }, [isWaiting, round, wait])
  return {
    reveal: isOpen ? last : null,
    when: round <= atFirst ? 'before' : 'now',
    isCounted,
    onCounted: () => setCounted(round),
    onGoOn: () => setLeft(round),
  }
}
