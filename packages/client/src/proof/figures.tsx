import './figures.css'
import type { CheckedRoll } from '@diceroom/shared/fairness/verdict.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { faceCounts } from '../statistics/histogram.ts'
import { luckWord } from '../statistics/luck.ts'
import { SeatDot } from '../ui/seat-mark.tsx'
import { LUCK_WORDS } from '../words/luck-words.ts'
import { FaceFigure } from './face-figure.tsx'
import { openDice, type PlayersLuck, playersLuck } from './players-luck.ts'
import type { Seating } from './seating.ts'

interface FiguresProps {
  readonly rolls: readonly CheckedRoll[]
  readonly seating: Seating
}

/** How the dice of a room fell, sort by sort, and how lucky everybody was. */
export function Figures({ rolls, seating }: FiguresProps) {
  const { t } = useTranslation()
  const counts = useMemo(() => faceCounts(openDice(rolls)), [rolls])
  const lucks = useMemo(() => playersLuck(rolls, seating), [rolls, seating])
  if (counts.length === 0) return <p>{t('fair.figures.none')}</p>
  return (
    <div className="figures">
      {counts.map(({ sides, faces }) => (
        <FaceFigure key={sides} sides={sides} faces={faces} />
      ))}
      <p className="figure-note">{t('fair.chi.proves')}</p>
      {lucks.length > 0 && (
        <section aria-label={t('fair.luck')}>
          <h3 className="figure-name">{t('fair.luck')}</h3>
          <p className="figure-note">{t('fair.luck.why')}</p>
          <ul className="luck-list">
            {lucks.map(one => (
              <LuckOf key={one.player} {...one} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function LuckOf({ name, seat, luck }: PlayersLuck) {
  const { t, i18n } = useTranslation()
  const { count, sum, expected, z } = luck
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 })
  return (
    <li className="luck-one">
      <SeatDot seat={seat} />
      <p>
        <bdi className="luck-name">{name}</bdi> {t(LUCK_WORDS[luckWord(luck)])}
      </p>
      <p className="figure-numbers">
        {t('fair.luck.numbers', {
          count,
          sum: number.format(sum),
          expected: number.format(expected),
          z: number.format(z),
        })}
      </p>
    </li>
  )
}
