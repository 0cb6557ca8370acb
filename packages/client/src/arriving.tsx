import { useTranslation } from 'react-i18next'
import { useConnectionStatus } from './connection/use-client.ts'

/** On the way to a table. */
export function Arriving() {
  const { t } = useTranslation()
  const { kind } = useConnectionStatus()
  const words = { offline: t('connection.server'), outdated: t('connection.outdated') }
  return (
    <main className="arriving">
      <p role="status">{kind === 'offline' || kind === 'outdated' ? words[kind] : t('room.arriving')}</p>
    </main>
  )
}
