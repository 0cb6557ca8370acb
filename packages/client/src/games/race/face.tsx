import './race-picture.css'
import { seatColour } from '../../ui/seat-mark.tsx'
import { Tray } from '../../ui/tray.tsx'
import type { Face } from '../face.ts'
import { Ladder } from './ladder.tsx'
import { PieceFigure } from './piece.tsx'
import { Slide } from './slide.tsx'
import { SquareNumbers, Squares } from './squares.tsx'

const PICTURED = [
  { seat: 0, x: 1.5, y: 9.5 },
  { seat: 1, x: 1.55, y: 8.5 },
  { seat: 3, x: 4.5, y: 8.5 },
] as const

/** The lower left corner of the board. */
function Picture() {
  return (
    <Tray>
      <svg
        className="race-picture on-paper race-corner"
        viewBox="0 6 7 4"
        preserveAspectRatio="xMinYMax slice"
        aria-hidden="true"
      >
        <Squares />
        <Slide from={16} to={6} enamel={1} />
        <Slide from={26} to={14} enamel={2} />
        <Ladder from={9} to={31} />
        <Ladder from={4} to={22} />
        <SquareNumbers />
        {PICTURED.map(({ seat, x, y }) => (
          <g
            key={seat}
            transform={`translate(${x - 0.36} ${y - 0.37}) scale(0.0155)`}
            style={{ color: seatColour(seat) }}
          >
            <PieceFigure seat={seat} />
          </g>
        ))}
      </svg>
    </Tray>
  )
}

export const raceFace: Face = {
  name: { en: 'Race', 'zh-CN': '竞速棋' },
  pitch: {
    en: 'First to square 100. Ladders lift you up, slides take you down.',
    'zh-CN': '最先到达第 100 格者获胜。梯子送你上去，滑道带你下来。',
  },
  Picture,
  board: async () => (await import('./board.tsx')).board,
}
