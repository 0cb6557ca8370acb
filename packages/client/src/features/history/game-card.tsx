import './game-card.css'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { usePlayer } from '../../connection/use-client.ts'
import { faceOf } from '../../games/registry.ts'
import { useWords } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { readable } from '../../ui/room-code.tsx'
import { SeatDot } from '../../ui/seat-mark.tsx'
import { type GameResult, resultFor } from './result.ts'

interface GameCardProps {
  readonly game: PlayedGame
}

/** A game that was played: what, with whom, how it went, and the ways to look at it again. */
export function GameCard({ game: played }: GameCardProps) {
  const { t, i18n } = useTranslation()
  const read = useWords()
  const me = usePlayer()?.id ?? ''
  const { room, number, game, at, players } = played
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const result = resultFor(played, me)
  return (
    <article className="played" aria-labelledby={`played-${room}-${number}`}>
      <h2 id={`played-${room}-${number}`} className="played-game">
        {read(faceOf(game).name)}
      </h2>
      <p className={`played-result played-${result.kind === 'won' ? 'won' : 'other'}`}>{wordsFor(result)}</p>
      <p className="played-when">
        <time dateTime={new Date(at).toISOString()}>{date.format(at)}</time>
        {' · '}
        <bdi dir="ltr">{readable(room)}</bdi>
      </p>
      <ul className="played-players" aria-label={t('seats')}>
        {players.map(({ seat, name, player }) => (
          <li key={seat} className="played-player">
            <SeatDot seat={seat} />
            <bdi className="played-name">{name}</bdi>
            {player === me && <span className="played-you">{t('seat.you')}</span>}
          </li>
        ))}
      </ul>
      <p className="played-ways">
        <Link href={`/replay/${room}/${number}`} className="button button-secondary">
          <span className="button-label">
            <Icon name="play" />
            {t('history.watch')}
          </span>
        </Link>
        <Link href={`/verify/${room}`} className="button button-quiet">
          <span className="button-label">
            <Icon name="shield" />
            {t('history.check')}
          </span>
        </Link>
      </p>
    </article>
  )

  function wordsFor(how: GameResult): string {
    switch (how.kind) {
      case 'broken off':
        return t('history.broken')
      case 'alone':
        return t('history.alone')
      case 'won':
        return t('history.won')
      case 'shared':
        return t('history.shared')
      case 'placed':
        return t('history.place', { place: how.place, count: how.count })
    }
  }
}
