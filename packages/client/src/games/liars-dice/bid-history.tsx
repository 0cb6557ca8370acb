import type { Seat } from '@diceroom/shared/games/game.ts'
import type { LiarsDiceState } from '@diceroom/shared/games/liars-dice/state.ts'
import { useEffect, useRef } from 'react'
import { SeatDot } from '../../ui/seat-mark.tsx'
import { useSpeak } from '../../words/said.tsx'
import { FlatDie } from './flat-die.tsx'
import { liarsText } from './strings.ts'
import { bidWords, kindOf } from './words.ts'

interface BidHistoryProps {
  readonly state: LiarsDiceState
  readonly nameOf: (seat: Seat) => string
  /** what can be done about them */
  readonly hint?: string | undefined
}

/** The bids of this round in their order, the newest at the end and in sight. */
export function BidHistory({ state, nameOf, hint }: BidHistoryProps) {
  const t = liarsText.useText()
  const speak = useSpeak()
  const list = useRef<HTMLOListElement>(null)
  const { bids, options } = state
  useEffect(() => {
    const element = list.current
    if (element && bids.length > 0) element.scrollTo({ top: element.scrollHeight })
  }, [bids.length])
  if (bids.length === 0) return <p className="bid-history-empty">{t('noBids')}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <ol ref={list} className="bid-history" aria-label={t('history')} tabIndex={0}>
        {bids.map((bid, at) => {
          const kind = kindOf(bid, options)
          return (
            <li key={at} className="bid-said">
              <span aria-hidden="true">
                <SeatDot seat={bid.seat} />
                {bid.count}
                <span className="bid-times">×</span>
                <FlatDie face={bid.face} />
                {kind === 'zhai' && <span className="bid-zhai">斋</span>}
              </span>
              <span className="unseen">
                {speak(liarsText.said('bids', { name: nameOf(bid.seat), bid: bidWords(bid, kind) }))}
              </span>
            </li>
          )
        })}
      </ol>
      {hint && <p className="bid-why">{hint}</p>}
    </>
  )
}
