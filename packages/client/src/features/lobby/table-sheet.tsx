import './table-sheet.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { isEndless, type RoomState } from '@diceroom/shared/room/room.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { DeviceSheet } from './device-sheet.tsx'
import { EndGame } from './end-game.tsx'
import { OrderSheet } from './order-sheet.tsx'
import { PaceSheet } from './pace-sheet.tsx'
import { PeopleSheet } from './people-sheet.tsx'
import { TableOptions } from './table-options.tsx'
import { TableRows } from './table-rows.tsx'
import { WhoMayCome } from './who-may-come.tsx'

interface TableSheetProps {
  readonly table: Table
  readonly session: RoomSession
  readonly onLeave: () => void
  readonly onClose: () => void
}

type Inner = 'none' | 'pace' | 'order' | 'people' | 'device'

/** How this table plays, who comes and who is there, and the way out. */
export function TableSheet({ table, session, onLeave, onClose }: TableSheetProps) {
  const { t } = useTranslation()
  const [inner, setInner] = useState<Inner>('none')
  const { room, me } = table
  const isHost = room.host === me
  const over = lastGameOver(room)
  const about = { table, session, onClose: () => setInner('none') }
  return (
    <Sheet title={t('menu.title')} closeLabel={t('close')} onClose={onClose}>
      <div className="table-sheet">
        <TableOptions table={table} session={session} />
        {isHost && <WhoMayCome settings={room.settings} session={session} />}
        <TableRows table={table} session={session} onOpen={setInner} />
        {over > 0 && (
          // In a tab of its own, so that nobody leaves the table by looking back.
          <a
            className="button button-secondary"
            href={`/replay/${room.room}/${over}`}
            target="_blank"
            rel="noopener"
          >
            {t('win.again')}
          </a>
        )}
        {isHost && room.phase === 'playing' && <EndGame session={session} onDone={onClose} />}
        <Button kind="secondary" onClick={onLeave}>
          {t('menu.leave')}
        </Button>
      </div>
      {inner === 'pace' && <PaceSheet {...about} />}
      {inner === 'order' && <OrderSheet {...about} />}
      {inner === 'people' && <PeopleSheet {...about} />}
      {inner === 'device' && <DeviceSheet {...about} />}
    </Sheet>
  )
}

/** The number of the last game that is over or was broken off; 0 if there is none. */
function lastGameOver(room: RoomState): number {
  if (isEndless(room)) return 0
  return room.phase === 'playing' ? room.games - 1 : room.games
}
