import './fairness-screen.css'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckerCommand } from '../../proof/check-yourself.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ReadingPage, ReadingPart } from '../../ui/reading-page.tsx'
import { ServerFigures } from './server-figures.tsx'
import { StepPicture } from './step-picture.tsx'
import { TryIt } from './try-it.tsx'

/** Why nobody can cheat with these dice, for anybody who can read; and how all dice of this server fell. */
export function FairnessScreen() {
  const { t } = useTranslation()

  useEffect(() => {
    document.title = `${t('fairness.title')} · Dice Room`
  }, [t])

  return (
    <ReadingPage title={t('fairness.title')}>
      <p className="fairness-lead">{t('fairness.lead')}</p>
      <ReadingPart title={t('fairness.steps')} look="bare">
        <ol className="fairness-steps">
          {([1, 2, 3, 4] as const).map(step => (
            <li key={step} className="fairness-step">
              <StepPicture step={step} />
              <h3 className="fairness-step-name">
                <span>{step}</span> {t(`fairness.step${step}`)}
              </h3>
              <p>{t(`fairness.step${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </ReadingPart>
      <ReadingPart title={t('fairness.try')}>
        <p>{t('fairness.try.why')}</p>
        <TryIt />
      </ReadingPart>
      <ReadingPart title={t('fairness.proves')}>
        <ul className="fairness-list fairness-list-yes">
          {([1, 2, 3, 4] as const).map(point => (
            <li key={point}>
              <Icon name="check" />
              {t(`fairness.proves.${point}`)}
            </li>
          ))}
        </ul>
      </ReadingPart>
      <ReadingPart title={t('fairness.limits')}>
        <ul className="fairness-list fairness-list-no">
          {([1, 2, 3, 4] as const).map(point => (
            <li key={point}>
              <Icon name="close" />
              {t(`fairness.limits.${point}`)}
            </li>
          ))}
        </ul>
      </ReadingPart>
      <ReadingPart title={t('fairness.ever')}>
        <ServerFigures />
      </ReadingPart>
      <ReadingPart title={t('fairness.check')}>
        <p>{t('fairness.check.text')}</p>
        <CheckerCommand file="dice-room-K7M2QX.json" />
      </ReadingPart>
    </ReadingPage>
  )
}
