import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { Throw } from '@diceroom/sdk/store/throws.ts'
import { present, rulesOf } from '@diceroom/shared/room/room.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SealedBoard } from '../../games/board.ts'
import { useBoard } from '../../games/use-board.ts'
import { isHeard, useMutedHere } from '../../people/muted-here.ts'
import { InlineError } from '../../ui/inline-error.tsx'
import { LiveRegion } from '../../ui/live-region.tsx'
import { wantedMotion } from '../../ui/motion.ts'
import { eventSentence } from '../../words/event-sentence.ts'
import { Said, useSpeak } from '../../words/said.tsx'
import { type Sentence, sentence, visitorName } from '../../words/sentence.ts'
import { seatFor } from './seat-views.ts'

interface TableSaidProps {
  /** as shown */
  readonly table: Table
  /** the throw that is in the air */
  readonly flying: Throw | null
  readonly error: string | undefined
  /** a second line while somebody is waited for */
  readonly waiting: ReactNode
  /** shows how the game is played here */
  readonly onMore: () => void
}

/** One sentence: what just happened, or why something did not; and for who watches, that they do. */
export function TableSaid({ table, flying, error, waiting, onMore }: TableSaidProps) {
  const { t } = useTranslation()
  const speak = useSpeak()
  const board = useBoard()
  const { room, seat } = table
  const mutedHere = useMutedHere()
  const heard = table.feed.filter(entry => isHeard(entry, mutedHere))
  const latest = latestOf(table, board)
  const ended = latest?.entry.event.type === 'game_aborted' ? latest.said : null
  const said =
    underWay(table, flying) ?? ended ?? invitation(table) ?? latest?.said ?? sentence('said.nothing')
  const watching = {
    free: 'join.watching',
    full: 'join.full',
    'in play': 'join.inPlay',
    removed: 'join.onlyWatch',
  } as const
  const place = seatFor(table)
  const isMyTurn = room.phase === 'playing' && seat !== null && rulesOf(room).toAct(room.view).includes(seat)
  return (
    <>
      <InlineError message={error} />
      {!error && (
        <p key={speak(said)} className="said">
          <Said sentence={said} />
        </p>
      )}
      {place !== 'mine' && !room.closed && <p className="said-watching">{t(watching[place])}</p>}
      {place === 'mine' && waiting}
      {room.phase === 'lobby' && seat !== null && (
        <button type="button" className="said-options" onClick={onMore}>
          <Said sentence={board.optionsSentence(room.options)} />
        </button>
      )}
      {room.phase === 'over' && place === 'mine' && (
        // In a tab of its own, so that nobody leaves the table by looking back.
        <a
          className="said-options"
          href={`/replay/${room.room}/${room.games}`}
          target="_blank"
          rel="noopener"
        >
          {t('win.again')}
        </a>
      )}
      <LiveRegion
        message={[lastWords(heard, board, speak), isMyTurn ? t('said.yourTurn') : '']
          .filter(Boolean)
          .join('. ')}
      />
    </>
  )
}

interface Latest {
  readonly entry: FeedEntry
  readonly said: Sentence
}

/** The latest thing that happened and is worth a sentence; what people say stands in the talk. */
function latestOf({ feed }: Table, board: SealedBoard): Latest | null {
  for (const entry of feed.toReversed()) {
    const said = entry.event.type === 'chat' ? null : eventSentence(entry, board)
    if (said) return { entry, said }
  }
  return null
}

/** Who throws the dice in the air: what was said of the dice before them is over. A moment without motion needs no words. */
function underWay({ room }: Table, flying: Throw | null): Sentence | null {
  if (!flying || wantedMotion() === 'reduced') return null
  if (flying.visitor !== null) return sentence('said.rolls', { name: visitorName(flying.visitor) })
  if (flying.seat === null) return sentence('said.rollsForStart')
  const holder = room.seats[flying.seat]
  return holder ? sentence('said.rolls', { name: holder.name }) : null
}

/** What the host of a table that has not begun is waiting for. */
function invitation({ room, me }: Table): Sentence | null {
  if (room.phase !== 'lobby' || room.host !== me) return null
  return sentence(present(room).length === 1 ? 'said.alone' : 'said.ready')
}

function lastWords(
  feed: readonly FeedEntry[],
  board: SealedBoard,
  speak: (sentence: Sentence) => string,
): string {
  for (const entry of feed.toReversed()) {
    const said = eventSentence(entry, board)
    if (said) return speak(said)
  }
  return ''
}
