import { gameOf } from '@diceroom/shared/games/registry.ts'
import { present } from '@diceroom/shared/room/room.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { BoardMove } from '../../games/board.ts'
import { boardOf } from '../../games/registry.ts'
import type { Table } from '../../store/table.ts'
import { Button } from '../../ui/button.tsx'
import { seatFor } from './seat-views.ts'

interface TableActionsProps {
  /** as shown: what the dice in the air decide is not known yet */
  readonly table: Table
  /** whether the answer to what was pressed is outstanding */
  readonly state: 'idle' | 'waiting'
  readonly onMove: (move: BoardMove['move']) => void
  readonly onStart: () => void
  readonly onSit: () => void
}

/** The one thing to do now, or what one waits for. */
export function TableActions(props: TableActionsProps) {
  const { t } = useTranslation()
  const { table, state, onStart, onSit } = props
  const { room, me } = table
  const isWaiting = state === 'waiting'
  const host = present(room).find(({ player }) => player === room.host)

  if (room.closed) {
    return (
      <Link href="/" className="button button-action">
        {t('home')}
      </Link>
    )
  }
  if (table.seat === null) {
    const seat = seatFor(table)
    if (seat === 'free') {
      return (
        <Button kind="action" aria-disabled={isWaiting} onClick={onSit}>
          {t('join.sit')}
        </Button>
      )
    }
    return <Waiting words={t(seat === 'full' ? 'play.noSeat' : 'play.watchInPlay')} />
  }
  if (room.phase === 'playing') return <Moves {...props} />
  if (room.host === me) {
    const label = t(room.phase === 'over' ? 'play.again' : 'play.start')
    return (
      <Button kind="action" aria-disabled={isWaiting} onClick={() => !isWaiting && onStart()}>
        {label}
      </Button>
    )
  }
  if (!host) return <Waiting words={t('play.waitHost')} />
  return (
    <Waiting words={t(room.phase === 'over' ? 'play.waitAgain' : 'play.waitStart', { name: host.name })} />
  )
}

function Moves({ table, state, onMove }: TableActionsProps) {
  const { t } = useTranslation()
  const { room, seat } = table
  if (room.phase !== 'playing' || seat === null) return null
  const game = gameOf(room.game)
  const [acting] = game.toAct(room.view)
  if (game.legalMoves(room.view, seat).length === 0) {
    const holder = acting === undefined ? null : room.seats[acting]
    return <Waiting words={holder ? t('play.turnOf', { name: holder.name }) : t('play.watchInPlay')} />
  }
  return boardOf(room.game)
    .moves(room.options)
    .map(({ move, label, count }) => (
      <Button
        key={move.type}
        kind="action"
        aria-disabled={state === 'waiting'}
        onClick={() => state === 'idle' && onMove(move)}
      >
        {t(label, { count })}
      </Button>
    ))
}

/** Stands where the action will be, and says what it waits for. */
function Waiting({ words }: { readonly words: string }) {
  return (
    <Button kind="action" aria-disabled>
      <bdi className="action-waiting">{words}</bdi>
    </Button>
  )
}
