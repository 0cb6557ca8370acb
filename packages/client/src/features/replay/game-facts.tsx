import './game-facts.css'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useBoard } from '../../games/use-board.ts'
import { TakeAway } from '../../transcript/take-away.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SeatMark } from '../../ui/seat-mark.tsx'
import { Said } from '../../words/said.tsx'
import type { Replay } from './use-replay.ts'

/** What there is to know about a game that is over: who came in where, by which rules, and the ways on from here. */
export function GameFacts({ replay: { stops, transcript, endedAt } }: { readonly replay: Replay }) {
  const { t, i18n } = useTranslation()
  const board = useBoard()
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short' })
  const last = stops.at(-1)?.table
  return (
    <div className="facts">
      <p className="facts-line">{date.format(endedAt)}</p>
      {last && <Standing table={last} />}
      {last && (
        <p className="facts-line">
          <Said sentence={board.optionsSentence(last.room.options)} />
        </p>
      )}
      <CheckLink room={transcript.room} />
      <TakeAway transcript={transcript} />
      <Link href={`/r/${transcript.room}`} className="button button-secondary">
        {t('replay.toTable')}
      </Link>
    </div>
  )
}

/** The way to the check of everything that was rolled at a table. */
export function CheckLink({ room }: { readonly room: string }) {
  const { t } = useTranslation()
  return (
    <Link href={`/verify/${room}`} className="check-link">
      <Icon name="shield" />
      <span>
        <strong className="check-link-name">{t('replay.check')}</strong>
        <span className="check-link-why">{t('replay.checkWhy')}</span>
      </span>
    </Link>
  )
}

interface Placed {
  readonly seat: Seat
  /** counted from 1; `null` where nobody came in anywhere */
  readonly place: number | null
}

function Standing({ table }: { readonly table: Table }) {
  const { t } = useTranslation()
  const board = useBoard()
  const { room } = table
  const view = room.phase === 'lobby' ? null : room.view
  return (
    <section className="standing" aria-label={t('replay.result')}>
      {!room.outcome && <p className="facts-line">{t('replay.broken')}</p>}
      <ol className="standing-list">
        {placed(table).map(({ seat, place }) => (
          <li key={seat} className="standing-one">
            <span className="standing-place">{place}</span>
            <SeatMark seat={seat} />
            <bdi className="standing-name">{room.seats[seat]?.name}</bdi>
            {view && <bdi className="standing-score">{board.score(view, seat)}</bdi>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Everybody who played, the winners first; who shares a place has the same. */
function placed({ room }: Table): readonly Placed[] {
  if (!room.outcome) {
    return room.seats.flatMap(holder => (holder ? [{ seat: holder.seat, place: null }] : []))
  }
  let before = 0
  return room.outcome.places.flatMap(seats => {
    const place = before + 1
    before += seats.length
    return seats.map(seat => ({ seat, place }))
  })
}
