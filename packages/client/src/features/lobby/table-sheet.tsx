import './table-sheet.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { isEndless, keepsSeats, present, type RoomState } from '@diceroom/shared/room/room.ts'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../../games/use-board.ts'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useWish } from '../../words/use-wish.ts'
import { EndGame } from './end-game.tsx'

interface TableSheetProps {
  readonly table: Table
  readonly session: RoomSession
  readonly onLeave: () => void
  readonly onClose: () => void
}

/** How this table plays, who finds it, and the way out. */
export function TableSheet({ table, session, onLeave, onClose }: TableSheetProps) {
  const { t } = useTranslation()
  const { room, me } = table
  const secret = useWish(room.settings.private)
  const isHost = room.host === me
  const over = lastGameOver(room)
  return (
    <Sheet title={t('menu.title')} closeLabel={t('close')} onClose={onClose}>
      <div className="table-sheet">
        <TableOptions table={table} session={session} />
        {isHost && (
          <Switch
            label={t('menu.listed')}
            why={t('menu.listedWhy')}
            isOn={!secret.value}
            onChange={isListed => secret.wish(!isListed, session.setRoom({ private: !isListed }))}
          />
        )}
        <InlineError message={secret.error} />
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
    </Sheet>
  )
}

/** The number of the last game that is over or was broken off; 0 if there is none. */
function lastGameOver(room: RoomState): number {
  if (isEndless(room)) return 0
  return room.phase === 'playing' ? room.games - 1 : room.games
}

/** The options: to change for the host, to read for everybody else. */
export function TableOptions({ table, session }: Pick<TableSheetProps, 'table' | 'session'>) {
  const { t } = useTranslation()
  const { room, me } = table
  const options = useWish(room.options)
  const { Options } = useBoard()
  const isHost = room.host === me
  const isFixed = keepsSeats(room)
  const host = present(room).find(({ player }) => player === room.host)
  return (
    <section className="table-options" aria-label={t('menu.rules')}>
      <Options
        options={options.value}
        onChange={
          isHost && !isFixed ? wished => options.wish(wished, session.setOptions({ ...wished })) : null
        }
      />
      <p className="table-options-note">
        {isFixed && t('menu.inPlay')}
        {!isFixed && !isHost && host && t('menu.onlyHost', { name: host.name })}
      </p>
      <InlineError message={options.error} />
    </section>
  )
}
