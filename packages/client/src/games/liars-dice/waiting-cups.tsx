import type { Seat } from '@diceroom/shared/games/game.ts'
import type { CSSProperties } from 'react'
import { Tray } from '../../ui/tray.tsx'
import { placesFor } from './around.ts'
import { Cup } from './cup.tsx'

/** A cup for everybody who has come; their names stand with the seats. */
export function WaitingCups({ seats }: { readonly seats: readonly Seat[] }) {
  const places = placesFor(seats.length, 'closed')
  return (
    <Tray>
      <div className="liars-waiting" aria-hidden="true">
        {seats.map((seat, at) => (
          <span
            key={seat}
            className="liars-waiting-cup"
            style={{ '--x': `${places[at]?.x}%`, '--y': `${places[at]?.y}%` } as CSSProperties}
          >
            <Cup seat={seat} />
          </span>
        ))}
      </div>
    </Tray>
  )
}
