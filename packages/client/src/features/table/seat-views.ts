import { isOnline, type Table } from '@diceroom/sdk/store/table.ts'
import type { Level } from '@diceroom/shared/games/bot.ts'
import {
  isAmong,
  keepsSeats,
  present,
  type RoomState,
  rulesOf,
  type SeatHolder,
} from '@diceroom/shared/room/room.ts'
import type { TFunction } from 'i18next'
import type { SealedBoard } from '../../games/board.ts'
import type { RunningClock } from '../../ui/seat-mark.tsx'
import type { SeatView } from '../../ui/seat-strip.tsx'

/** The seats of a table of `board` as the strip shows them; `clock` is that of whoever is to act. */
export function seatViews(
  table: Table,
  board: SealedBoard,
  t: TFunction<'strings'>,
  clock?: RunningClock,
): readonly SeatView[] {
  const { room } = table
  const acting = room.phase === 'playing' ? rulesOf(room).toAct(room.view) : []
  return arranged(room).map(holder => {
    const { seat, name } = holder
    const isActing = acting.includes(seat)
    return {
      seat,
      name,
      turn: isActing ? 'acting' : 'waiting',
      presence: isHere(table, holder) ? 'here' : 'away',
      score: room.phase === 'lobby' ? undefined : board.score(room.view, seat),
      clock: isActing ? clock : undefined,
      notes: seatNotes(table, holder, isActing ? 'acting' : 'waiting').map(key => t(key)),
    }
  })
}

/** Who has a place at the table, in the order in which the host arranged them. */
function arranged({ seats, order }: RoomState): readonly SeatHolder[] {
  const holders = seats.filter(holder => holder !== null)
  if (order === null) return holders
  const place = (seat: number) => (order.includes(seat) ? order.indexOf(seat) : order.length + seat)
  return holders.toSorted((a, b) => place(a.seat) - place(b.seat))
}

type Note =
  | 'seat.yourTurn'
  | 'seat.turn'
  | 'seat.away'
  | 'seat.gone'
  | 'seat.left'
  | 'seat.out'
  | 'seat.held'
  | `seat.${Level}`
  | 'seat.host'
  | 'seat.you'

/** What is to be said about a seat, the most urgent first. */
export function seatNotes(table: Table, holder: SeatHolder, turn: SeatView['turn']): readonly Note[] {
  const isMine = holder.seat === table.seat
  const notes: Note[] = []
  if (holder.held) notes.push('seat.held')
  if (turn === 'acting') notes.push(isMine ? 'seat.yourTurn' : 'seat.turn')
  if (holder.forfeit) notes.push('seat.out')
  if (holder.left) notes.push(holder.left === 'gone' ? 'seat.gone' : 'seat.left')
  else if (!holder.bot && !isMine && !isOnline(table, holder.player)) notes.push('seat.away')
  if (holder.level) notes.push(`seat.${holder.level}`)
  if (table.room.host === holder.player) notes.push('seat.host')
  if (isMine && turn !== 'acting') notes.push('seat.you')
  return notes
}

const isHere = (table: Table, holder: SeatHolder): boolean =>
  !holder.left && !holder.held && (holder.bot || holder.seat === table.seat || isOnline(table, holder.player))

/** Whether somebody who watches may sit down now. */
export function seatFor({ room, me, seat }: Table): 'free' | 'full' | 'in play' | 'removed' | 'mine' {
  if (seat !== null) return 'mine'
  if (isAmong(room.removed, me)) return 'removed'
  if (room.seats.some(holder => holder?.player === me && !holder.forfeit)) return 'free'
  if (keepsSeats(room)) return 'in play'
  const here = present(room)
  // Bots make room for people.
  return here.length < rulesOf(room).seats.max || here.some(({ bot }) => bot) ? 'free' : 'full'
}
