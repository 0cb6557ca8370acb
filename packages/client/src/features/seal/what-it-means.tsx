import { useTranslation } from 'react-i18next'
import type { Audit } from '../../proof/room-audit.ts'
import { type SealLook, WaxSeal } from '../../ui/wax-seal.tsx'
import { isChecked } from './seal-status.ts'

interface WhatItMeansProps {
  readonly audit: Audit
  readonly look: SealLook
  /** Seeds that are mixed into the deal that is in play, and those that are missing. */
  readonly seeds: number
  readonly missing: number
  /** `none` before the first deal; `over` where no deal is in play. */
  readonly deal: 'none' | 'in play' | 'over'
}

/** One plain sentence about the dice on the table, and what follows from it for now. */
export function WhatItMeans({ look, audit, seeds, missing, deal }: WhatItMeansProps) {
  const { t } = useTranslation()
  const verdict = audit.latest?.verdict
  const checked = verdict?.rolls.filter(isChecked).length ?? 0
  const deals = verdict?.deals.filter(({ status }) => status === 'closed').length ?? 0
  const isGood = verdict !== undefined && verdict.reason === null && deals > 0
  const checkedWords = t('fair.means.checked', {
    rolls: t('fair.deal.rolls', { count: checked }),
    deals: t('fair.deal.deals', { count: deals }),
  })
  const isOver = deal === 'over' && isGood
  return (
    <>
      <div className="seal-says">
        <WaxSeal look={look} />
        <p className="seal-says-plain">{plain()}</p>
      </div>
      <div className="seal-notes">
        {missing > 0 && <p>{t('fair.means.missing', { count: missing, outcomes: 2 ** missing })}</p>}
        {deal === 'in play' && seeds === 0 && <p>{t('fair.means.soon')}</p>}
        {!isOver && isGood && <p>{checkedWords}</p>}
        {!isGood && verdict?.reason === null && <p>{t('fair.means.notYet')}</p>}
      </div>
    </>
  )

  function plain(): string {
    if (verdict?.reason) return t('fair.means.wrong')
    if (deal === 'none') return t('fair.means.none')
    if (deal === 'in play')
      return seeds === 0 ? t('fair.means.alone') : t('fair.means.with', { count: seeds })
    return isGood ? checkedWords : t(audit.activity === 'stuck' ? 'fair.means.stuck' : 'fair.checking')
  }
}
