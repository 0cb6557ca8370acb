import './table-screen.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { keepsSeats, present, rulesOf } from '@diceroom/shared/room/room.ts'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { boardOf } from '../../games/registry.ts'
import { Icon } from '../../ui/icon.tsx'
import { RoomCode, readable } from '../../ui/room-code.tsx'
import { SeatStrip } from '../../ui/seat-strip.tsx'
import { TableLayout } from '../../ui/table-layout.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'
import { useAsking } from '../../words/use-asking.ts'
import type { NextAction } from './next-actions.ts'
import { SeatSheet } from './seat-sheet.tsx'
import { seatViews } from './seat-views.ts'
import { TableActions } from './table-actions.tsx'
import { TableDice } from './table-dice.tsx'
import { TableSaid } from './table-said.tsx'
import { usePlayback } from './use-playback.ts'
import { Winner } from './winner.tsx'

interface TableScreenProps {
  readonly table: Table
  readonly session: RoomSession
  readonly connection: ReactNode
  /** what lies over the tray until it is answered; `null` where nothing is to be asked */
  readonly card: ReactNode
  /** what stands below the seats where there is room */
  readonly below: ReactNode
  /** next to the dice: how they can be checked */
  readonly seal: (shown: Table) => ReactNode
  readonly talk: (shown: Table) => ReactNode
  /** opens the talk where it has no place of its own */
  readonly talkButton: (shown: Table) => ReactNode
  readonly onShare: () => void
  readonly onMore: () => void
  /** somebody who watches wants to sit down */
  readonly onSit: () => void
}

/** A table with everything on it. */
export function TableScreen({ table, session, ...parts }: TableScreenProps) {
  const { t } = useTranslation()
  const { shown, flying, onLanded } = usePlayback(table)
  const { state, error, ask } = useAsking()
  const [hand, setHand] = useState<'still' | 'shaking'>('still')
  const [openSeat, setOpenSeat] = useState<number | null>(null)
  const { room } = shown
  const board = boardOf(room.game)
  const actions = useFocusOnceSeated(shown)
  const celebration = useCelebration(shown)
  const title = t('room.title', { game: t(board.name), code: readable(room.room) })

  useEffect(() => {
    document.title = `${title} · Dice Room`
  }, [title])

  const act = async (does: NextAction['does']) => {
    if (does.kind === 'sit') parts.onSit()
    if (does.kind === 'start') await ask(session.start())
    if (does.kind !== 'move') return
    setHand('shaking')
    await ask(session.move({ ...does.move }))
    setHand('still')
  }

  return (
    <>
      <TableLayout
        title={title}
        header={
          <>
            <Link href="/" className="table-home">
              <Wordmark />
            </Link>
            <span className="table-tools">
              <button type="button" className="table-more" aria-label={t('room.more')} onClick={parts.onMore}>
                <Icon name="more" />
              </button>
              <RoomCode
                game={t(board.name)}
                code={room.room}
                label={t('room.share')}
                onShare={parts.onShare}
              />
            </span>
          </>
        }
        connection={parts.connection}
        seats={
          <>
            <SeatStrip
              label={t('seats')}
              seats={seatViews(shown, t)}
              invite={hasFreeChair(shown) ? { label: t('seat.invite'), onInvite: parts.onShare } : undefined}
              onSeat={setOpenSeat}
            />
            {parts.below}
          </>
        }
        tray={
          <>
            <board.Playfield
              state={room.view}
              seats={room.seats.filter(holder => holder !== null)}
              feed={shown.feed}
              game={room.games}
              dice={
                <TableDice shown={shown} flying={flying} feed={table.feed} hand={hand} onLanded={onLanded} />
              }
              celebration={celebration}
            />
            {parts.seal(shown)}
            {parts.card}
          </>
        }
        said={<TableSaid table={shown} flying={flying} error={error} onMore={parts.onMore} />}
        actions={
          <>
            {parts.talkButton(shown)}
            <div ref={actions} className="table-action">
              {!parts.card && <TableActions table={shown} state={state} onAct={act} />}
            </div>
          </>
        }
        talk={parts.talk(shown)}
      />
      {openSeat !== null && <SeatSheet table={shown} seat={openSeat} onClose={() => setOpenSeat(null)} />}
    </>
  )
}

/** Whether somebody who comes now would find a seat. */
function hasFreeChair({ room }: Table): boolean {
  return !keepsSeats(room) && present(room).length < rulesOf(room).seats.max
}

/** The winner's moment, unless the game was over before we came: then only the winner. */
function useCelebration(table: Table): ReactNode {
  const { games, phase } = table.room
  const [overOnArrival] = useState(phase === 'over' ? games : null)
  if (phase !== 'over') return null
  return <Winner key={games} table={table} when={games === overOnArrival ? 'before' : 'now'} />
}

/** Whoever has just sat down can press the action at once. */
function useFocusOnceSeated({ seat }: Table) {
  const actions = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Who has only just opened the page has not put a hand on anything.
    if (seat === null || !navigator.userActivation.hasBeenActive) return
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (isFree) actions.current?.querySelector<HTMLElement>('.button:not([aria-disabled="true"])')?.focus()
  }, [seat])
  return actions
}
