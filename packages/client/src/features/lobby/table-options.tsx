import './table-options.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { keepsSeats, present } from '@diceroom/shared/room/room.ts'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../../games/use-board.ts'
import { InlineError } from '../../ui/inline-error.tsx'
import { useWish } from '../../words/use-wish.ts'

interface TableOptionsProps {
  readonly table: Table
  readonly session: RoomSession
}

/** The options: to change for the host, to read for everybody else. */
export function TableOptions({ table, session }: TableOptionsProps) {
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
