import './app.css'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Switch } from 'wouter'
import { Home } from './features/home/home.tsx'
import { fetched } from './fetched.ts'
import { Notice } from './notice.tsx'
import { RoomPage } from './room-page.tsx'

const History = fetched(async () => (await import('./features/history/history.tsx')).History)
const ReplayPage = fetched(async () => (await import('./replay-page.tsx')).ReplayPage)
const VerifyPage = fetched(async () => (await import('./verify-page.tsx')).VerifyPage)
const FairnessScreen = fetched(
  async () => (await import('./features/fairness/fairness-screen.tsx')).FairnessScreen,
)

/** The addresses of the page. */
export function App() {
  const { t } = useTranslation()
  return (
    <Suspense>
      <Switch>
        <Route path="/">
          <Home />
        </Route>
        <Route path="/r/:room">{({ room }) => <RoomPage code={decodeURIComponent(room)} />}</Route>
        <Route path="/games">
          <History />
        </Route>
        <Route path="/replay/:room/:game">
          {({ room, game }) => <ReplayPage code={decodeURIComponent(room)} game={game} />}
        </Route>
        <Route path="/verify/:room">{({ room }) => <VerifyPage code={decodeURIComponent(room)} />}</Route>
        <Route path="/fairness">
          <FairnessScreen />
        </Route>
        <Route>
          <Notice title={t('room.page')} words={t('room.pageWhy')} />
        </Route>
      </Switch>
    </Suspense>
  )
}
