import './history.css'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useConnectionStatus } from '../../connection/use-client.ts'
import { hasFace } from '../../games/registry.ts'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { ReadingPage } from '../../ui/reading-page.tsx'
import { GameCard } from './game-card.tsx'
import { useMyGames } from './use-my-games.ts'

/** The games that were played from this browser, to be watched again and to be checked. */
export function History() {
  const { t } = useTranslation()
  const { kind } = useConnectionStatus()
  const { games, older, trouble, more } = useMyGames()
  const title = t('home.history')

  useEffect(() => {
    document.title = `${title} · Dice Room`
  }, [title])

  return (
    <ReadingPage title={title}>
      {games === null && !trouble && (
        <p role="status" className="history-wait">
          {t(kind === 'offline' ? 'home.unreachable' : 'history.loading')}
        </p>
      )}
      {games?.length === 0 && <NoGames />}
      {games && games.length > 0 && (
        <ol className="history-games">
          {games
            .filter(({ game }) => hasFace(game))
            .map(game => (
              <li key={`${game.room} ${game.number}`}>
                <GameCard game={game} />
              </li>
            ))}
        </ol>
      )}
      <InlineError message={trouble ? t(`refused.${trouble}`) : undefined} />
      {older !== 'none' && (games || trouble) && (
        <Button kind="secondary" aria-disabled={older === 'asked for'} onClick={more}>
          {t(games ? 'history.more' : 'replay.retry')}
        </Button>
      )}
    </ReadingPage>
  )
}

function NoGames() {
  const { t } = useTranslation()
  return (
    <section className="history-none">
      <h2 className="history-none-title">{t('history.none')}</h2>
      <p className="history-wait">{t('history.noneWhy')}</p>
      <Link href="/" className="button button-action">
        {t('history.play')}
      </Link>
    </section>
  )
}
