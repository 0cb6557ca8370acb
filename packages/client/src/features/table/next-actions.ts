import type { Table } from '@diceroom/sdk/store/table.ts'
import { isEndless, present, rulesOf } from '@diceroom/shared/room/room.ts'
import type { TFunction } from 'i18next'
import type { BoardMove } from '../../games/board.ts'
import { boardOf } from '../../games/registry.ts'
import { seatFor } from './seat-views.ts'

/** What there is to do now; `wait` does nothing, and says what it waits for. */
export interface NextAction {
  readonly words: string
  readonly does:
    | { readonly kind: 'wait' }
    | { readonly kind: 'sit' }
    | { readonly kind: 'start' }
    | { readonly kind: 'move'; readonly move: BoardMove['move'] }
}

const wait = (words: string): readonly NextAction[] => [{ words, does: { kind: 'wait' } }]

/** The things to do at a table as it is shown; one at least. */
export function nextActions(table: Table, t: TFunction<'strings'>): readonly NextAction[] {
  const { room, me } = table
  const { opening } = room.dealing
  // At a tray that is in play rolls go on in the deal before.
  if (opening && !(isEndless(room) && room.phase === 'playing')) {
    const count = Object.keys(opening.seals).length - Object.keys(opening.seeds).length
    return wait(t('play.waitSeeds', { count }))
  }
  if (table.seat === null) return seating(table, t)
  if (room.phase === 'playing') return moves(table, t)
  const isOver = room.phase === 'over'
  if (room.host === me) {
    return [{ words: t(isOver ? 'play.again' : 'play.start'), does: { kind: 'start' } }]
  }
  const host = present(room).find(({ player }) => player === room.host)
  if (!host) return wait(t('play.waitHost'))
  return wait(t(isOver ? 'play.waitAgain' : 'play.waitStart', { name: host.name }))
}

function seating(table: Table, t: TFunction<'strings'>): readonly NextAction[] {
  const place = seatFor(table)
  if (place === 'free') return [{ words: t('join.sit'), does: { kind: 'sit' } }]
  return wait(t(place === 'full' ? 'play.noSeat' : 'play.watchInPlay'))
}

function moves({ room, seat }: Table, t: TFunction<'strings'>): readonly NextAction[] {
  if (room.phase !== 'playing' || seat === null) return []
  const game = rulesOf(room)
  if (game.legalMoves(room.view, seat).length === 0) {
    const acting = game.toAct(room.view).map(turn => room.seats[turn])
    const holder = acting.find(one => one)
    return wait(holder ? t('play.turnOf', { name: holder.name }) : t('play.moment'))
  }
  const offered = boardOf(room.game).moves(room.options)
  return offered.map(({ move, label, count, sides }) => ({
    words: t(label, { count, sides }),
    does: { kind: 'move', move },
  }))
}
