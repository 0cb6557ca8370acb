import './table-screen.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { GameMove } from '@diceroom/shared/games/game.ts'
import { isEndless, keepsSeats, present, rulesOf } from '@diceroom/shared/room/room.ts'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../connection/use-client.ts'
import { fetchedPart } from '../../fetched.ts'
import { Actions, ActionsContext } from '../../games/actions.tsx'
import { asSent, type Hand } from '../../games/board.ts'
import { eventOf } from '../../games/event-of.ts'
import { faceOf } from '../../games/registry.ts'
import { useBoard } from '../../games/use-board.ts'
import { useWords } from '../../i18n/words.ts'
import { readable } from '../../ui/room-code.tsx'
import type { RunningClock } from '../../ui/seat-mark.tsx'
import { SeatStrip } from '../../ui/seat-strip.tsx'
import { TableLayout } from '../../ui/table-layout.tsx'
import { useAsking } from '../../words/use-asking.ts'
import { isHeld, type NextAction } from './next-actions.ts'
import { seatViews } from './seat-views.ts'
import { TableActions } from './table-actions.tsx'
import { TableDice } from './table-dice.tsx'
import { TableHeader } from './table-header.tsx'
import { TableSaid } from './table-said.tsx'
import { turnClock } from './turn-clock.ts'
import { useActionBar } from './use-action-bar.ts'
import { usePlayback } from './use-playback.ts'

const fetchHelp = async () => (await import('./help-sheet.tsx')).HelpSheet
const fetchResults = async () => (await import('./results.tsx')).Results
const fetchSeat = async () => (await import('./seat-sheet.tsx')).SeatSheet
const HelpSheet = fetchedPart(fetchHelp)
const SeatSheet = fetchedPart(fetchSeat)
const Results = fetchedPart(fetchResults)
const TableNote = fetchedPart(async () => (await import('./table-note.tsx')).TableNote)
const TurnWait = fetchedPart(async () => (await import('./turn-wait.tsx')).TurnWait)

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
  /** opens the reactions */
  readonly emotes: ReactNode
  readonly onShare: () => void
  /** somebody, or a bot, is wanted for a free seat */
  readonly onChair: () => void
  readonly onMore: () => void
  /** somebody who watches wants to sit down */
  readonly onSit: () => void
}

/** A table with everything on it. */
export function TableScreen({ table, session, ...parts }: TableScreenProps) {
  const { t } = useTranslation()
  const read = useWords()
  const board = useBoard()
  const { shown, flying, onLanded } = usePlayback(table)
  const { state, error, ask } = useAsking()
  const [hand, setHand] = useState<Hand>('still')
  const [openSeat, setOpenSeat] = useState<number | null>(null)
  const [help, setHelp] = useState<'open' | 'shut'>('shut')
  const { room } = shown
  const name = read(faceOf(room.game).name)
  const bar = useActionBar(shown.seat)
  const held = isHeld(table)
  const legal = flying || held || state === 'waiting' ? [] : legalNow(shown)
  const clock = useRunningClock(table)
  const celebration = useCelebration(shown)
  const title = t('room.title', { game: name, code: readable(room.room) })

  // Nobody plays on before the dice have landed that decide what may be played.
  const landing = flying !== null && !isEndless(room) ? 'landing' : 'idle'
  const yourMove =
    !held && legalNow(shown).length > 0 ? { role: 'group', 'aria-label': t('play.yourMove') } : {}

  useEffect(() => {
    // what is opened by a tap, or comes at the end, is here before
    for (const fetch of [fetchHelp, fetchResults, fetchSeat]) fetch().catch(() => undefined)
  }, [])

  useEffect(() => {
    document.title = `${title} · Dice Room`
  }, [title])

  const act = async (does: NextAction['does']) => {
    if (does.kind === 'sit') parts.onSit()
    if (does.kind === 'start') await ask(session.start())
    if (does.kind === 'take back') await ask(session.takeBackSeat())
    if (does.kind === 'queue') await ask(session.queueNext(does.how))
    if (does.kind === 'move') await makeMove(does.move, does.hand)
  }
  const makeMove = async (move: GameMove, until: Hand = 'still') => {
    setHand(until)
    await ask(session.move(asSent(move)))
    setHand('still')
  }

  return (
    <ActionsContext value={bar.place}>
      <TableLayout
        title={title}
        trayLabel={t('room.board')}
        header={
          <TableHeader
            game={name}
            code={room.room}
            onHelp={() => setHelp('open')}
            onMore={parts.onMore}
            onShare={parts.onShare}
          />
        }
        connection={parts.connection}
        seats={
          <>
            <SeatStrip
              label={t('seats')}
              seats={seatViews(shown, board, t, clock)}
              invite={hasFreeChair(shown) ? { label: t('seat.invite'), onInvite: parts.onChair } : undefined}
              onSeat={setOpenSeat}
            />
            {parts.below}
          </>
        }
        tray={
          <>
            <board.Playfield
              state={room.view}
              options={room.options}
              seats={room.seats.filter(holder => holder !== null)}
              feed={shown.feed}
              thrown={flying && eventOf(flying, table.feed)}
              game={room.games}
              me={shown.seat}
              legal={legal}
              onMove={makeMove}
              Actions={held ? NoActions : Actions}
              dice={how => (
                <TableDice
                  shown={shown}
                  flying={flying}
                  feed={table.feed}
                  hand={hand}
                  onLanded={onLanded}
                  how={how}
                />
              )}
              celebration={celebration}
            />
            {parts.seal(shown)}
            {parts.card}
            <Suspense>
              <TableNote table={table} session={session} />
            </Suspense>
          </>
        }
        said={
          <TableSaid
            table={shown}
            flying={flying}
            error={error}
            waiting={
              <Suspense>
                <TurnWait table={table} onAskDefault={() => ask(session.askDefault())} />
              </Suspense>
            }
            onMore={parts.onMore}
          />
        }
        actions={
          <>
            {parts.emotes}
            {parts.talkButton(shown)}
            <div ref={bar.ref} className="table-action" {...yourMove}>
              {!parts.card && !bar.isTaken && (
                <TableActions table={shown} state={state === 'waiting' ? state : landing} onAct={act} />
              )}
            </div>
          </>
        }
        talk={parts.talk(shown)}
      />
      {help === 'open' && (
        <Suspense>
          <HelpSheet table={shown} name={name} onClose={() => setHelp('shut')} />
        </Suspense>
      )}
      {openSeat !== null && (
        <Suspense>
          <SeatSheet table={shown} session={session} seat={openSeat} onClose={() => setOpenSeat(null)} />
        </Suspense>
      )}
    </ActionsContext>
  )
}

/** Whether somebody who comes now would find a seat. */
function hasFreeChair({ room }: Table): boolean {
  return !keepsSeats(room) && present(room).length < rulesOf(room).seats.max
}

/** While a bot plays for the viewer there is nothing to press but to take the seat back. */
const NoActions = () => null

/** The time of the turn on this machine's clock: it does not wait for dice to land. */
function useRunningClock(table: Table): RunningClock | undefined {
  const { serverClock } = useClient()
  const clock = turnClock(table)
  return clock ? { begins: serverClock.here(clock.begins), ends: serverClock.here(clock.ends) } : undefined
}

/** The winner's moment, unless the game was over before we came: then only the results. */
function useCelebration(table: Table): ReactNode {
  const { games, phase } = table.room
  const [overOnArrival] = useState(phase === 'over' ? games : null)
  if (phase !== 'over') return null
  return (
    <Suspense>
      <Results key={games} table={table} when={games === overOnArrival ? 'before' : 'now'} />
    </Suspense>
  )
}

/** What the viewer may do at the table as it is shown. */
function legalNow({ room, seat }: Table): readonly GameMove[] {
  if (room.phase !== 'playing' || seat === null) return []
  return rulesOf(room).legalMoves(room.view, seat)
}
