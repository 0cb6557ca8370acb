import './winner.css'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confetti } from '../../ui/confetti.tsx'
import { Die, dieSides } from '../../ui/dice/die.tsx'
import { SeatMark, seatColour } from '../../ui/seat-mark.tsx'
import { Said } from '../../words/said.tsx'
import { sentence } from '../../words/sentence.ts'

interface WinnerProps {
  readonly table: Table
  /** `before`: the game had ended when we came */
  readonly when: 'now' | 'before'
}

const EDGE = 64

/** One moment for whoever has won; a tap gives the board back. */
export function Winner({ table, when }: WinnerProps) {
  const { t } = useTranslation()
  const [seen, setSeen] = useState(false)
  const { room, throws } = table
  const winners = room.outcome?.places[0] ?? []
  const [first] = winners
  if (first === undefined || seen) return null
  const colour = seatColour(first)
  const last = throws.at(-1)
  return (
    <button
      type="button"
      className={`winner winner-${when} on-paper`}
      style={{ '--winner': colour } as CSSProperties}
      onClick={() => setSeen(true)}
    >
      <span className="winner-card">
        <span className="winner-signs">
          <SeatMark seat={first} />
          {last?.faces.map((face, index) => (
            <span key={index} className="winner-die" style={{ '--edge': `${EDGE}px` } as CSSProperties}>
              <Die
                sides={dieSides(last.sides)}
                value={face}
                lying={{ x: EDGE * 0.8, y: EDGE * 0.9, yaw: 24 }}
                edge={EDGE}
              />
            </span>
          ))}
        </span>
        <span className="winner-name">
          <Said sentence={sentence('said.winner', { name: winners.map(nameOf).join(', ') })} />
        </span>
        <span className="winner-hint">{t('win.dismiss')}</span>
      </span>
      {when === 'now' && <Confetti colours={[colour, 'var(--die-top)', 'var(--board-star)']} />}
    </button>
  )

  function nameOf(seat: Seat): string {
    return room.seats[seat]?.name ?? table.feed.at(-1)?.names[seat] ?? `${seat + 1}`
  }
}
