import './examples.css'
import { DiceFace } from '../dice-face.tsx'

interface DiceRowProps {
  /** what they show, each from 1 to 6 */
  readonly faces: readonly number[]
  /** said instead of the faces, where they stand for more than themselves */
  readonly label?: string
  /** as high as a line of text, or large enough to be the point */
  readonly size?: 'line' | 'large'
}

const STEP = 118

/** A row of dice, as an example: flat, and small enough to stand in a text or a table. */
export function DiceRow({ faces, label = faces.join(' '), size = 'line' }: DiceRowProps) {
  const width = STEP * faces.length - (STEP - 100)
  return (
    <svg
      className={`dice-row dice-row-${size}`}
      viewBox={`0 0 ${width} 104`}
      style={{ aspectRatio: `${width} / 104` }}
      role="img"
      aria-label={label}
    >
      {faces.map((face, at) => (
        <DiceFace key={at} face={face} edge={100} x={50 + STEP * at} y={50} />
      ))}
    </svg>
  )
}
