import './picture.css'
import { seatColour, seatShape } from '../../ui/seat-mark.tsx'

interface CupProps {
  readonly seat: number
}

/** A leather cup upside down, with the band and the sign of its seat. Says nothing by itself. */
export function Cup({ seat }: CupProps) {
  return (
    <svg className="cup on-paper" viewBox="0 0 64 60" aria-hidden="true">
      <ellipse className="cup-shadow" cx="34" cy="55" rx="29" ry="5" />
      <path
        className="cup-body"
        d="M15 4h34q3.5 0 4.2 3.4L61 51q.6 5-4.6 5H7.600q-5.200 0-4.600-5L10.800 7.400Q11.500 4 15 4Z"
      />
      <path className="cup-light" d="M17 6.500h8L20 53.500H9.500Q6 53.500 6.400 50Z" />
      <path
        className="cup-band"
        d="M6.900 35h50.200l2.100 12.500H4.800Z"
        style={{ fill: seatColour(seat) }}
      />
      <path className="cup-rim" d="M3 51q29 5.500 58 0v1q.4 4-4.600 4H7.600q-5 0-4.600-4Z" />
      <g transform="translate(22.400 9) scale(0.800)">
        <path className="cup-sign" d={seatShape(seat)} />
      </g>
    </svg>
  )
}
