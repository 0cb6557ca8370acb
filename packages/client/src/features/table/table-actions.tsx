import type { Table } from '@diceroom/sdk/store/table.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useBoard } from '../../games/use-board.ts'
import { Button } from '../../ui/button.tsx'
import { useSpeak } from '../../words/said.tsx'
import { type NextAction, nextActions } from './next-actions.ts'

interface TableActionsProps {
  /** as shown: what the dice in the air decide is not known yet */
  readonly table: Table
  /** `waiting`: the answer to what was pressed is outstanding; `landing`: dice are in the air */
  readonly state: 'idle' | 'landing' | 'waiting'
  readonly onAct: (does: NextAction['does']) => void
}

/** The one thing to do now, or what one waits for: always the same button, which so keeps the focus. */
export function TableActions({ table, state, onAct }: TableActionsProps) {
  const { t } = useTranslation()
  const speak = useSpeak()
  const board = useBoard()
  if (table.room.closed) {
    return (
      <Link href="/" className="button button-action">
        {t('home')}
      </Link>
    )
  }
  return nextActions(table, board, { t, speak }).map(({ words, detail, kind, does }, index) => {
    const isReady = state === 'idle' ? does.kind !== 'wait' : state === 'landing' && isOfSeats(does)
    return (
      <Button
        key={index}
        kind={kind}
        detail={detail}
        aria-disabled={!isReady}
        onClick={() => {
          if (isReady) onAct(does)
        }}
      >
        <span key={words} className={does.kind === 'wait' ? 'action-waiting' : 'action-ready'}>
          {words}
        </span>
      </Button>
    )
  })
}

/** Who comes and goes does not wait for dice. */
const isOfSeats = ({ kind }: NextAction['does']): boolean =>
  kind === 'sit' || kind === 'queue' || kind === 'take back'
