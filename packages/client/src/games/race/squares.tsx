import { LAST, middleOf } from './geometry.ts'

const NUMBERS = Array.from({ length: LAST }, (_, index) => index + 1)

/** The printed squares; drawn in a picture of ten by ten. */
export function Squares() {
  return (
    <g>
      {NUMBERS.map(square => {
        const { x, y } = middleOf(square)
        return (
          <rect
            key={square}
            className={`race-square race-square-${squareKind(square)}`}
            x={x - 0.5}
            y={y - 0.5}
            width="1"
            height="1"
          />
        )
      })}
    </g>
  )
}

/** Over the ladders and slides, so that every number can be read. */
export function SquareNumbers() {
  return (
    <g className="race-numbers">
      {NUMBERS.map(square => {
        const { x, y } = middleOf(square)
        return (
          <text
            key={square}
            x={x - 0.42}
            y={y - 0.2}
            className={square === LAST ? 'race-number-last' : undefined}
          >
            {square}
          </text>
        )
      })}
    </g>
  )
}

function squareKind(square: number): 'last' | 'odd' | 'even' {
  if (square === LAST) return 'last'
  return square % 2 === 0 ? 'even' : 'odd'
}

/** The star on the last square, over the ladder that ends there. */
export function FinishMark() {
  const { x, y } = middleOf(LAST)
  return (
    <path
      className="race-finish"
      transform={`translate(${x + 0.04} ${y - 0.02}) scale(0.0185)`}
      d="M12 3.2 14.6 9 20.9 9.7 16.2 13.9 17.5 20.1 12 17 6.5 20.1 7.8 13.9 3.1 9.7 9.4 9Z"
    />
  )
}
