import './game-facts.css'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { placesIn } from '../../games/places.ts'
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

function Standing({ table }: { readonly table: Table }) {
  const { t } = useTranslation()
  const board = useBoard()
  const { room } = table
  const view = room.phase === 'lobby' ? null : room.view
  const nameOf = (seat: number) => room.seats[seat]?.name ?? `${seat + 1}`
  const decided = room.phase === 'over' ? board.decided(room.view, room.outcome, nameOf) : null
  return (
    <section className="standing" aria-label={t('replay.result')}>
      {!room.outcome && <p className="facts-line">{t('replay.broken')}</p>}
      {decided && (
        <p className="facts-line">
          <Said sentence={decided} />
        </p>
      )}
      <ol className="standing-list">
        {placesIn(room).map(({ seat, place }) => (
          <li key={seat} className="standing-one">
            <span className="standing-place">{place}</span>
            <SeatMark seat={seat} />
            <bdi className="standing-name">{room.seats[seat]?.name}</bdi>
            {view && <bdi className="standing-score">{board.result(view, seat)}</bdi>}
          </li>
        ))}
      </ol>
    </section>
  )
}
