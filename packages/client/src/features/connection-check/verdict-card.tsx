import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import type { Verdict } from './verdict.ts'

interface VerdictCardProps {
  readonly verdict: Verdict
  /** the round trip that half of them are below, in ms */
  readonly median: number | null
}

const LOOK = {
  measuring: { mood: 'open', icon: 'more' },
  good: { mood: 'good', icon: 'check' },
  far: { mood: 'fair', icon: 'more' },
  unsteady: { mood: 'fair', icon: 'more' },
  held: { mood: 'bad', icon: 'close' },
  polling: { mood: 'fair', icon: 'more' },
  away: { mood: 'bad', icon: 'close' },
} as const

/** What came of the check, in words, and what to do where it is not good. */
export function VerdictCard({ verdict, median }: VerdictCardProps) {
  const { t } = useTranslation()
  const { mood, icon } = LOOK[verdict]
  return (
    <section className={`check-verdict check-verdict-${mood}`}>
      <span className="check-sign">
        <Icon name={icon} />
      </span>
      <div role="status">
        <h2 className="check-verdict-title">{t(`verdict.${verdict}`)}</h2>
        <p>{t(`verdict.${verdict}.why`, { ms: Math.max(1, Math.round(median ?? 0)) })}</p>
      </div>
      {verdict !== 'measuring' && verdict !== 'good' && (
        <ul className="check-advice">
          {([1, 2, 3] as const).map(point => (
            <li key={point}>{t(`verdict.${verdict}.${point}`)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
