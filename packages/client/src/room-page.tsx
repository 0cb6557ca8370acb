import type { Role, RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import { isFiledRoom, normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import {
  useClient,
  useConnectionStatus,
  usePlayer,
  useRoom,
  useRoomSession,
} from './connection/use-client.ts'
import { Talk } from './features/chat/talk.tsx'
import { TalkButton } from './features/chat/talk-button.tsx'
import { JoinCard } from './features/lobby/join-card.tsx'
import { ShareSheet } from './features/lobby/share-sheet.tsx'
import { TableOptions, TableSheet } from './features/lobby/table-sheet.tsx'
import { RoomConnection } from './features/table/room-connection.tsx'
import { TableScreen } from './features/table/table-screen.tsx'
import { fetchedPart } from './fetched.ts'
import { BoardContext, useFetchedBoard } from './games/use-board.ts'
import { Notice } from './notice.tsx'
import { useAsking } from './words/use-asking.ts'

const TableSeal = fetchedPart(async () => (await import('./features/seal/table-seal.tsx')).TableSeal)

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
  // Who has no name yet looks on until they have said whether they play.
  const [role, setRole] = useState<Role | undefined>(client.name === null ? 'spectator' : undefined)
  const [taken, setTaken] = useState<string | null>(null)
  const session = useRoomSession(code, role)
  const askAgain = () => {
    if (client.name === null) return
    setTaken(client.name)
    client.forgetName()
    setRole('spectator')
  }
  if (!session) return <Arriving />
  return <OpenRoom key={session.code} session={session} taken={taken} onTaken={askAgain} />
}

interface OpenRoomProps {
  readonly session: RoomSession
  /** the name that was remembered here and is somebody else's by now */
  readonly taken: string | null
  readonly onTaken: () => void
}

function OpenRoom({ session, taken, onTaken }: OpenRoomProps) {
  const { t } = useTranslation()
  const room = useRoom(session)
  const isNameless = room.status === 'refused' && room.error.code === 'name_taken'
  useEffect(() => {
    if (isNameless) onTaken()
  }, [isNameless, onTaken])
  if ('table' in room) return <WithBoard session={session} table={room.table} taken={taken} />
  if (room.status === 'refused' && !isNameless) return <Refused code={room.error.code} />
  if (room.status === 'left') return <Notice title={t('said.closed')} words="" />
  return <Arriving />
}

function Refused({ code }: { readonly code: RejectionCode }) {
  const { t } = useTranslation()
  if (code === 'room_not_found') return <Notice title={t('room.none')} words={t('room.noneWhy')} />
  return <Notice title={t('room.refused')} words={t(`refused.${code}`)} />
}

function Arriving() {
  const { t } = useTranslation()
  const { kind } = useConnectionStatus()
  const words = { offline: t('connection.server'), outdated: t('connection.outdated') }
  return (
    <main className="arriving">
      <p role="status">{kind === 'offline' || kind === 'outdated' ? words[kind] : t('room.arriving')}</p>
    </main>
  )
}

type OpenSheet = 'none' | 'share' | 'table'

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

interface TableInRoomProps extends Pick<OpenRoomProps, 'session' | 'taken'> {
  readonly table: Table
}

function TableInRoom({ session, table, taken }: TableInRoomProps) {
  const { t } = useTranslation()
  const client = useClient()
  const guestName = usePlayer()?.name ?? ''
  const [, navigate] = useLocation()
  const [sheet, setSheet] = useState<OpenSheet>('none')
  const [isAsked, setAsked] = useState(client.name === null && table.seat === null)
  const joining = useAsking()
  const close = () => setSheet('none')
  const say = (text: string) => session.chat(text)

  const sit = async (name: string | null) => {
    if (name !== null) client.rename(name)
    const sitting = session.sit()
    if ((await joining.ask(sitting)) === 'done') setAsked(false)
    const answer = await sitting
    if (!answer.ok && answer.error.code === 'name_taken') client.forgetName()
  }
  const leave = () => {
    void session.leave()
    navigate('/')
  }
  const isTaken = joining.code === 'name_taken' || (joining.code === null && taken !== null)
  const canSit = table.seat === null && !table.room.closed
  const isHostOfLobby = table.room.phase === 'lobby' && table.room.host === table.me

  return (
    <>
      <TableScreen
        table={table}
        session={session}
        connection={<RoomConnection session={session} />}
        card={
          isAsked && canSit ? (
            <JoinCard
              guestName={guestName}
              taken={taken}
              error={joining.error ?? (taken === null ? undefined : t('refused.name_taken'))}
              logIn={isTaken ? `/log-in?next=/r/${session.code}` : null}
              onSit={sit}
              onWatch={() => setAsked(false)}
            />
          ) : null
        }
        below={
          isHostOfLobby && (
            <aside className="beside-seats">
              <TableOptions table={table} session={session} />
            </aside>
          )
        }
        seal={shown => (
          <Suspense>
            <TableSeal table={shown} session={session} />
          </Suspense>
        )}
        talk={shown => <Talk table={shown} place="column" onSay={say} />}
        talkButton={shown => (
          <TalkButton feed={shown.feed}>
            <Talk table={shown} place="sheet" onSay={say} />
          </TalkButton>
        )}
        onShare={() => setSheet('share')}
        onMore={() => setSheet('table')}
        onSit={() => (client.name === null ? setAsked(true) : sit(null))}
      />
      {sheet === 'share' && (
        <ShareSheet
          title={t('share.title')}
          how={t('share.scan')}
          path={`/r/${session.code}`}
          code={session.code}
          onClose={close}
        />
      )}
      {sheet === 'table' && <TableSheet table={table} session={session} onLeave={leave} onClose={close} />}
    </>
  )
}
