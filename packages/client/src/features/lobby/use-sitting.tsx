import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { keepsSeats } from '@diceroom/shared/room/room.ts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, usePlayer } from '../../connection/use-client.ts'
import { useAsking } from '../../words/use-asking.ts'
import { JoinCard } from './join-card.tsx'

interface SittingParts {
  readonly session: RoomSession
  readonly table: Table
  /** the name that was remembered here and is somebody else's by now */
  readonly taken: string | null
}

interface Sitting {
  /** Asks who one is; `null` where that is known, or needs not be. */
  readonly card: ReactNode
  /** Somebody who watches wants to sit down. */
  readonly onSit: () => void
}

/** How somebody comes to a seat: whoever has given no name yet is asked for one first, and may just watch. */
export function useSitting({ session, table, taken }: SittingParts): Sitting {
  const { t } = useTranslation()
  const client = useClient()
  const guestName = usePlayer()?.name ?? ''
  const [isAsked, setAsked] = useState(client.name === null && table.seat === null)
  const joining = useAsking()

  const sit = async (name: string | null) => {
    if (name !== null) client.rename(name)
    const sitting = session.sit()
    if ((await joining.ask(sitting)) === 'done') setAsked(false)
    const answer = await sitting
    if (!answer.ok && answer.error.code === 'name_taken') client.forgetName()
  }
  const watch = async (name: string | null) => {
    if (name !== null) client.rename(name)
    if (name === null || (await joining.ask(session.introduce())) === 'done') setAsked(false)
    else client.forgetName()
  }
  const queue = async (name: string | null) => {
    await watch(name)
    await session.queueNext()
  }
  // Whoever has left this game may come back to their seat.
  const { room, me } = table
  const isInPlay = keepsSeats(room) && !room.seats.some(holder => holder?.player === me)
  const isTaken = joining.code === 'name_taken' || (joining.code === null && taken !== null)
  const canSit = table.seat === null && !table.room.closed
  const card = isAsked && canSit && (
    <JoinCard
      guestName={guestName}
      taken={taken}
      error={joining.error ?? (taken === null ? undefined : t('refused.name_taken'))}
      logIn={isTaken ? `/log-in?next=/r/${session.code}` : null}
      seat={isInPlay ? 'next game' : 'now'}
      onSit={isInPlay ? queue : sit}
      onWatch={watch}
    />
  )
  return { card: card || null, onSit: () => (client.name === null ? setAsked(true) : sit(null)) }
}
