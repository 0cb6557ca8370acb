import './seat-strip.css'
import { useEffect, useRef } from 'react'
import { Icon } from './icon.tsx'
import { type RunningClock, SeatMark } from './seat-mark.tsx'

export interface SeatView {
  readonly seat: number
  readonly name: string
  readonly turn: 'acting' | 'waiting'
  /** `away` dims the seat; say so in `notes`, too */
  readonly presence: 'here' | 'away'
  /** points, or the square of the board; shown as it is */
  readonly score?: string | undefined
  /** a few words each, the most urgent first: "your turn", "away"; a strip has room for the first */
  readonly notes: readonly string[]
  /** the time to answer, where it runs out */
  readonly clock?: RunningClock | undefined
}

interface SeatStripProps {
  /** what the list is called to those who hear it */
  readonly label: string
  readonly seats: readonly SeatView[]
  /** an empty chair at the end, which invites; absent when every seat is taken */
  readonly invite?: { readonly label: string; readonly onInvite: () => void } | undefined
  /** opens what there is to know about a seat */
  readonly onSeat?: ((seat: number) => void) | undefined
}

/** The seats: a strip that scrolls sideways, or a column where `TableLayout` is wide. */
export function SeatStrip({ label, seats, invite, onSeat }: SeatStripProps) {
  const acting = seats.find(({ turn }) => turn === 'acting')?.seat
  const list = useRef<HTMLUListElement>(null)

  useEffect(() => {
    if (acting === undefined) return
    const item = list.current?.querySelector('[aria-current]')
    item?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'smooth' })
  }, [acting])

  return (
    <ul ref={list} className="seats" aria-label={label}>
      {seats.map(view => (
        <li
          key={view.seat}
          className={`seat seat-${view.turn} seat-${view.presence}`}
          // what comes up from a seat finds its place by it
          data-seat={view.seat}
          {...current(view)}
        >
          {onSeat ? (
            <button type="button" className="seat-inside" onClick={() => onSeat(view.seat)}>
              <SeatInside {...view} />
            </button>
          ) : (
            <span className="seat-inside">
              <SeatInside {...view} />
            </span>
          )}
        </li>
      ))}
      {invite && (
        <li className="seat seat-empty">
          <button type="button" className="seat-inside" onClick={invite.onInvite}>
            <span className="seat-chair">
              <Icon name="plus" />
            </span>
            <span className="seat-words">
              <span className="seat-name">{invite.label}</span>
            </span>
          </button>
        </li>
      )}
    </ul>
  )
}

function SeatInside({ seat, name, turn, score, notes, clock }: SeatView) {
  return (
    <>
      <SeatMark seat={seat} turn={turn} clock={clock} />
      <span key={notes.length > 0 ? 'noted' : 'plain'} className="seat-words">
        <span className="seat-name" title={name}>
          <bdi>{name}</bdi>
        </span>
        {notes.length > 0 && (
          <span key={notes.join()} className="seat-note">
            {notes.map((note, index) => (
              <span key={note}>{index === 0 ? note : ` · ${note}`}</span>
            ))}
          </span>
        )}
      </span>
      {score !== undefined && <bdi className="seat-score">{score}</bdi>}
    </>
  )
}

function current({ turn }: SeatView) {
  return turn === 'acting' ? ({ 'aria-current': 'true' } as const) : {}
}
