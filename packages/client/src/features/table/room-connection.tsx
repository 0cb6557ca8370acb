import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import { useTranslation } from 'react-i18next'
import { type PageStatus, usePageStatus } from '../../connection/use-room.ts'
import { ConnectionLine } from '../../ui/connection-line.tsx'

interface RoomConnectionProps {
  readonly session: RoomSession
}

/** How the page stands to the room, in words where it is not fine. */
export function RoomConnection({ session }: RoomConnectionProps) {
  const { t } = useTranslation()
  const status = usePageStatus(session)
  const key = wordsFor(status)
  const isPassing = status.kind === 'connecting' || status.kind === 'catching-up'
  return (
    <ConnectionLine
      state={key === null ? 'fine' : isPassing ? 'catching-up' : 'offline'}
      words={key ? t(key) : ''}
      way={status.kind === 'offline' && <CheckLink />}
    />
  )
}

/** In a tab of its own: the table stays, also where nothing more can be fetched. */
function CheckLink() {
  const { t } = useTranslation()
  return (
    <a href="/connection" target="_blank" rel="noreferrer">
      {t('connection.check')}
    </a>
  )
}

function wordsFor(status: PageStatus) {
  switch (status.kind) {
    case 'online':
      return null
    case 'connecting':
      return 'connection.connecting'
    case 'catching-up':
      return 'connection.catchingUp'
    case 'offline':
      return status.cause === 'network' ? 'connection.offline' : 'connection.server'
    case 'outdated':
      return 'connection.outdated'
    case 'closed':
      return 'connection.closed'
  }
}
