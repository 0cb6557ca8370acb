import './histogram.css'
import type { CSSProperties } from 'react'

interface HistogramProps {
  /** all of it in words */
  readonly label: string
  /** how often each face turned up, from the 1 on */
  readonly faces: readonly number[]
}

/** With more faces than these, counts are not written above the bars, and not every face below. */
const WRITTEN_MAX = 12

/** How often each face turned up, and a line where all would be if they were even. */
export function Histogram({ label, faces }: HistogramProps) {
  const most = Math.max(1, ...faces)
  const even = faces.reduce((sum, found) => sum + found, 0) / faces.length
  const isMany = faces.length > WRITTEN_MAX
  const style = { '--expected': even / most } as CSSProperties
  return (
    <div
      className={isMany ? 'histogram histogram-many' : 'histogram'}
      role="img"
      aria-label={label}
      style={style}
    >
      <div className="histogram-plot">
        {faces.map((found, index) => (
          <div key={index} className="histogram-bar" style={{ '--share': found / most } as CSSProperties}>
            {!isMany && <span className="histogram-count">{found}</span>}
          </div>
        ))}
        {even > 0 && <div className="histogram-expected" />}
      </div>
      <div className="histogram-faces">
        {faces.map((_, index) => (
          <span key={index} className="histogram-face">
            {isWritten(index + 1, faces.length) ? index + 1 : ''}
          </span>
        ))}
      </div>
    </div>
  )
}

/** The first and the last one, and round ones between. */
function isWritten(face: number, sides: number): boolean {
  if (sides <= WRITTEN_MAX || face === 1) return true
  const step = sides <= 24 ? 5 : 10 * Math.ceil(sides / 60)
  return face % step === 0
}
