import './order-sheet.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { inOrder, type SeatHolder } from '@diceroom/shared/room/room.ts'
import { useTranslation } from 'react-i18next'
import { InlineError } from '../../ui/inline-error.tsx'
import { SeatMark } from '../../ui/seat-mark.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ToolIcon } from '../../ui/tool-icon.tsx'
import { useWish } from '../../words/use-wish.ts'

interface OrderSheetProps {
  readonly table: Table
  readonly session: RoomSession
  readonly onClose: () => void
}

/** For the host, before the start: who plays after whom. */
export function OrderSheet({ table, session, onClose }: OrderSheetProps) {
  const { t } = useTranslation()
  const here = inOrder(table.room)
  const order = useWish<readonly Seat[]>(here.map(({ seat }) => seat))
  const holders = order.value.flatMap(seat => here.find(holder => holder.seat === seat) ?? [])

  const swap = (at: number, other: number) => {
    const seats = holders.map(({ seat }) => seat)
    const [moved] = seats.splice(at, 1)
    if (moved === undefined) return
    seats.splice(other, 0, moved)
    order.wish(seats, session.setOrder(seats))
  }
  return (
    <Sheet title={t('menu.order')} closeLabel={t('close')} onClose={onClose}>
      <p className="order-how">{t('order.how')}</p>
      <ol className="order">
        {holders.map((holder, at) => (
          <OrderLine
            key={holder.seat}
            holder={holder}
            onEarlier={at > 0 ? () => swap(at, at - 1) : null}
            onLater={at < holders.length - 1 ? () => swap(at, at + 1) : null}
          />
        ))}
      </ol>
      <InlineError message={order.error} />
    </Sheet>
  )
}

interface OrderLineProps {
  readonly holder: SeatHolder
  /** `null` for who is first already */
  readonly onEarlier: (() => void) | null
  /** `null` for who is last already */
  readonly onLater: (() => void) | null
}

function OrderLine({ holder: { seat, name }, onEarlier, onLater }: OrderLineProps) {
  const { t } = useTranslation()
  return (
    <li className="order-line">
      <SeatMark seat={seat} />
      <bdi className="order-name">{name}</bdi>
      <button
        type="button"
        className="order-step"
        aria-label={t('order.up', { name })}
        aria-disabled={onEarlier === null}
        onClick={() => onEarlier?.()}
      >
        <ToolIcon name="up" />
      </button>
      <button
        type="button"
        className="order-step"
        aria-label={t('order.down', { name })}
        aria-disabled={onLater === null}
        onClick={() => onLater?.()}
      >
        <ToolIcon name="down" />
      </button>
    </li>
  )
}
