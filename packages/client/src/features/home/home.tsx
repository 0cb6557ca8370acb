import './home.css'
import type { GameId } from '@diceroom/shared/games/registry.ts'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useClient, useConnectionStatus } from '../../connection/use-client.ts'
import { fetchedPart } from '../../fetched.ts'
import { InlineError } from '../../ui/inline-error.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'
import { useAsking } from '../../words/use-asking.ts'
import { GameCards, type PlayHow } from './game-cards.tsx'
import { JoinByCode } from './join-by-code.tsx'
import { OpenTables } from './open-tables.tsx'
import { Preferences } from './preferences.tsx'

const Greeting = fetchedPart(async () => (await import('./greeting.tsx')).Greeting)

const Lobby = fetchedPart(async () => (await import('./lobby/lobby.tsx')).Lobby)

interface HomeProps {
  /** told of what will be shown next, so that it is there in time */
  readonly onExpect: (game: GameId) => void
}

/** The first page: asks for nothing but what to play. */
export function Home({ onExpect }: HomeProps) {
  const { t } = useTranslation()
  const client = useClient()
  const { kind } = useConnectionStatus()
  const [, navigate] = useLocation()
  const { state, error, ask } = useAsking()

  useEffect(() => {
    document.title = t('app.name')
  }, [t])

  const play = async (game: GameId, how: PlayHow) => {
    if (state === 'waiting') return
    onExpect(game)
    const making = how === 'now' ? client.quickPlay(game) : client.createRoom({ game })
    await ask(making)
    const made = await making
    if (made.ok) navigate(`/r/${made.room}`)
  }

  return (
    <main className="home">
      <header className="home-head">
        <h1 className="home-name">
          <Wordmark />
        </h1>
        <nav className="home-you">
          <Suspense>
            <Greeting />
          </Suspense>
          <Link href="/games" className="home-link home-history">
            {t('home.history')}
          </Link>
        </nav>
        <p className="home-tagline">{t('app.tagline')}</p>
      </header>
      <section className="home-games" aria-label={t('home.play')}>
        <GameCards state={state} onPlay={play} />
        <InlineError message={error} />
        {kind === 'offline' && (
          <p role="status" className="home-offline">
            {t('home.unreachable')}
          </p>
        )}
      </section>
      <div className="home-places">
        <div className="home-tables">
          <JoinByCode onJoin={code => navigate(`/r/${code}`)} />
          <OpenTables />
        </div>
        <div className="home-lobby">
          <Suspense>
            <Lobby />
          </Suspense>
        </div>
      </div>
      <Preferences />
    </main>
  )
}
