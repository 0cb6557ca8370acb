import { useTranslation } from 'react-i18next'
import type { RoundTrip } from './echo-meter.ts'
import { figuresOf } from './verdict.ts'

interface EchoPartProps {
  readonly trips: readonly RoundTrip[]
  readonly state: 'measuring' | 'blocked'
}

/** The round trip in figures, and the last minute of it as a picture. */
export function EchoPart({ trips, state }: EchoPartProps) {
  const { t } = useTranslation()
  const figures = figuresOf(trips)
  return (
    <>
      <p className="check-why">{t(state === 'blocked' ? 'check.echo.blocked' : 'check.echo.why')}</p>
      <dl className="check-figures">
        {(['last', 'median', 'lowest'] as const).map(name => (
          <div key={name}>
            <dt>{t(`check.echo.${name}`)}</dt>
            <dd>{figures ? t('check.echo.ms', { ms: milliseconds(figures[name]) }) : '–'}</dd>
          </div>
        ))}
        <div>
          <dt>{t('check.echo.lost')}</dt>
          <dd>{trips.length > 0 ? trips.filter(trip => trip === null).length : '–'}</dd>
        </div>
      </dl>
      {state === 'measuring' && <Sparkline trips={trips} />}
    </>
  )
}

/** In a network at home it takes less than one. */
const milliseconds = (ms: number): string => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0))

const WIDTH = 60
const HEIGHT = 16
/** What fills the picture at least, in ms: so that small differences look small. */
const SPAN_MS = 20

/** A bar for each second, the newest at the end; what did not come back is a cross. */
function Sparkline({ trips }: { readonly trips: readonly RoundTrip[] }) {
  const { t } = useTranslation()
  const back = trips.filter(trip => trip !== null)
  const highest = Math.max(SPAN_MS, ...back)
  const label =
    back.length > 0
      ? t('check.echo.picture', {
          lowest: milliseconds(Math.min(...back)),
          highest: milliseconds(Math.max(...back)),
        })
      : t('verdict.measuring')
  const first = WIDTH - trips.length
  return (
    <svg
      className="check-spark"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {trips.map((trip, at) => {
        const x = first + at + 0.12
        const height = trip === null ? HEIGHT : Math.max(0.6, (trip / highest) * HEIGHT)
        return (
          <rect
            key={at}
            className={trip === null ? 'check-spark-lost' : 'check-spark-bar'}
            x={x}
            y={HEIGHT - height}
            width={0.76}
            height={height}
          />
        )
      })}
    </svg>
  )
}
