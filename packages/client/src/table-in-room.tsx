import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { isEndless } from '@diceroom/shared/room/room.ts'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useClient, usePlayer } from './connection/use-client.ts'
import { Talk } from './features/chat/talk.tsx'
import { TalkButton } from './features/chat/talk-button.tsx'
import { JoinCard } from './features/lobby/join-card.tsx'
import { RoomConnection } from './features/table/room-connection.tsx'
import { TableScreen } from './features/table/table-screen.tsx'
import { fetchedPart } from './fetched.ts'
import { useAsking } from './words/use-asking.ts'

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
  const { t } = useTranslation()
  const client = useClient()
  const guestName = usePlayer()?.name ?? ''
  const [, navigate] = useLocation()
  const [sheet, setSheet] = useState<OpenSheet>('none')
  const [isAsked, setAsked] = useState(client.name === null && table.seat === null)
  const joining = useAsking()
  const close = () => setSheet('none')

  useEffect(() => {
    for (const fetch of TAPPED) fetch().catch(() => undefined)
  }, [])

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
  const leave = () => {
    void session.leave()
    navigate('/')
  }
  const isTaken = joining.code === 'name_taken' || (joining.code === null && taken !== null)
  const canSit = table.seat === null && !table.room.closed
  const isHost = table.room.host === table.me
  const isHostOfLobby = table.room.phase === 'lobby' && isHost
  const talking = {
    onSay: (text: string) => session.chat(text),
    onReport: (seq: number) => session.report(seq),
  }

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
              onWatch={watch}
            />
          ) : null
        }
        below={
          isHostOfLobby && (
            <Suspense>
              <aside className="beside-seats">
                <TableOptions table={table} session={session} />
              </aside>
            </Suspense>
          )
        }
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
        onSit={() => (client.name === null ? setAsked(true) : sit(null))}
      />
      <Suspense>
        <EmoteLayer feed={table.feed} />
      </Suspense>
      <Suspense>
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
        {sheet === 'chair' && (
          <ChairSheet session={session} onInvite={() => setSheet('share')} onClose={close} />
        )}
      </Suspense>
    </>
  )
}
