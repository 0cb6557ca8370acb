import './app.css'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Switch } from 'wouter'
import { Arriving } from './arriving.tsx'
import { Home } from './features/home/home.tsx'
import { fetched } from './fetched.ts'
import { Notice } from './notice.tsx'
import { expectTable, fetchRoomPage } from './room-door.ts'
import { PresenceContext, usePresence } from './wires/use-presence.ts'

const RoomPage = lazy(async () => ({ default: (await fetchRoomPage()).RoomPage }))
const History = fetched(async () => (await import('./features/history/history.tsx')).History)
const AccountPage = fetched(async () => (await import('./features/account/account-page.tsx')).AccountPage)
const Door = fetched(async () => (await import('./features/account/door.tsx')).Door)
const LogOut = fetched(async () => (await import('./features/account/log-out.tsx')).LogOut)
const Profile = fetched(async () => (await import('./features/profile/profile.tsx')).Profile)
const ReplayPage = fetched(async () => (await import('./replay-page.tsx')).ReplayPage)
const VerifyPage = fetched(async () => (await import('./verify-page.tsx')).VerifyPage)
const ConnectionCheck = fetched(
  async () => (await import('./features/connection-check/connection-check.tsx')).ConnectionCheck,
)
const FairnessScreen = fetched(
  async () => (await import('./features/fairness/fairness-screen.tsx')).FairnessScreen,
)

/** The addresses of the page. */
export function App() {
  const { t } = useTranslation()
  useEffect(() => whenIdle(() => void fetchRoomPage()), [])
  return (
    <PresenceContext value={usePresence()}>
      <Suspense>
        <Switch>
          <Route path="/">
            <Home onExpect={expectTable} />
          </Route>
          <Route path="/r/:room">
            {({ room }) => (
              <Suspense fallback={<Arriving />}>
                <RoomPage code={decodeURIComponent(room)} />
              </Suspense>
            )}
          </Route>
          <Route path="/games">
            <History />
          </Route>
          <Route path="/replay/:room/:game">
            {({ room, game }) => <ReplayPage code={decodeURIComponent(room)} game={game} />}
          </Route>
          <Route path="/verify/:room">{({ room }) => <VerifyPage code={decodeURIComponent(room)} />}</Route>
          <Route path="/log-in">
            <Door way="log-in" />
          </Route>
          <Route path="/sign-up">
            <Door way="sign-up" />
          </Route>
          <Route path="/log-out">
            <LogOut />
          </Route>
          <Route path="/account">
            <AccountPage />
          </Route>
          <Route path="/people/:name">{({ name }) => <Profile name={decodeURIComponent(name)} />}</Route>
          <Route path="/fairness">
            <FairnessScreen />
          </Route>
          <Route path="/connection">
            <ConnectionCheck />
          </Route>
          <Route>
            <Notice title={t('room.page')} words={t('room.pageWhy')} />
          </Route>
        </Switch>
      </Suspense>
    </PresenceContext>
  )
}

/** Does something when the browser has nothing else to do; gives a way to leave it. */
function whenIdle(deed: () => void): () => void {
  // Safari does not tell when it is idle.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(deed, 1_000)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(deed, { timeout: 3_000 })
  return () => cancelIdleCallback(asked)
}
