import './seat-sheet.css'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../../games/use-board.ts'
import { SeatMark } from '../../ui/seat-mark.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { seatViews } from './seat-views.ts'

interface SeatSheetProps {
  readonly table: Table
  readonly seat: number
  readonly onClose: () => void
}

/** What there is to know about somebody at the table. */
export function SeatSheet({ table, seat, onClose }: SeatSheetProps) {
  const { t } = useTranslation()
  const view = seatViews(table, useBoard(), t).find(one => one.seat === seat)
  if (!view) return null
  const notes = view.presence === 'here' ? [...view.notes, t('seat.online')] : view.notes
  return (
    <Sheet title={t('seats')} closeLabel={t('close')} onClose={onClose}>
      <div className="seat-sheet">
        <SeatMark seat={seat} turn={view.turn} />
        <div>
          <p className="seat-sheet-name">
            <bdi>{view.name}</bdi>
          </p>
          <p className="seat-sheet-notes">{notes.join(' · ')}</p>
          {view.score !== undefined && <p>{t('seat.score', { score: view.score })}</p>}
        </div>
      </div>
    </Sheet>
  )
}
