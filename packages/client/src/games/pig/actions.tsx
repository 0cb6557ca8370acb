import type { PigMove, PigState, PigTurn } from '@diceroom/shared/games/pig/rules.ts'
import { scoreOf } from '@diceroom/shared/games/pig/rules.ts'
import { Button } from '../../ui/button.tsx'
import type { PlayfieldProps } from '../board.ts'
import { pigText } from './strings.ts'

interface PigActionsProps {
  readonly state: PigState
  readonly turn: PigTurn
  readonly legal: readonly PigMove[]
  readonly onMove: PlayfieldProps<PigState, PigMove, PigState['options']>['onMove']
}

/** Hold or roll: both always in their places, so that a thumb finds them without looking. */
export function TurnActions({ state, turn, legal, onMove }: PigActionsProps) {
  const t = pigText.useText()
  const { total, mustRoll } = turn
  const score = scoreOf(state, turn.seat) + total
  const wins = state.reachedBy === null && !state.options.finalRound && score >= state.options.target
  const mayHold = legal.some(({ type }) => type === 'hold')
  const mayRoll = legal.some(({ type }) => type === 'roll')
  return (
    <>
      <span className="pig-hold">
        <Button
          kind="action"
          detail={holdDetail()}
          aria-disabled={!mayHold}
          onClick={() => {
            if (mayHold) onMove({ type: 'hold' })
          }}
        >
          {total === 0 ? t('hold') : t('holdPoints', { points: total })}
        </Button>
      </span>
      <Button
        kind="action"
        detail={total === 0 ? t('endsTurn') : t('losesPoints', { points: total })}
        aria-disabled={!mayRoll}
        onClick={() => {
          if (mayRoll) onMove({ type: 'roll' }, 'shaking')
        }}
      >
        {t('roll')}
      </Button>
    </>
  )

  function holdDetail(): string {
    if (total === 0) return t('rollFirst')
    if (mustRoll) return t('mustRoll')
    return wins ? t('winsNow') : t('makes', { score })
  }
}

interface HogActionsProps extends Pick<PigActionsProps, 'legal' | 'onMove'> {
  /** how many dice were chosen */
  readonly count: number
}

/** The one roll of a turn of Hog. */
export function HogActions({ count, legal, onMove }: HogActionsProps) {
  const t = pigText.useText()
  const mayRoll = legal.length > 0
  const percent = Math.round(100 * (1 - (5 / 6) ** count))
  return (
    <Button
      kind="action"
      detail={t('nothingIn', { percent })}
      aria-disabled={!mayRoll}
      onClick={() => {
        if (mayRoll) onMove({ type: 'roll', count }, 'shaking')
      }}
    >
      {t('rollDice', { count })}
    </Button>
  )
}
