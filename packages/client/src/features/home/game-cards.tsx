import './game-cards.css'
import type { GameId } from '@diceroom/shared/games/registry.ts'
import { useTranslation } from 'react-i18next'
import { faceOf, OFFERED } from '../../games/registry.ts'
import { useWords } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'

/** `now`: at once, with whoever waits, or with bots; `friends`: at a new table, to which one sends the link. */
export type PlayHow = 'now' | 'friends'

interface GameCardsProps {
  /** whether the answer to what was pressed is outstanding */
  readonly state: 'idle' | 'waiting'
  readonly onPlay: (game: GameId, how: PlayHow) => void
}

/** What can be played here. */
export function GameCards({ state, onPlay }: GameCardsProps) {
  return (
    <ul className="game-cards">
      {OFFERED.map(game => (
        <li key={game}>
          <GameCard game={game} state={state} onPlay={how => onPlay(game, how)} />
        </li>
      ))}
    </ul>
  )
}

interface GameCardProps extends Pick<GameCardsProps, 'state'> {
  readonly game: GameId
  readonly onPlay: (how: PlayHow) => void
}

function GameCard({ game, state, onPlay }: GameCardProps) {
  const { t } = useTranslation()
  const read = useWords()
  const { name, pitch, Picture } = faceOf(game)
  const called = read(name)
  const waits = { 'aria-disabled': state === 'waiting' }
  return (
    <article className="game-card" aria-labelledby={`game-${game}`}>
      <div className="game-card-picture">
        <Picture />
      </div>
      <h2 id={`game-${game}`} className="game-card-name">
        {called}
      </h2>
      <p id={`pitch-${game}`} className="game-card-pitch">
        {read(pitch)}
      </p>
      <div className="game-card-ways">
        <button
          type="button"
          className="game-card-way game-card-play"
          aria-label={t('home.playGame', { game: called })}
          aria-describedby={`pitch-${game}`}
          {...waits}
          onClick={() => onPlay('now')}
        >
          {t('home.playNow')}
        </button>
        <button
          type="button"
          className="game-card-way"
          aria-label={t('home.newTable', { game: called })}
          title={t('home.withFriends')}
          {...waits}
          onClick={() => onPlay('friends')}
        >
          <Icon name="people" />
          <span className="game-card-friends">{t('home.withFriends')}</span>
        </button>
      </div>
    </article>
  )
}
