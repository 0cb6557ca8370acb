import './lobby.css'
import { useTranslation } from 'react-i18next'
import { LobbyPeople } from './lobby-people.tsx'
import { LobbyTalkView } from './lobby-talk.tsx'
import { useLobbyChat, usePeople } from './use-lobby.ts'

/** Who is here, at whichever table or none, and what they say to each other. */
export function Lobby() {
  const { t } = useTranslation()
  const people = usePeople()
  const known = people === 'unknown' ? null : people
  const chat = useLobbyChat(known?.online ?? 1)
  return (
    <section className="lobby" aria-labelledby="lobby">
      <header className="lobby-head">
        <h2 id="lobby" className="home-heading">
          {t('lobby.title')}
        </h2>
        <p className="lobby-online">{known && t('lobby.online', { count: known.online })}</p>
      </header>
      <LobbyPeople people={people} />
      <LobbyTalkView chat={chat} />
    </section>
  )
}
