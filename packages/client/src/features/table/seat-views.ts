import { isOnline, type Table } from '@diceroom/sdk/store/table.ts'
import { keepsSeats, present, rulesOf, type SeatHolder } from '@diceroom/shared/room/room.ts'
import type { TFunction } from 'i18next'
import type { SealedBoard } from '../../games/board.ts'
import type { SeatView } from '../../ui/seat-strip.tsx'

/** The seats of a table of `board` as the strip shows them. */
export function seatViews(table: Table, board: SealedBoard, t: TFunction<'strings'>): readonly SeatView[] {
  const { room } = table
  const acting = room.phase === 'playing' ? rulesOf(room).toAct(room.view) : []
  return room.seats
    .filter(holder => holder !== null)
    .map(holder => {
      const { seat, name } = holder
      const isActing = acting.includes(seat)
      return {
        seat,
        name,
        turn: isActing ? 'acting' : 'waiting',
        presence: isHere(table, holder) ? 'here' : 'away',
        score: room.phase === 'lobby' ? undefined : board.score(room.view, seat),
        notes: seatNotes(table, holder, isActing ? 'acting' : 'waiting').map(key => t(key)),
      }
    })
}

type Note = 'seat.yourTurn' | 'seat.turn' | 'seat.away' | 'seat.gone' | 'seat.left' | 'seat.host' | 'seat.you'

/** What is to be said about a seat, the most urgent first. */
export function seatNotes(table: Table, holder: SeatHolder, turn: SeatView['turn']): readonly Note[] {
  const isMine = holder.seat === table.seat
  const notes: Note[] = []
  if (turn === 'acting') notes.push(isMine ? 'seat.yourTurn' : 'seat.turn')
  if (holder.left) notes.push(holder.left === 'gone' ? 'seat.gone' : 'seat.left')
  else if (!isMine && !isOnline(table, holder.player)) notes.push('seat.away')
  if (table.room.host === holder.player) notes.push('seat.host')
  if (isMine && turn !== 'acting') notes.push('seat.you')
  return notes
}

const isHere = (table: Table, holder: SeatHolder): boolean =>
  !holder.left && (holder.seat === table.seat || isOnline(table, holder.player))

/** Whether somebody who watches may sit down now. */
export function seatFor({ room, me, seat }: Table): 'free' | 'full' | 'in play' | 'mine' {
  if (seat !== null) return 'mine'
  if (room.seats.some(holder => holder?.player === me)) return 'free'
  if (keepsSeats(room)) return 'in play'
  return present(room).length < rulesOf(room).seats.max ? 'free' : 'full'
}
