import type { Seat } from '@diceroom/shared/games/game.ts'
import type { Bid } from '@diceroom/shared/games/liars-dice/state.ts'
import type { CSSProperties } from 'react'
import { useSpeak } from '../../words/said.tsx'
import type { Place } from './around.ts'
import { Cup } from './cup.tsx'
import { FlatDie } from './flat-die.tsx'
import { liarsText } from './strings.ts'
import { bidWords } from './words.ts'

export interface Spot {
  readonly seat: Seat
  readonly name: string
  /** how many dice it has; `null` in 吹牛, where all have as many */
  readonly dice: number | null
  /** drinks taken and those that end the game; `null` in Perudo */
  readonly drinks: { readonly taken: number; readonly limit: number } | null
  readonly state: 'acting' | 'waiting' | 'out'
  /** its last bid in this round */
  readonly bid: { readonly bid: Bid; readonly kind: 'plain' | 'zhai' } | null
}

interface CupSpotProps extends Spot {
  readonly place: Place
  /** whether it is chosen to be challenged; `null` where it cannot be */
  readonly challenge: 'chosen' | 'open' | null
  readonly onChallenge: () => void
}

/** Somebody else's cup, where it stands: how many dice are under it and what was bid last. */
export function CupSpot({ place, challenge, onChallenge, ...spot }: CupSpotProps) {
  const t = liarsText.useText()
  const speak = useSpeak()
  const { seat, name, state, bid } = spot
  const style = { '--x': `${place.x}%`, '--y': `${place.y}%` } as CSSProperties
  const inside = <SpotInside {...spot} />
  return (
    <li className={`cup-spot cup-spot-${state}`} style={style}>
      {challenge === null || !bid ? (
        <span className="cup-spot-inside">{inside}</span>
      ) : (
        <button
          type="button"
          className="cup-spot-inside cup-spot-button"
          aria-pressed={challenge === 'chosen'}
          aria-label={t('challengeSeat', { name, bid: speak(bidWords(bid.bid, bid.kind)) })}
          onClick={onChallenge}
        >
          {inside}
          <span className="cup-spot-doubt" aria-hidden="true">
            劈
          </span>
        </button>
      )}
      <span className="unseen">{label()}</span>
    </li>
  )

  function label(): string {
    const cup = cupWords()
    return bid && state !== 'out' ? t('cupBid', { cup, bid: speak(bidWords(bid.bid, bid.kind)) }) : cup
  }

  function cupWords(): string {
    const { dice, drinks } = spot
    if (state === 'out') return t('cupOut', { name })
    if (drinks) return t('cupDrinks', { name, drinks: drinks.taken, limit: drinks.limit })
    return t('cup', { name, count: dice ?? seat })
  }
}

function SpotInside({ seat, name, dice, drinks, state, bid }: Spot) {
  return (
    <span aria-hidden="true">
      <span className="cup-spot-said">
        {bid && state !== 'out' && (
          <span className="cup-spot-bid">
            {bid.bid.count}
            <span className="bid-times">×</span>
            <FlatDie face={bid.bid.face} />
            {bid.kind === 'zhai' && <span className="bid-zhai">斋</span>}
          </span>
        )}
      </span>
      <span className="cup-spot-cup">
        <Cup seat={seat} />
        <span className="cup-spot-figure">
          {drinks ? <Drinks {...drinks} /> : state === 'out' ? '' : dice}
        </span>
      </span>
      <bdi className="cup-spot-name">{name}</bdi>
    </span>
  )
}

/** How far somebody has drunk. */
function Drinks({ taken, limit }: { readonly taken: number; readonly limit: number }) {
  return (
    <>
      {taken}
      <small>/{limit}</small>
    </>
  )
}
