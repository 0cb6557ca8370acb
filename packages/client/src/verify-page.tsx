import { isFiledRoom, normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import { useTranslation } from 'react-i18next'
import { VerifyScreen } from './features/verify/verify-screen.tsx'
import { Notice } from './notice.tsx'

interface VerifyPageProps {
  /** as it stands in the address */
  readonly code: string
}

/** The page on which everything that was rolled at a table is checked. */
export function VerifyPage({ code }: VerifyPageProps) {
  const { t } = useTranslation()
  const room = normalizeCode(code)
  if (!isFiledRoom(room)) return <Notice title={t('room.none')} words={t('room.noneWhy')} />
  return <VerifyScreen key={room} room={room} />
}
