import './spelled-score.css'

interface SpelledScoreProps {
  readonly figure: string
}

/** More digits than these do not stand side by side on a phone. */
const DIGITS_MAX = 6

/** A score as dice spell it: each digit on a die of its own; what is no number stays text. */
export function SpelledScore({ figure }: SpelledScoreProps) {
  if (!/^\d+$/.test(figure) || figure.length > DIGITS_MAX)
    return <span className="spelled-text">{figure}</span>
  return (
    <span className="spelled" role="img" aria-label={figure}>
      {[...figure].map((digit, at) => (
        <span key={at} className="spelled-die" style={{ '--nth': at } as React.CSSProperties}>
          {digit}
        </span>
      ))}
    </span>
  )
}
