import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaceFigure } from '../../proof/face-figure.tsx'
import type { FaceCounts } from '../../statistics/histogram.ts'
import { Choice } from '../../ui/choice.tsx'
import { figuresOfServer } from './figures-api.ts'

type Figures = 'counting' | 'unreachable' | readonly FaceCounts[]

/** How often each face of every die of this server turned up, one sort of die at a time. */
export function ServerFigures() {
  const { t } = useTranslation()
  const figures = useFigures()
  const [chosen, setChosen] = useState<string | null>(null)
  if (figures === 'counting') return <p className="server-figures">{t('fairness.ever.loading')}</p>
  if (figures === 'unreachable') return <p className="server-figures">{t('fairness.ever.unreachable')}</p>
  const shown = figures.find(({ sides }) => `${sides}` === chosen) ?? mostRolled(figures)
  if (!shown) return <p className="server-figures">{t('fairness.ever.none')}</p>
  return (
    <div className="server-figures">
      {figures.length > 1 && (
        <Choice
          legend={t('fairness.ever.which')}
          look="chips"
          value={`${shown.sides}`}
          options={figures.map(({ sides }) => ({
            value: `${sides}`,
            label: t('fairness.ever.die', { sides }),
          }))}
          onChange={setChosen}
        />
      )}
      <FaceFigure {...shown} />
      <p className="figure-note">{t('fair.chi.proves')}</p>
    </div>
  )
}

const diceIn = ({ faces }: FaceCounts): number => faces.reduce((sum, found) => sum + found, 0)

const mostRolled = (figures: readonly FaceCounts[]): FaceCounts | undefined =>
  figures.toSorted((a, b) => diceIn(b) - diceIn(a))[0]

function useFigures(): Figures {
  const [figures, setFigures] = useState<Figures>('counting')
  useEffect(() => {
    const stop = new AbortController()
    void figuresOfServer(stop.signal).then(found => {
      if (!stop.signal.aborted) setFigures(found ?? 'unreachable')
    })
    return () => stop.abort()
  }, [])
  return figures
}
