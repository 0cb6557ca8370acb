import './verdict-card.css'
import type { Verdict } from '@diceroom/shared/fairness/verdict.ts'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useReasonWords } from '../../proof/reason-words.ts'
import type { Seating } from '../../proof/seating.ts'
import type { DownloadTrouble } from '../../transcript/download.ts'
import { type SealLook, WaxSeal } from '../../ui/wax-seal.tsx'
import { stepOf } from './steps.ts'
import type { Verifying } from './use-verify.ts'

interface VerdictCardProps {
  readonly verifying: Verifying
  readonly seating: Seating
}

const UNREACHABLE = { title: 'verify.unreachable', words: 'home.unreachable' } as const
const NONE = {
  'not found': { title: 'room.none', words: 'room.noneWhy' },
  forbidden: { title: 'room.refused', words: 'refused.forbidden' },
  unreachable: UNREACHABLE,
  garbled: UNREACHABLE,
} as const satisfies Record<DownloadTrouble, object>

/** What came of the check, in one sentence; before that, how far it is. */
export function VerdictCard({ verifying, seating }: VerdictCardProps) {
  const { t } = useTranslation()
  switch (verifying.status) {
    case 'fetching':
      return (
        <Card look="checking" title={t('verify.fetching')}>
          <Progress done={0} total={1} />
        </Card>
      )
    case 'checking':
      return (
        <Card look="checking" title={t('verify.checking', verifying)}>
          <Progress {...verifying} />
        </Card>
      )
    case 'done':
      return <Told verdict={verifying.verdict} seating={seating} />
    case 'not JSON':
      return (
        <Card look="wrong" title={t('verify.fileUnreadable')}>
          <p>{t('verify.fileUnreadableWhy', verifying)}</p>
        </Card>
      )
    case 'broken':
      return (
        <Card look="wrong" title={t('verify.broken')}>
          <p>{t('verify.brokenWhy', verifying)}</p>
        </Card>
      )
    case 'none':
      return (
        <Card look="sealed" title={t(NONE[verifying.why].title)}>
          <p>{t(NONE[verifying.why].words)}</p>
        </Card>
      )
  }
}

function Told({ verdict, seating }: { readonly verdict: Verdict; readonly seating: Seating }) {
  const { t } = useTranslation()
  const reasonWords = useReasonWords(seating)
  const { reason, warnings } = verdict
  if (reason) {
    return (
      <Card look="wrong" title={t(`verify.no.head.${stepOf(reason.code)}`)}>
        <p className="verdict-why">{reasonWords(reason)}</p>
      </Card>
    )
  }
  const isEmpty = verdict.rolls.length === 0
  const hasClosed = verdict.deals.some(({ status }) => status === 'closed')
  return (
    <Card look={hasClosed ? 'checked' : 'sealed'} title={yesWords(verdict, t)}>
      {!isEmpty && <p>{seedWords(verdict, t)}</p>}
      {warnings.map(warning => (
        <p key={warning.sentence} className="verdict-warning">
          {t('verify.warnings')}: {reasonWords(warning)}
        </p>
      ))}
    </Card>
  )
}

function yesWords({ verdict, rolls, deals }: Verdict, t: TFunction<'strings'>): string {
  const closed = deals.filter(({ status }) => status === 'closed').length
  const counts = {
    rolls: t('fair.deal.rolls', { count: rolls.filter(({ expected }) => expected).length }),
    deals: t('fair.deal.deals', { count: closed }),
  }
  if (verdict === 'finished') return t('verify.yes', counts)
  if (rolls.length === 0) return t('verify.noDice')
  return closed === 0 ? t('verify.nothingYet') : t('verify.soFar', counts)
}

/** How many of those who had promised a number kept to it. */
function seedWords({ deals, missing }: Verdict, t: TFunction<'strings'>): string {
  if (missing > 0) return t('verify.missing', { count: missing })
  const hasSeeds = deals.some(({ seeds }) => Object.keys(seeds).length > 0)
  return t(hasSeeds ? 'verify.noneMissing' : 'verify.noSeeds')
}

interface CardProps {
  readonly look: SealLook
  readonly title: string
  readonly children: ReactNode
}

function Card({ look, title, children }: CardProps) {
  return (
    <section className={`verdict verdict-${look}`} role={look === 'wrong' ? 'alert' : 'status'}>
      <WaxSeal look={look} />
      <p key={`${look} title`} className="verdict-title">
        {title}
      </p>
      <div key={look} className="verdict-more">
        {children}
      </div>
    </section>
  )
}

function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useTranslation()
  return <progress className="verdict-progress" aria-label={t('verify.progress')} value={done} max={total} />
}
