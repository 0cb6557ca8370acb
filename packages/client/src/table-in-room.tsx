import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { isEndless } from '@diceroom/shared/room/room.ts'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Talk } from './features/chat/talk.tsx'
import { TalkButton } from './features/chat/talk-button.tsx'
import { useSitting } from './features/lobby/use-sitting.tsx'
import { RoomConnection } from './features/table/room-connection.tsx'
import { TableScreen } from './features/table/table-screen.tsx'
import { fetchedPart } from './fetched.ts'

const fetchSeal = async () => (await import('./features/seal/table-seal.tsx')).TableSeal
const fetchFan = async () => (await import('./features/chat/emotes/emote-fan.tsx')).EmoteFan
const fetchLayer = async () => (await import('./features/chat/emotes/emote-layer.tsx')).EmoteLayer
const fetchOptions = async () => (await import('./features/lobby/table-options.tsx')).TableOptions
const fetchSheet = async () => (await import('./features/lobby/table-sheet.tsx')).TableSheet
const fetchShare = async () => (await import('./features/lobby/share-sheet.tsx')).ShareSheet
const fetchChair = async () => (await import('./features/lobby/chair-sheet.tsx')).ChairSheet

const TableSeal = fetchedPart(fetchSeal)
const EmoteFan = fetchedPart(fetchFan)
const EmoteLayer = fetchedPart(fetchLayer)
const TableOptions = fetchedPart(fetchOptions)
const TableSheet = fetchedPart(fetchSheet)
const ShareSheet = fetchedPart(fetchShare)
const ChairSheet = fetchedPart(fetchChair)

/** What is opened by a tap is here before: a tap then finds it also where the connection has gone. */
const TAPPED = [fetchSheet, fetchShare, fetchChair]

type OpenSheet = 'none' | 'share' | 'table' | 'chair'

export interface TableInRoomProps {
  readonly session: RoomSession
  readonly table: Table
  /** the name that was remembered here and is somebody else's by now */
  readonly taken: string | null
}

/** A table with all that one does at it: sitting down, talking, and what the host sees to. */
export function TableInRoom({ session, table, taken }: TableInRoomProps) {
  const [sheet, setSheet] = useState<OpenSheet>('none')
  const sitting = useSitting({ session, table, taken })
  const isHost = table.room.host === table.me
  const talking = {
    onSay: (text: string) => session.chat(text),
    onReport: (seq: number) => session.report(seq),
  }

  useEffect(() => {
    for (const fetch of TAPPED) fetch().catch(() => undefined)
  }, [])

  return (
    <>
      <TableScreen
        table={table}
        session={session}
        connection={<RoomConnection session={session} />}
        card={sitting.card}
        below={isHost && table.room.phase === 'lobby' && <OptionsBeside table={table} session={session} />}
        seal={shown => (
          <Suspense>
            <TableSeal table={shown} session={session} />
          </Suspense>
        )}
        talk={shown => <Talk table={shown} place="column" {...talking} />}
        talkButton={shown => (
          <TalkButton feed={shown.feed}>
            <Talk table={shown} place="sheet" {...talking} />
          </TalkButton>
        )}
        emotes={
          <div className="emote-place">
            <Suspense>
              <EmoteFan onReact={emote => session.react(emote)} />
            </Suspense>
          </div>
        }
        onShare={() => setSheet('share')}
        onChair={() => setSheet(isHost && !isEndless(table.room) ? 'chair' : 'share')}
        onMore={() => setSheet('table')}
        onSit={sitting.onSit}
      />
      <Suspense>
        <EmoteLayer feed={table.feed} />
      </Suspense>
      <Suspense>
        <Opened sheet={sheet} table={table} session={session} onOpen={setSheet} />
      </Suspense>
    </>
  )
}

/** The options of a table that has not begun, where there is room for them. */
function OptionsBeside(about: Pick<TableInRoomProps, 'table' | 'session'>) {
  return (
    <Suspense>
      <aside className="beside-seats">
        <TableOptions {...about} />
      </aside>
    </Suspense>
  )
}

interface OpenedProps extends Pick<TableInRoomProps, 'table' | 'session'> {
  readonly sheet: OpenSheet
  readonly onOpen: (sheet: OpenSheet) => void
}

/** The sheet that lies over the table. */
function Opened({ sheet, table, session, onOpen }: OpenedProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const close = () => onOpen('none')
  const leave = () => {
    void session.leave()
    navigate('/')
  }
  switch (sheet) {
    case 'none':
      return null
    case 'table':
      return <TableSheet table={table} session={session} onLeave={leave} onClose={close} />
    case 'chair':
      return <ChairSheet session={session} onInvite={() => onOpen('share')} onClose={close} />
    case 'share':
      return (
        <ShareSheet
          title={t('share.title')}
          how={t('share.scan')}
          path={`/r/${session.code}`}
          code={session.code}
          onClose={close}
        />
      )
  }
}
