import './table-around.css'
import type { Seat } from '@diceroom/shared/games/game.ts'
import type { LiarsDiceState } from '@diceroom/shared/games/liars-dice/state.ts'
import type { ReactNode } from 'react'
import { othersOf, placesFor } from './around.ts'
import { CupSpot, type Spot } from './cup-spot.tsx'
import { liarsText } from './strings.ts'
import { kindOf } from './words.ts'

interface TableAroundProps {
  readonly state: LiarsDiceState
  /** the seat at the open edge of the table; `null` for who only watches */
  readonly me: Seat | null
  readonly nameOf: (seat: Seat) => string
  /** whose bids may be challenged now */
  readonly challenges: readonly Seat[]
  readonly chosen: Seat | null
  readonly onChoose: (seat: Seat | null) => void
  /** what stands in the middle */
  readonly children: ReactNode
}

/** The others' cups round the table. */
export function TableAround({ state, me, nameOf, challenges, chosen, onChoose, children }: TableAroundProps) {
  const t = liarsText.useText()
  const others = othersOf(state.seats, me)
  const places = placesFor(others.length, me === null ? 'closed' : 'open')
  return (
    <div
      className={`around around-${me === null ? 'closed' : 'open'} ${others.length > 6 ? 'around-many' : ''}`}
    >
      <ul className="around-cups" aria-label={t('table')}>
        {others.map((seat, at) => {
          const place = places[at]
          if (!place) return null
          const mayChallenge = challenges.includes(seat)
          return (
            <CupSpot
              key={seat}
              {...spotOf(state, seat, nameOf)}
              place={place}
              challenge={mayChallenge ? (chosen === seat ? 'chosen' : 'open') : null}
              onChallenge={() => onChoose(chosen === seat ? null : seat)}
            />
          )
        })}
      </ul>
      <div className="around-middle">{children}</div>
    </div>
  )
}

function spotOf(state: LiarsDiceState, seat: Seat, nameOf: (seat: Seat) => string): Spot {
  const { options, turn, bids } = state
  const at = state.seats.indexOf(seat)
  const dice = state.dice[at] ?? 0
  const bid = bids.findLast(one => one.seat === seat)
  const isPerudo = options.rules === 'perudo'
  return {
    seat,
    name: nameOf(seat),
    dice: isPerudo ? dice : null,
    drinks: isPerudo ? null : { taken: state.drinks[at] ?? 0, limit: options.drinks },
    state: turn === seat ? 'acting' : dice === 0 ? 'out' : 'waiting',
    bid: bid ? { bid, kind: kindOf(bid, options) } : null,
  }
}
