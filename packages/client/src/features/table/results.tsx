import './results.css'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Placed, placesIn } from '../../games/places.ts'
import { useBoard } from '../../games/use-board.ts'
import { Confetti } from '../../ui/confetti.tsx'
import { SeatMark, seatColour } from '../../ui/seat-mark.tsx'
import { Said } from '../../words/said.tsx'
import { type Sentence, sentence } from '../../words/sentence.ts'
import { SpelledScore } from './spelled-score.tsx'

interface ResultsProps {
  readonly table: Table
  /** `before`: the game had ended when we came */
  readonly when: 'now' | 'before'
}

/** More winners than these are named, and not drawn. */
const DRAWN_MAX = 3

/** One moment for whoever has won: their score, what decided it, and who came in where. A tap gives the board back. */
export function Results({ table, when }: ResultsProps) {
  const { t } = useTranslation()
  const board = useBoard()
  const [seen, setSeen] = useState(false)
  const { room } = table
  if (room.phase !== 'over' || seen) return null
  const [winners = []] = room.outcome.places
  const [first] = winners
  if (first === undefined) return null
  const colour = seatColour(first)
  const figureOf = (seat: Seat) => board.result(room.view, seat)
  const figure = figureOf(first)
  const decided = board.decided(room.view, room.outcome, nameOf)
  const placed = placesIn(room)
  return (
    <section
      className={`results results-${when} on-paper`}
      style={{ '--winner': colour } as CSSProperties}
      aria-label={t('win.results')}
    >
      <button
        type="button"
        className="results-veil"
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => setSeen(true)}
      />
      <div className="results-card">
        <div className="results-winner">
          <span className="results-signs">
            {winners.slice(0, DRAWN_MAX).map(seat => (
              <SeatMark key={seat} seat={seat} />
            ))}
          </span>
          <p className="results-name">
            <Said sentence={won(winners.map(nameOf))} />
          </p>
          {figure !== undefined && <SpelledScore figure={figure} />}
          {decided && (
            <p className="results-decided">
              <Said sentence={decided} />
            </p>
          )}
        </div>
        {placed.length > 1 && <Places placed={placed} nameOf={nameOf} figureOf={figureOf} />}
        <button type="button" className="button results-dismiss" onClick={() => setSeen(true)}>
          {t('win.dismiss')}
        </button>
      </div>
      {when === 'now' && <Confetti colours={[colour, 'var(--die-top)', 'var(--board-star)']} />}
    </section>
  )

  function nameOf(seat: Seat): string {
    return room.seats[seat]?.name ?? table.feed.at(-1)?.names[seat] ?? `${seat + 1}`
  }
}

const won = ([first = '', ...others]: readonly string[]): Sentence =>
  others.length === 0
    ? sentence('said.winner', { name: first })
    : sentence('said.winners', { text: [first, ...others].map(name => `\u2068${name}\u2069`).join(', ') })

interface PlacesProps {
  readonly placed: readonly Placed[]
  readonly nameOf: (seat: Seat) => string
  readonly figureOf: (seat: Seat) => string | undefined
}

function Places({ placed, nameOf, figureOf }: PlacesProps) {
  return (
    <ol className="results-places">
      {placed.map(({ seat, place }) => (
        <li key={seat} className={`results-place ${place === 1 ? 'results-first' : ''}`}>
          <span className="results-number">{place}</span>
          <SeatMark seat={seat} />
          <bdi className="results-who">{nameOf(seat)}</bdi>
          <span className="results-figure">{figureOf(seat)}</span>
        </li>
      ))}
    </ol>
  )
}
