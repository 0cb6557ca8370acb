import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InlineError } from '../../ui/inline-error.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useAsking } from '../../words/use-asking.ts'
import { ShareSheet } from './share-sheet.tsx'

interface DeviceSheetProps {
  readonly session: RoomSession
  readonly onClose: () => void
}

/** A link that works once, with which another device takes this seat over. */
export function DeviceSheet({ session, onClose }: DeviceSheetProps) {
  const { t } = useTranslation()
  const { error, ask } = useAsking()
  const [ticket, setTicket] = useState<string | null>(null)

  useEffect(() => {
    let isWanted = true
    const asking = session.seatTicket()
    ask(asking)
    asking.then(answer => {
      if (isWanted && answer.ok) setTicket(answer.ticket)
    })
    return () => {
      isWanted = false
    }
  }, [session])

  if (ticket === null) {
    return (
      <Sheet title={t('device.title')} closeLabel={t('close')} onClose={onClose}>
        {!error && <p role="status">{t('device.wait')}</p>}
        <InlineError message={error} />
      </Sheet>
    )
  }
  return (
    <ShareSheet
      title={t('device.title')}
      how={t('device.how')}
      path={`/r/${session.code}?seat=${encodeURIComponent(ticket)}`}
      onClose={onClose}
    />
  )
}
