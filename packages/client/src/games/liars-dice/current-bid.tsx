import type { Seat } from '@diceroom/shared/games/game.ts'
import type { LiarsDiceState } from '@diceroom/shared/games/liars-dice/state.ts'
import { SeatDot } from '../../ui/seat-mark.tsx'
import { Said } from '../../words/said.tsx'
import { FlatDie } from './flat-die.tsx'
import { liarsText } from './strings.ts'
import { bidWords, kindOf } from './words.ts'

interface CurrentBidProps {
  readonly state: LiarsDiceState
  readonly me: Seat | null
  readonly nameOf: (seat: Seat) => string
}

/** What stands: the last bid as large as it can be, or who opens, or who was challenged; and what ones count. */
export function CurrentBid({ state, me, nameOf }: CurrentBidProps) {
  const t = liarsText.useText()
  const { challenge, bids, starter } = state
  const bid = challenge?.bid ?? bids.at(-1)
  if (!bid) {
    return (
      <div className="current-bid">
        <p className="current-opens">
          {starter === me && me !== null ? t('youOpen') : t('opens', { name: nameOf(starter ?? 0) })}
        </p>
        <WildNote state={state} />
      </div>
    )
  }
  const kind = kindOf(bid, state.options)
  return (
    <div className="current-bid">
      <p className="current-who">
        <SeatDot seat={challenge?.by ?? bid.seat} />
        {challenge ? (
          <Said sentence={liarsText.said('doubts', { name: nameOf(challenge.by), text: nameOf(bid.seat) })} />
        ) : bid.seat === me ? (
          t('bidOfYours')
        ) : (
          <Said sentence={liarsText.said('bidOf', { name: nameOf(bid.seat) })} />
        )}
      </p>
      <p className="current-figure" key={`${bids.length}`} aria-hidden="true">
        {bid.count}
        <span className="bid-times">×</span>
        <FlatDie face={bid.face} />
        {kind === 'zhai' && <span className="bid-zhai">斋</span>}
      </p>
      <p className="current-words">
        <Said sentence={bidWords(bid)} />
      </p>
      {challenge ? (
        <p className="current-note">{t('stake', { count: 2, double: 4 })}</p>
      ) : (
        <WildNote state={state} />
      )}
    </div>
  )
}

/** Whether ones are wild now, and why not. */
function WildNote({ state }: Pick<CurrentBidProps, 'state'>) {
  const t = liarsText.useText()
  const key = wildKey(state)
  return (
    <p className={`current-note ${key === 'wild.on' ? 'current-note-wild' : ''}`}>
      {key !== 'wild.palifico' && <FlatDie face={1} look={key === 'wild.on' ? 'plain' : 'dim'} />}
      {t(key)}
    </p>
  )
}

function wildKey({ options, palifico, bids }: LiarsDiceState) {
  const last = bids.at(-1)
  if (palifico) return 'wild.palifico'
  if (!last || last.wild) return 'wild.on'
  if (options.rules === 'perudo') return 'wild.ones'
  return last.face === 1 ? 'wild.lost' : 'wild.zhai'
}
