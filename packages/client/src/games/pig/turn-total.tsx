import { type PigState, type PigTurn, scoreOf } from '@diceroom/shared/games/pig/rules.ts'
import type { ReactNode } from 'react'
import { pigText } from './strings.ts'

interface TurnTotalProps {
  readonly state: PigState
  readonly turn: PigTurn
  /** what is chosen before a roll */
  readonly children: ReactNode
}

/** What the turn has come to, what holding it would make, and what a roll risks. */
export function TurnTotal({ state, turn, children }: TurnTotalProps) {
  const t = pigText.useText()
  const { options, reachedBy, scores } = state
  const score = scoreOf(state, turn.seat) + turn.total
  const { target } = options
  const made =
    reachedBy === null
      ? t(turn.total === 0 ? 'has' : 'held', { score, target })
      : t('toBeat', { score: Math.max(...scores) })
  return (
    <div className="pig-turn">
      {options.variant !== 'hog' && (
        <p className="pig-total">
          <strong key={turn.total}>{turn.total}</strong>
          <span>{t('thisTurn')}</span>
        </p>
      )}
      {children}
      <p className="pig-odds">
        {(options.variant !== 'hog' || reachedBy !== null) && <span className="pig-made">{made}</span>}
        <span>{t(`risk.${options.variant}`)}</span>
      </p>
    </div>
  )
}
