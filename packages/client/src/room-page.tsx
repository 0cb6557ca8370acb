import type { Role, RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import { isFiledRoom, normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Arriving } from './arriving.tsx'
import { useClient } from './connection/use-client.ts'
import { forgetTicket, type Passing, usePass } from './connection/use-pass.ts'
import { useRoom, useRoomSession } from './connection/use-room.ts'
import { fetchedPart } from './fetched.ts'
import { BoardContext, useFetchedBoard } from './games/use-board.ts'
import { Notice } from './notice.tsx'
import { TableInRoom, type TableInRoomProps } from './table-in-room.tsx'

const ClosedDoor = fetchedPart(async () => (await import('./features/lobby/closed-door.tsx')).ClosedDoor)

interface RoomPageProps {
  /** as it stands in the address */
  readonly code: string
}

/** The page behind the link that people send. */
export function RoomPage({ code }: RoomPageProps) {
  const { t } = useTranslation()
  const filed = normalizeCode(code)
  if (!isFiledRoom(filed)) return <Notice title={t('room.none')} words={t('room.noneWhy')} />
  return <Room key={filed} code={filed} />
}

function Room({ code }: RoomPageProps) {
  const client = useClient()
  const passing = usePass(code)
  const { ticket } = passing.pass
  // Who has no name yet looks on until they have said whether they play, unless they bring their seat.
  const [role, setRole] = useState<Role | undefined>(
    client.name === null && ticket === undefined ? 'spectator' : undefined,
  )
  const [taken, setTaken] = useState<string | null>(null)
  const session = useRoomSession(code, { as: role, ...passing.pass })
  const askAgain = () => {
    if (client.name === null) return
    setTaken(client.name)
    client.forgetName()
    setRole('spectator')
  }
  if (!session) return <Arriving />
  return <OpenRoom key={session.code} session={session} passing={passing} taken={taken} onTaken={askAgain} />
}

interface OpenRoomProps {
  readonly session: RoomSession
  readonly passing: Passing
  /** the name that was remembered here and is somebody else's by now */
  readonly taken: string | null
  readonly onTaken: () => void
}

function OpenRoom({ session, passing, taken, onTaken }: OpenRoomProps) {
  const { t } = useTranslation()
  const room = useRoom(session)
  const isNameless = room.status === 'refused' && room.error.code === 'name_taken'
  const isIn = 'table' in room
  const broughtTicket = passing.pass.ticket !== undefined
  useEffect(() => {
    if (isNameless) onTaken()
  }, [isNameless, onTaken])
  useEffect(() => {
    if (isIn && broughtTicket) forgetTicket()
  }, [isIn, broughtTicket])
  if (isIn) return <WithBoard session={session} table={room.table} taken={taken} />
  if (room.status === 'refused' && !isNameless) return <Refused code={room.error.code} passing={passing} />
  if (room.status === 'left') return <Notice title={t('said.closed')} words="" />
  return <Arriving />
}

interface RefusedProps {
  readonly code: RejectionCode
  readonly passing: Passing
}

function Refused({ code, passing }: RefusedProps) {
  const { t } = useTranslation()
  if (code === 'room_not_found') return <Notice title={t('room.none')} words={t('room.noneWhy')} />
  const why = passing.pass.ticket === undefined ? code : 'ticket'
  if (why === 'ticket' || why === 'wrong_password' || why === 'room_locked') {
    return (
      <Suspense fallback={<Arriving />}>
        <ClosedDoor why={why} passing={passing} />
      </Suspense>
    )
  }
  return <Notice title={t('room.refused')} words={t(`refused.${code}`)} />
}

/** A table is shown as soon as the board of its game is here. */
function WithBoard(props: TableInRoomProps) {
  const board = useFetchedBoard(props.table.room.game)
  if (!board) return <Arriving />
  return (
    <BoardContext value={board}>
      <TableInRoom {...props} />
    </BoardContext>
  )
}
