import { HOG_DICE_MAX } from '@diceroom/shared/games/pig/options.ts'
import type { PigMove, PigState, PigTurn } from '@diceroom/shared/games/pig/rules.ts'
import { scoreOf } from '@diceroom/shared/games/pig/rules.ts'
import { useState } from 'react'
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

/** As many dice bring the most on average. */
const USUAL_DICE = 5

/** How many dice, and the one roll of a turn of Hog. */
export function HogActions({ legal, onMove }: Pick<PigActionsProps, 'legal' | 'onMove'>) {
  const t = pigText.useText()
  const [count, setCount] = useState(USUAL_DICE)
  const mayRoll = legal.length > 0
  const percent = Math.round(100 * (1 - (5 / 6) ** count))
  const step = (by: number) => () => setCount(now => Math.min(HOG_DICE_MAX, Math.max(1, now + by)))
  return (
    <>
      <span className="pig-dice-count">
        <Button kind="secondary" aria-label={t('fewer')} aria-disabled={count === 1} onClick={step(-1)}>
          −
        </Button>
        <output>{t('dice', { count })}</output>
        <Button
          kind="secondary"
          aria-label={t('more')}
          aria-disabled={count === HOG_DICE_MAX}
          onClick={step(1)}
        >
          +
        </Button>
      </span>
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
    </>
  )
}
