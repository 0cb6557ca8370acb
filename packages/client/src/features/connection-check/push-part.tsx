import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { PUSHES, type Pushed } from './push-run.ts'

interface PushPartProps {
  readonly pushed: Pushed
  readonly onAgain: () => void
}

/** The ten messages of the push stream, each a pip that lights up when it comes. */
export function PushPart({ pushed: { state, arrived }, onAgain }: PushPartProps) {
  const { t } = useTranslation()
  const words = t('check.push.count', { count: arrived.length, all: PUSHES })
  return (
    <>
      <p className="check-why">{t('check.push.why')}</p>
      <div className="check-pips" role="img" aria-label={words}>
        {Array.from({ length: PUSHES }, (_, at) => (
          <span key={at} className={at < arrived.length ? 'check-pip check-pip-lit' : 'check-pip'} />
        ))}
      </div>
      <div className="check-push-foot">
        <span className={state === 'broken' ? 'check-broken' : 'check-why'} aria-hidden={state !== 'broken'}>
          {state === 'broken' ? t('check.push.broken') : words}
        </span>
        {(state === 'done' || state === 'broken') && (
          <Button kind="secondary" onClick={onAgain}>
            {t('check.push.again')}
          </Button>
        )}
      </div>
    </>
  )
}
