import './step-list.css'
import type { Verdict } from '@diceroom/shared/fairness/verdict.ts'
import type { TFunction } from 'i18next'
import { type CSSProperties, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { STEPS, type Step, type StepState, stepStates } from './steps.ts'

interface StepListProps {
  /** `null` while it is worked out */
  readonly verdict: Verdict | null
  /** whether this browser was at the table */
  readonly witness: 'here' | 'elsewhere'
}

/** What was checked, step by step, and how each step has ended. */
export function StepList({ verdict, witness }: StepListProps) {
  const { t } = useTranslation()
  const states = useMemo(() => stepStates(verdict), [verdict])
  return (
    <ol className="steps">
      {STEPS.map((step, index) => {
        const isSkipped = step === 'seen' && witness === 'elsewhere' && states[step] === 'yes'
        const state: StepState = isSkipped ? 'open' : states[step]
        const found = verdict && state === 'yes' ? foundIn(verdict, step, t) : ''
        return (
          <li key={step} className={`step step-${state}`} style={{ '--step': index } as CSSProperties}>
            <span className="step-mark">
              {state === 'yes' && <Icon name="check" />}
              {state === 'no' && <Icon name="close" />}
            </span>
            <span>{t(`verify.step.${step}`)}</span>
            <span key={state} className="step-found">
              {found || (isSkipped ? t('verify.step.notHere') : t(`verify.step.${state}`))}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** How much a step that holds has looked at. */
function foundIn({ lastSeq, deals, rolls, games }: Verdict, step: Step, t: TFunction<'strings'>): string {
  const seeds = deals.reduce((sum, deal) => sum + Object.keys(deal.seeds).length, 0)
  switch (step) {
    case 'record':
      return t('verify.step.record.found', { count: lastSeq })
    case 'secrets':
      return t('verify.step.secrets.found', { count: deals.filter(({ secret }) => secret).length })
    case 'seeds':
      return t('fair.deal.seeds', { count: seeds })
    case 'dice':
      return t('fair.deal.rolls', { count: rolls.filter(({ expected }) => expected).length })
    case 'rules':
      return games.length === 0 ? t('verify.step.freeRoll') : t('verify.step.games', { count: games.length })
    case 'seen':
      return ''
  }
}
