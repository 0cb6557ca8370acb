import type { YachtMove, YachtState } from '@diceroom/shared/games/yacht/state.ts'
import { Button } from '../../ui/button.tsx'
import type { Hand } from '../board.ts'
import { yachtText } from './strings.ts'
import type { TurnPlan } from './use-turn.ts'

interface TurnActionsProps {
  readonly state: YachtState
  readonly plan: TurnPlan
  readonly legal: readonly YachtMove[]
  readonly onMove: (move: YachtMove, hand?: Hand) => void
}

/** Roll, and where a box was chosen: fill it. A tap on a box sends nothing, this does. */
export function TurnActions({ state, plan, legal, onMove }: TurnActionsProps) {
  const t = yachtText.useText()
  const { chosen } = plan
  const { rollsLeft } = state
  const box = chosen && t(`box.${chosen.box}`)
  return (
    <div className="yacht-actions">
      {rollsLeft > 0 && (
        <RollButton kind={chosen ? 'secondary' : 'action'} {...{ state, plan, legal, onMove }} />
      )}
      {chosen && box && (
        <Button
          kind="action"
          detail={chosen.extra > 0 ? t('enterExtra', { box, extra: chosen.extra }) : box}
          aria-disabled={legal.length === 0}
          onClick={() => {
            if (legal.length > 0) onMove({ type: 'score', box: chosen.box })
          }}
        >
          {t('enter', { points: chosen.points })}
        </Button>
      )}
      {!chosen && rollsLeft === 0 && (
        <Button kind="action" aria-disabled detail={t('noRollsLeft')}>
          {t('chooseBox')}
        </Button>
      )}
    </div>
  )
}

function RollButton({
  kind,
  state: { dice, rollsLeft },
  plan: { kept },
  legal,
  onMove,
}: TurnActionsProps & { readonly kind: 'action' | 'secondary' }) {
  const t = yachtText.useText()
  const count = 5 - kept.length
  const mayRoll = count > 0 && legal.some(({ type }) => type === 'roll')
  return (
    <Button
      kind={kind}
      detail={
        kind === 'secondary' ? undefined : count === 0 ? t('allKept') : t('rollsLeft', { count: rollsLeft })
      }
      aria-disabled={!mayRoll}
      onClick={() => {
        if (mayRoll) onMove({ type: 'roll', keep: [...kept] }, 'shaking')
      }}
    >
      {dice === null || count === 0 ? t('roll') : t(kind === 'action' ? 'rollDice' : 'rollCount', { count })}
    </Button>
  )
}
