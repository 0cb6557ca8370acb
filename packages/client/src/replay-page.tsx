import { isFiledRoom, normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { usePlayer } from './connection/use-client.ts'
import { ShareSheet } from './features/lobby/share-sheet.tsx'
import { ReplayScreen } from './features/replay/replay-screen.tsx'
import { type NoReplay, useReplay } from './features/replay/use-replay.ts'
import { Results } from './features/table/results.tsx'
import { seatViews } from './features/table/seat-views.ts'
import { TableDice } from './features/table/table-dice.tsx'
import { BoardContext } from './games/use-board.ts'
import { Notice } from './notice.tsx'
import { Button } from './ui/button.tsx'
import { SeatStrip } from './ui/seat-strip.tsx'

interface ReplayPageProps {
  /** as it stands in the address */
  readonly code: string
  /** as it stands in the address: counted from 1 */
  readonly game: string
}

/** The page on which a game that is over can be watched again. */
export function ReplayPage({ code, game }: ReplayPageProps) {
  const { t } = useTranslation()
  const room = normalizeCode(code)
  const number = /^\d{1,9}$/.test(game) ? Number(game) : 0
  if (!isFiledRoom(room)) return <Notice title={t('room.none')} words={t('room.noneWhy')} />
  return <GameAgain key={`${room} ${number}`} room={room} number={number} />
}

function GameAgain({ room, number }: { readonly room: string; readonly number: number }) {
  const { t } = useTranslation()
  const me = usePlayer()?.id ?? ''
  const [again, setAgain] = useState(0)
  const replaying = useReplay({ room, number, again }, me)
  if (replaying.status === 'loading') {
    return (
      <main className="arriving">
        <p role="status">{t('replay.loading')}</p>
      </main>
    )
  }
  if (replaying.status === 'none') {
    return <NoGame why={replaying.why} room={room} onRetry={() => setAgain(again + 1)} />
  }
  const { board } = replaying.replay
  return (
    <BoardContext value={board}>
      <ReplayScreen
        replay={replaying.replay}
        seats={(shown, onSeat) => (
          <SeatStrip label={t('seats')} seats={seatViews(shown, board, t)} onSeat={onSeat} />
        )}
        dice={(moment, how) => <TableDice {...moment} how={how} hand="still" />}
        result={shown => <Results table={shown} when="before" />}
        share={(path, onClose) => (
          <ShareSheet title={t('replay.share')} how={t('replay.shareHow')} path={path} onClose={onClose} />
        )}
      />
    </BoardContext>
  )
}

interface NoGameProps {
  readonly why: NoReplay
  readonly room: string
  readonly onRetry: () => void
}

function NoGame({ why, room, onRetry }: NoGameProps) {
  const { t } = useTranslation()
  const toTable = (
    <Link href={`/r/${room}`} className="button button-secondary">
      {t('replay.toTable')}
    </Link>
  )
  switch (why) {
    case 'not found':
      return <Notice title={t('room.none')} words={t('room.noneWhy')} />
    case 'forbidden':
      return <Notice title={t('room.refused')} words={t('refused.forbidden')} />
    case 'no such game':
      return <Notice title={t('replay.noGame')} words={t('replay.noGameWhy')} more={toTable} />
    case 'in play':
      return <Notice title={t('replay.inPlay')} words={t('replay.inPlayWhy')} more={toTable} />
    case 'endless':
      return <Notice title={t('replay.endless')} words={t('replay.endlessWhy')} more={toTable} />
    case 'unreadable':
    case 'garbled':
      return <Notice title={t('replay.unreadable')} words={t('replay.unreadableWhy')} />
    case 'unreachable':
      return (
        <Notice
          title={t('replay.unreachable')}
          words={t('home.unreachable')}
          more={
            <Button kind="secondary" onClick={onRetry}>
              {t('replay.retry')}
            </Button>
          }
        />
      )
  }
}
