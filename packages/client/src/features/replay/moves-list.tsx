import './moves-list.css'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SeatDot } from '../../ui/seat-mark.tsx'
import { Said } from '../../words/said.tsx'
import type { Stop } from './stops.ts'

interface MovesListProps {
  readonly stops: readonly Stop[]
  /** where the replay stands */
  readonly at: number
  readonly onJump: (to: number) => void
}

/** What happened, move by move; each one leads there. In the order of the keyboard it is one thing: up and down choose in it. */
export function MovesList({ stops, at, onJump }: MovesListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const current = () => list.current?.querySelector<HTMLElement>('[aria-current]')

  // the list alone scrolls, never the page around it; a sheet that it stands in is open by then
  useEffect(() => {
    const item = current()
    if (!list.current || !item) return
    const { top, bottom, height } = list.current.getBoundingClientRect()
    const place = item.getBoundingClientRect()
    if (place.top >= top && place.bottom <= bottom) return
    list.current.scrollTop += place.top - top - (height - place.height) / 2
  }, [at])

  // whoever goes through the list by keyboard stays on the move that is shown
  useEffect(() => {
    if (list.current?.contains(document.activeElement)) current()?.focus({ preventScroll: true })
  }, [at])

  const choose = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    onJump(at + step)
  }

  return (
    <ol ref={list} className="moves-list" aria-label={t('replay.moves')} onKeyDown={choose}>
      {stops.map((stop, index) => (
        <Move
          key={index}
          said={stop.said}
          seat={stop.seat}
          number={index}
          place={index === at ? 'here' : 'elsewhere'}
          onJump={onJump}
        />
      ))}
    </ol>
  )
}

interface MoveProps extends Pick<Stop, 'said' | 'seat'>, Pick<MovesListProps, 'onJump'> {
  readonly number: number
  readonly place: 'here' | 'elsewhere'
}

/** Of hundreds of moves two change when the replay goes on. */
const Move = memo(function Move({ said, seat, number, place, onJump }: MoveProps) {
  const { t } = useTranslation()
  const isHere = place === 'here'
  return (
    <li>
      <button
        type="button"
        className="moves-move"
        tabIndex={isHere ? 0 : -1}
        aria-current={isHere ? 'step' : undefined}
        onClick={() => onJump(number)}
      >
        <span className="moves-number">{number}</span>
        <SeatDot seat={seat} />
        <span className="moves-said">{said ? <Said sentence={said} /> : t('replay.unsaid')}</span>
      </button>
    </li>
  )
})
