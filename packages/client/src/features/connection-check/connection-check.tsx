import './connection-check.css'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadingPage, ReadingPart } from '../../ui/reading-page.tsx'
import { EchoPart } from './echo-part.tsx'
import { PushPart } from './push-part.tsx'
import { useCheck } from './use-check.ts'
import { figuresOf, type Verdict } from './verdict.ts'
import { VerdictCard } from './verdict-card.tsx'

/** How good the connection is, measured while one looks, and what to do about it. */
export function ConnectionCheck() {
  const { t } = useTranslation()
  const { way, echo, trips, pushed, verdict, again } = useCheck()

  useEffect(() => {
    document.title = `${t('check.title')} · Dice Room`
  }, [t])

  return (
    <ReadingPage title={t('check.title')}>
      <VerdictCard verdict={verdict} median={figuresOf(trips)?.median ?? null} />
      <div className="check-parts">
        <ReadingPart title={t('check.way')}>
          <p className="check-way">{t(`check.way.${way ?? 'none'}`)}</p>
          <p className="check-why">{t(`check.way.${way ?? 'none'}.why`)}</p>
        </ReadingPart>
        <ReadingPart title={t('check.push')}>
          <PushPart pushed={pushed} onAgain={again} />
        </ReadingPart>
      </div>
      <ReadingPart title={t('check.echo')}>
        <EchoPart trips={trips} state={echoState(verdict, echo)} />
      </ReadingPart>
    </ReadingPage>
  )
}

const echoState = (verdict: Verdict, echo: string) =>
  echo !== 'open' && (verdict === 'polling' || verdict === 'away') ? 'blocked' : 'measuring'
