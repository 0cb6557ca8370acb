import './app.css'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Switch } from 'wouter'
import { Home } from './features/home/home.tsx'
import { Notice } from './notice.tsx'
import { RoomPage } from './room-page.tsx'

const ReplayPage = lazy(async () => ({ default: (await import('./replay-page.tsx')).ReplayPage }))

/** The addresses of the page. What only few come for is fetched when they do. */
export function App() {
  const { t } = useTranslation()
  return (
    <Suspense>
      <Switch>
        <Route path="/">
          <Home />
        </Route>
        <Route path="/r/:room">{({ room }) => <RoomPage code={decodeURIComponent(room)} />}</Route>
        <Route path="/replay/:room/:game">
          {({ room, game }) => <ReplayPage code={decodeURIComponent(room)} game={game} />}
        </Route>
        <Route>
          <Notice title={t('room.page')} words={t('room.pageWhy')} />
        </Route>
      </Switch>
    </Suspense>
  )
}
