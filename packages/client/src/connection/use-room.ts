import type { ConnectionStatus } from '@diceroom/sdk/connection/connection.ts'
import type { DealWarning } from '@diceroom/sdk/connection/deal-witness.ts'
import { openRoom, type Pass, type Role, type RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import { type RoomStatus, tableOf } from '@diceroom/sdk/store/room-store.ts'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useClient, useConnectionStatus } from './use-client.ts'

interface RoomWish extends Pass {
  readonly as?: Role | undefined
  /** Another number opens the room anew. */
  readonly attempt?: number
}

/** Opens a room for as long as the component is there; `null` only before its first effect. */
export function useRoomSession(code: string, wish: RoomWish = {}): RoomSession | null {
  const { as, password, ticket, attempt } = wish
  const client = useClient()
  const [session, setSession] = useState<RoomSession | null>(null)
  useEffect(() => {
    const opened = openRoom(client, code, { ...(as === undefined ? {} : { as }), password, ticket })
    setSession(opened)
    return () => client.closeRoom(opened)
  }, [client, code, as, password, ticket, attempt])
  return session
}

/** Where the server has not kept to what it said about this player's part in the dice; empty as long as it has. */
export const useDealWarnings = (session: RoomSession): readonly DealWarning[] =>
  useStore(session.dealWarnings)

/** What is known of a room, or a part of it that `select` picks; draws anew only when that changes. */
export function useRoom(session: RoomSession): RoomStatus
export function useRoom<Part>(session: RoomSession, select: (status: RoomStatus) => Part): Part
export function useRoom<Part>(
  session: RoomSession,
  select?: (status: RoomStatus) => Part,
): RoomStatus | Part {
  return useStore<RoomSession['store'], RoomStatus | Part>(session.store, select ?? (status => status))
}

/** How the page stands to a room, in the order of what matters most. */
export type PageStatus =
  | ConnectionStatus
  | { readonly kind: 'catching-up' }
  /** The room was closed for good. */
  | { readonly kind: 'closed' }

/** What to tell people about the connection while they are in a room. */
export function usePageStatus(session: RoomSession): PageStatus {
  const connection = useConnectionStatus()
  const room = useRoom(session)
  if (tableOf(room)?.room.closed) return { kind: 'closed' }
  if (connection.kind === 'online' && room.status === 'catching-up') return { kind: 'catching-up' }
  return connection
}
