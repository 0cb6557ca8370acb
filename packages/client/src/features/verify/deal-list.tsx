import './deal-list.css'
import type { CheckedDeal, CheckedRoll, Verdict } from '@diceroom/shared/fairness/verdict.ts'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DealView } from '../../proof/deal-view.tsx'
import { stateOf } from '../../proof/roll-list.tsx'
import type { Seating } from '../../proof/seating.ts'
import { Icon } from '../../ui/icon.tsx'

interface DealListProps {
  readonly verdict: Verdict
  readonly seating: Seating
}

/** Every deal, the latest first; each opens to everything that was in it. One with a wrong roll is open. */
export function DealList({ verdict, seating }: DealListProps) {
  const rolls = useMemo(() => {
    const byDeal = new Map<number, CheckedRoll[]>()
    for (const roll of verdict.rolls) byDeal.set(roll.deal, [...(byDeal.get(roll.deal) ?? []), roll])
    return byDeal
  }, [verdict])
  return (
    <ol className="deal-list">
      {verdict.deals.toReversed().map(deal => (
        <Deal
          key={deal.deal}
          deal={deal}
          commitment={verdict.chains[deal.chain]?.commitment ?? null}
          rolls={rolls.get(deal.deal) ?? []}
          seating={seating}
        />
      ))}
    </ol>
  )
}

interface DealProps {
  readonly deal: CheckedDeal
  readonly commitment: string | null
  readonly rolls: readonly CheckedRoll[]
  readonly seating: Seating
}

function Deal({ deal, commitment, rolls, seating }: DealProps) {
  const { t } = useTranslation()
  const isWrong = rolls.some(roll => stateOf(roll) === 'wrong')
  const [isOpen, setOpen] = useState(isWrong)
  const seeds = Object.keys(deal.seeds).length
  const { missing } = deal
  return (
    <li className={`verify-deal ${isWrong ? 'verify-deal-wrong' : ''}`}>
      <details open={isWrong} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary className="verify-deal-head">
          <span className="verify-deal-name">{t('fair.deal.number', { deal: deal.deal })}</span>
          <span className="verify-deal-facts">
            {t('fair.deal.rolls', { count: rolls.length })} · {t('fair.deal.seeds', { count: seeds })}
            {missing.length > 0 && <strong> · {t('fair.deal.missing', { count: missing.length })}</strong>}
            {deal.status !== 'closed' && ` · ${t(`fair.deal.${deal.status}`)}`}
          </span>
          <span className="verify-deal-state">
            {isWrong && <Icon name="close" />}
            {!isWrong && deal.status === 'closed' && <Icon name="check" />}
            <span className="unseen">
              {t(
                isWrong
                  ? 'fair.roll.wrong'
                  : deal.status === 'closed'
                    ? 'fair.roll.right'
                    : 'fair.roll.later',
              )}
            </span>
          </span>
        </summary>
        {isOpen && (
          <div className="verify-deal-inside">
            <DealView deal={deal} commitment={commitment} rolls={rolls} seating={seating} />
          </div>
        )}
      </details>
    </li>
  )
}
