import './figures.css'
import { useTranslation } from 'react-i18next'
import { chiSquare, type Reading, readingOf } from '../statistics/chi-square.ts'
import type { FaceCounts } from '../statistics/histogram.ts'
import { Histogram } from '../ui/histogram.tsx'

const READINGS = {
  'too few': 'fair.chi.few',
  ordinary: 'fair.chi.ordinary',
  'a little uneven': 'fair.chi.aLittle',
  uneven: 'fair.chi.uneven',
  'very uneven': 'fair.chi.very',
  'very even': 'fair.chi.even',
} as const satisfies Record<Reading['kind'], string>

/** How often each face of one sort of die turned up, and what that means in words. */
export function FaceFigure({ sides, faces }: FaceCounts) {
  const { t, i18n } = useTranslation()
  const chi = chiSquare(faces)
  const reading = readingOf(chi)
  const number = new Intl.NumberFormat(i18n.language)
  const oneIn = 'oneIn' in reading ? number.format(reading.oneIn) : ''
  const enough = 'enough' in reading ? number.format(reading.enough) : ''
  const percent = Math.round(100 * chi.p)
  const written = faces.map((found, index) => `${index + 1}: ${found}`).join(', ')
  return (
    <figure className="figure">
      <figcaption className="figure-head">
        <span className="figure-name">{t('fair.figures.sides', { sides })}</span>
        <span className="figure-count">{t('fair.figures.dice', { count: chi.count })}</span>
      </figcaption>
      <Histogram
        label={t('fair.figures.picture', { count: chi.count, sides, faces: written })}
        faces={faces}
      />
      <p>{t(READINGS[reading.kind], { oneIn, enough, percent })}</p>
      <p className="figure-numbers">
        {t('fair.chi.numbers', {
          statistic: number.format(Math.round(chi.statistic * 100) / 100),
          count: chi.df,
          p: chi.p < 0.000_1 ? '< 0.0001' : number.format(Number(chi.p.toPrecision(2))),
        })}
      </p>
    </figure>
  )
}
