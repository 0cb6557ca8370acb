import './home.css'
import type { GameId } from '@diceroom/shared/games/registry.ts'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useClient, useConnectionStatus } from '../../connection/use-client.ts'
import { fetchedPart } from '../../fetched.ts'
import { faceOf, OFFERED } from '../../games/registry.ts'
import { useWords } from '../../i18n/words.ts'
import { InlineError } from '../../ui/inline-error.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'
import { useAsking } from '../../words/use-asking.ts'
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

  const play = async (game: GameId) => {
    if (state === 'waiting') return
    onExpect(game)
    const making = client.createRoom({ game })
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
        <ul className="home-game-list">
          {OFFERED.map(game => (
            <li key={game}>
              <GameCard game={game} state={state} onPlay={() => play(game)} />
            </li>
          ))}
        </ul>
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

interface GameCardProps {
  readonly game: GameId
  readonly state: 'idle' | 'waiting'
  readonly onPlay: () => void
}

function GameCard({ game, state, onPlay }: GameCardProps) {
  const { t } = useTranslation()
  const read = useWords()
  const { name, pitch, Picture } = faceOf(game)
  return (
    <div className="game-card">
      <div className="game-card-picture">
        <Picture />
      </div>
      <button
        type="button"
        className="game-card-name"
        aria-label={t('home.playGame', { game: read(name) })}
        aria-describedby={`pitch-${game}`}
        aria-disabled={state === 'waiting'}
        onClick={onPlay}
      >
        {read(name)}
      </button>
      <p id={`pitch-${game}`} className="game-card-pitch">
        {read(pitch)}
      </p>
    </div>
  )
}
