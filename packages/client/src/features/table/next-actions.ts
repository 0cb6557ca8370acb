import type { Table } from '@diceroom/sdk/store/table.ts'
import type { GameMove } from '@diceroom/shared/games/game.ts'
import { isAmong, isEndless, present, rulesOf } from '@diceroom/shared/room/room.ts'
import type { TFunction } from 'i18next'
import type { BoardMove, Hand, SealedBoard } from '../../games/board.ts'
import type { Sentence } from '../../words/sentence.ts'
import { seatFor } from './seat-views.ts'

/** What there is to do now; `wait` does nothing, and says what it waits for. */
export interface NextAction {
  readonly words: string
  readonly detail?: string | undefined
  readonly kind: 'action' | 'secondary'
  readonly does:
    | { readonly kind: 'wait' }
    | { readonly kind: 'sit' }
    | { readonly kind: 'start' }
    | { readonly kind: 'take back' }
    | { readonly kind: 'queue'; readonly how: { readonly undo?: true } }
    | { readonly kind: 'move'; readonly move: GameMove; readonly hand: Hand }
}

interface Reader {
  readonly t: TFunction<'strings'>
  readonly speak: (sentence: Sentence) => string
}

const action = (words: string, does: NextAction['does']): readonly NextAction[] => [
  { words, kind: 'action', does },
]
const wait = (words: string) => action(words, { kind: 'wait' })

/** The things to do at a table of `board` as it is shown; none where the board has actions of its own. */
export function nextActions(table: Table, board: SealedBoard, reader: Reader): readonly NextAction[] {
  const { t } = reader
  const { room, me } = table
  if (isHeld(table)) return action(t('play.back'), { kind: 'take back' })
  const { opening } = room.dealing
  // At a tray that is in play rolls go on in the deal before.
  if (opening && !(isEndless(room) && room.phase === 'playing')) {
    const count = Object.keys(opening.seals).length - Object.keys(opening.seeds).length
    return wait(t('play.waitSeeds', { count }))
  }
  if (table.seat === null) return seating(table, t)
  if (room.phase === 'playing') return moves(table, board, reader)
  const isOver = room.phase === 'over'
  if (room.host === me) return action(t(isOver ? 'play.again' : 'play.start'), { kind: 'start' })
  const host = present(room).find(({ player }) => player === room.host)
  if (!host) return wait(t('play.waitHost'))
  return wait(t(isOver ? 'play.waitAgain' : 'play.waitStart', { name: host.name }))
}

function seating(table: Table, t: TFunction<'strings'>): readonly NextAction[] {
  const place = seatFor(table)
  if (place === 'free') return action(t('join.sit'), { kind: 'sit' })
  if (place === 'removed') return wait(t('play.onlyWatch'))
  if (isEndless(table.room)) return wait(t(place === 'full' ? 'play.noSeat' : 'play.watchInPlay'))
  const isWaiting = isAmong(table.room.queue, table.me)
  if (!isWaiting) return action(t('play.queue'), { kind: 'queue', how: {} })
  const back = { kind: 'queue', how: { undo: true } } as const
  return [{ words: t('play.queued'), detail: t('play.unqueue'), kind: 'secondary', does: back }]
}

/** Whether a bot plays for the viewer, who is here. */
export const isHeld = ({ room, seat }: Table): boolean => seat !== null && room.seats[seat]?.held === true

function moves({ room, seat }: Table, board: SealedBoard, { t, speak }: Reader): readonly NextAction[] {
  if (room.phase !== 'playing' || seat === null) return []
  const game = rulesOf(room)
  const legal = game.legalMoves(room.view, seat)
  if (legal.length === 0) {
    const acting = game.toAct(room.view).map(turn => room.seats[turn])
    const holder = acting.find(one => one)
    return wait(holder ? t('play.turnOf', { name: holder.name }) : t('play.moment'))
  }
  return board.moves(room.view, legal, room.options).map(offered)

  function offered({ move, hand, label, detail, kind = 'action' }: BoardMove<GameMove>): NextAction {
    return {
      words: speak(label),
      detail: detail && speak(detail),
      kind,
      does: { kind: 'move', move, hand },
    }
  }
}
