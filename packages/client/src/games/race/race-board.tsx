import './race-picture.css'
import './race-board.css'
import { type CSSProperties, type ReactNode, useRef } from 'react'
import { Tray } from '../../ui/tray.tsx'
import { useSize } from '../../ui/use-size.ts'
import { type Box, boardPlace } from './board-place.ts'
import { type Link, SIDE } from './geometry.ts'
import { Ladder } from './ladder.tsx'
import { Piece, type RacePiece } from './piece.tsx'
import { Slide } from './slide.tsx'
import { FinishMark, SquareNumbers, Squares } from './squares.tsx'
import { standings } from './standing.ts'

interface RaceBoardProps {
  readonly label: string
  readonly startLabel: string
  readonly ladders: readonly Link[]
  readonly slides: readonly Link[]
  readonly pieces: readonly RacePiece[]
  /** called when a piece that was moved has come to the end of its way */
  readonly onArrived?: ((seat: number) => void) | undefined
  /** what lies on the strip of felt beside the board: the die */
  readonly children: ReactNode
}

/** The rim, the board with its start, and a strip of felt: below the board, or beside it where that leaves it larger. */
export function RaceBoard({
  label,
  startLabel,
  ladders,
  slides,
  pieces,
  onArrived,
  children,
}: RaceBoardProps) {
  const [ref, size] = useSize<HTMLDivElement>()
  const place = size && boardPlace(size)
  const arrived = useRef(onArrived)
  arrived.current = onArrived
  const stands = standings(pieces)

  return (
    <div className="race">
      <Tray>
        <div ref={ref} className="race-felt">
          {place && (
            <>
              <div className="race-start" style={place.start}>
                <span className="race-start-label">{startLabel}</span>
              </div>
              <div className="race-dice" style={place.dice}>
                {children}
              </div>
              <section className="race-paper on-paper" aria-label={label} style={paperStyle(place.board)}>
                <svg className="race-picture" viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
                  <Squares />
                  {slides.map((link, index) => (
                    <Slide key={link.from} {...link} enamel={enamel(index)} />
                  ))}
                  {ladders.map(link => (
                    <Ladder key={link.from} {...link} />
                  ))}
                  <FinishMark />
                  <SquareNumbers />
                </svg>
                {pieces.map((piece, index) => (
                  <Piece
                    key={piece.seat}
                    piece={piece}
                    square={place.board.width / SIDE}
                    start={place.startPoint}
                    stand={stands[index] ?? { x: 0, y: 0, scale: 1 }}
                    onArrived={seat => arrived.current?.(seat)}
                  />
                ))}
              </section>
            </>
          )}
        </div>
      </Tray>
    </div>
  )
}

function enamel(index: number): 1 | 2 | 3 {
  const around = index % 3
  return around === 0 ? 1 : around === 1 ? 2 : 3
}

/** A piece is as large as a square allows. */
function paperStyle(board: Box): CSSProperties {
  return { ...board, '--piece': `${((board.width / SIDE) * 0.8).toFixed(1)}px` } as CSSProperties
}
