import './app.css'
import { useTranslation } from 'react-i18next'
import { Route, Switch } from 'wouter'
import { Home } from './features/home/home.tsx'
import { Notice } from './notice.tsx'
import { RoomPage } from './room-page.tsx'

/** The addresses of the page. */
export function App() {
  const { t } = useTranslation()
  return (
    <Switch>
      <Route path="/">
        <Home />
      </Route>
      <Route path="/r/:room">{({ room }) => <RoomPage code={decodeURIComponent(room)} />}</Route>
      <Route>
        <Notice title={t('room.page')} words={t('room.pageWhy')} />
      </Route>
    </Switch>
  )
}
