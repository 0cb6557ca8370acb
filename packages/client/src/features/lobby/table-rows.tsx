import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { isEndless, keepsSeats, people, present } from '@diceroom/shared/room/room.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { RowButton } from '../../ui/row-button.tsx'
import { ToolIcon } from '../../ui/tool-icon.tsx'
import { useAsking } from '../../words/use-asking.ts'

interface TableRowsProps {
  readonly table: Table
  readonly session: RoomSession
  readonly onOpen: (inner: 'pace' | 'order' | 'people' | 'device') => void
}

const onwards = <ToolIcon name="on" />

/** What leads on from the sheet of the table; each says how it stands. */
export function TableRows({ table, session, onOpen }: TableRowsProps) {
  const { t } = useTranslation()
  const { room, seat } = table
  const { clock } = room.settings
  const mayOrder = room.host === table.me && !keepsSeats(room) && present(room).length > 1
  return (
    <div className="rows">
      {!isEndless(room) && (
        <RowButton
          icon={<ToolIcon name="clock" />}
          label={t('menu.pace')}
          why={clock === 0 ? t('pace.off') : t('pace.seconds', { seconds: clock })}
          end={onwards}
          onClick={() => onOpen('pace')}
        />
      )}
      {mayOrder && !isEndless(room) && (
        <RowButton
          icon={<ToolIcon name="order" />}
          label={t('menu.order')}
          end={onwards}
          onClick={() => onOpen('order')}
        />
      )}
      <RowButton
        icon={<Icon name="people" />}
        label={t('menu.people')}
        why={t('seat.watching', { count: table.spectators })}
        end={onwards}
        onClick={() => onOpen('people')}
      />
      {seat !== null && (
        <RowButton
          icon={<ToolIcon name="device" />}
          label={t('menu.device')}
          end={onwards}
          onClick={() => onOpen('device')}
        />
      )}
      <AskHost table={table} session={session} />
    </div>
  )
}

/** For who plays and is not the host: a request, which the host answers with one tap. */
function AskHost({ table, session }: Pick<TableRowsProps, 'table' | 'session'>): ReactNode {
  const { t } = useTranslation()
  const { state, error, ask } = useAsking()
  const { room, me, seat } = table
  const host = people(room).find(({ player }) => player === room.host)
  if (seat === null || !host || host.player === me) return null
  const isAsked = room.hostAsked?.player === me
  return (
    <>
      <RowButton
        icon={<ToolIcon name="crown" />}
        label={t('menu.askHost')}
        why={isAsked ? t('menu.askedHost', { name: host.name }) : undefined}
        aria-disabled={isAsked || state === 'waiting'}
        onClick={() => {
          if (!isAsked && state === 'idle') ask(session.askHost())
        }}
      />
      <InlineError message={error} />
    </>
  )
}
