import { type CSSProperties, useLayoutEffect, useRef } from 'react'
import { wantedMotion } from '../../ui/motion.ts'
import { seatColour, seatShape } from '../../ui/seat-mark.tsx'
import type { Point } from './geometry.ts'
import { type PieceMove, placeOf, walk } from './walk.ts'

export interface RacePiece extends PieceMove {
  readonly seat: number
  /** "Ada on square 14" */
  readonly label: string
}

interface PieceProps {
  readonly piece: RacePiece
  /** a square's side in pixels */
  readonly square: number
  /** where pieces wait before square 1, in squares */
  readonly start: Point
  /** where it stands in its square, off the middle, and how large it is beside the others there */
  readonly stand: Point & { readonly scale: number }
  readonly onArrived: (seat: number) => void
}

/** A piece in its seat's colour and shape. When it is given a new move it walks; where it was on arrival it stands. */
export function Piece({ piece, square, start, stand, onArrived }: PieceProps) {
  const element = useRef<HTMLSpanElement>(null)
  const stood = useRef(piece)
  const { seat, from, to, via, label } = piece
  const at = placeOf(to, start)

  // a piece walks when it is moved, and for nothing else
  useLayoutEffect(() => {
    const before = stood.current
    stood.current = piece
    if (before.from === from && before.to === to && before.via === via) return
    const steps = walk({ from, to, via }, start)
    if (!element.current || steps.length === 0 || document.hidden || wantedMotion() === 'reduced') {
      onArrived(seat)
      return
    }
    const walking = element.current.animate(
      ...walkFrames([{ ...placeOf(from, start), hop: 'hop', takes: 0 }, ...steps], { at, square }),
    )
    walking.onfinish = () => onArrived(seat)
    return () => walking.cancel()
  }, [from, to, via])

  const style: CSSProperties = {
    translate: `${(at.x * square).toFixed(2)}px ${(at.y * square).toFixed(2)}px`,
    color: seatColour(seat),
  }
  const standing: CSSProperties = {
    transform: `translate(${(stand.x * square).toFixed(2)}px, ${(stand.y * square).toFixed(2)}px) scale(${stand.scale})`,
  }
  return (
    <span ref={element} className="race-piece" style={style} role="img" aria-label={label} data-seat={seat}>
      <span className="race-piece-stand" style={standing}>
        <svg viewBox="0 0 48 52" aria-hidden="true">
          <PieceFigure seat={seat} />
        </svg>
      </span>
    </span>
  )
}

/** The piece itself, in a picture of 48 by 52. */
export function PieceFigure({ seat }: { readonly seat: number }) {
  return (
    <>
      <ellipse className="race-piece-shadow" cx="27" cy="31" rx="21" ry="20" />
      <circle className="race-piece-edge" cx="24" cy="27" r="21" />
      <circle className="race-piece-rim" cx="24" cy="23" r="21" />
      <circle cx="24" cy="23" r="18" fill="currentColor" />
      <path d={seatShape(seat)} transform="translate(9 8) scale(1.25)" className="race-piece-rim" />
    </>
  )
}

type Steps = readonly (Point & { readonly hop: 'hop' | 'glide'; readonly takes: number })[]

/** Keyframes for the way, as shifts from where the piece stands in the end. */
function walkFrames(
  steps: Steps,
  { at, square }: { readonly at: Point; readonly square: number },
): [Keyframe[], KeyframeAnimationOptions] {
  const whole = steps.reduce((sum, { takes }) => sum + takes, 0)
  const shift = ({ x, y }: Point, scale: number) =>
    `translate(${((x - at.x) * square).toFixed(1)}px, ${((y - at.y) * square).toFixed(1)}px) scale(${scale})`
  const frames: Keyframe[] = []
  let time = 0
  steps.forEach((step, index) => {
    const before = steps[index - 1]
    if (before && step.hop === 'hop') {
      const over = { x: (before.x + step.x) / 2, y: (before.y + step.y) / 2 - 0.28 }
      frames.push({
        offset: (time + step.takes / 2) / whole,
        transform: shift(over, 1.12),
        easing: 'ease-in',
      })
    }
    time += step.takes
    const easing = steps[index + 1]?.hop === 'hop' ? 'ease-out' : 'linear'
    frames.push({ offset: Math.min(1, time / whole), transform: shift(step, 1), easing })
  })
  return [frames, { duration: whole }]
}
