import './people-sheet.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { isAmong, type Named } from '@diceroom/shared/room/room.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useAsking } from '../../words/use-asking.ts'

interface PeopleSheetProps {
  readonly table: Table
  readonly session: RoomSession
  readonly onClose: () => void
}

/** Who is here without a seat: who watches, who waits for the next game, and for the host, whom they have sent away. */
export function PeopleSheet({ table, session, onClose }: PeopleSheetProps) {
  const { t } = useTranslation()
  const { error, ask } = useAsking()
  const { room, watching, spectators } = table
  const isHost = room.host === table.me
  const onlyWatching = watching.filter(({ player }) => !isAmong(room.queue, player))
  const unnamed = spectators - watching.length
  return (
    <Sheet title={t('menu.people')} closeLabel={t('close')} onClose={onClose}>
      <div className="people">
        {room.queue.length > 0 && <People title={t('people.queue')} people={room.queue} />}
        {(onlyWatching.length > 0 || room.queue.length === 0) && (
          <People title={t('people.watching')} people={onlyWatching} tool={isHost ? removal : undefined}>
            {spectators === 0 && <p className="people-none">{t('people.nobody')}</p>}
            {unnamed > 0 && <p className="people-none">{t('people.more', { count: unnamed })}</p>}
          </People>
        )}
        {isHost && room.removed.length > 0 && (
          <People title={t('people.removed')} people={room.removed} tool={undoing} />
        )}
        <InlineError message={error} />
      </div>
    </Sheet>
  )

  function removal({ player, name }: Named): ReactNode {
    if (player === table.me || isAmong(room.removed, player)) return null
    return (
      <Button
        kind="secondary"
        aria-label={t('people.removeName', { name })}
        onClick={() => ask(session.removePlayer(player))}
      >
        {t('people.remove')}
      </Button>
    )
  }

  function undoing({ player, name }: Named): ReactNode {
    return (
      <Button
        kind="secondary"
        aria-label={t('people.letBackName', { name })}
        onClick={() => ask(session.removePlayer(player, { undo: true }))}
      >
        {t('people.letBack')}
      </Button>
    )
  }
}

interface PeopleProps {
  readonly title: string
  readonly people: readonly Named[]
  /** what the host may do with each */
  readonly tool?: ((named: Named) => ReactNode) | undefined
  readonly children?: ReactNode
}

function People({ title, people, tool, children }: PeopleProps) {
  return (
    <section aria-label={title}>
      <h3 className="people-title">{title}</h3>
      <ul className="people-list">
        {people.map(named => (
          <li key={named.player} className="people-one">
            <bdi className="people-name">{named.name}</bdi>
            {tool?.(named)}
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
