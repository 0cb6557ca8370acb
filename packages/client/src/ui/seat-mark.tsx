import './seat-mark.css'
import { useLayoutEffect, useRef } from 'react'
import { wantedMotion } from './motion.ts'

/** One shape for each seat, in a picture of 24 by 24: nobody is known by colour alone. */
const SHAPES: readonly string[] = [
  'M12 5A7 7 0 1 1 12 19A7 7 0 1 1 12 5Z',
  'M12 4.6 20 18.6 4 18.6Z',
  'M7 5.5H17A1.5 1.5 0 0 1 18.5 7V17A1.5 1.5 0 0 1 17 18.5H7A1.5 1.5 0 0 1 5.5 17V7A1.5 1.5 0 0 1 7 5.5Z',
  'M12 3.4 20.6 12 12 20.6 3.4 12Z',
  'M12 4.2 20 10 17 19.4 7 19.4 4 10Z',
  'M8 5.1H16L20 12 16 18.9H8L4 12Z',
  'M12 3.2 14.6 9 20.9 9.7 16.2 13.9 17.5 20.1 12 17 6.5 20.1 7.8 13.9 3.1 9.7 9.4 9Z',
  'M9.3 4.5h5.4v4.8h4.8v5.4h-4.8v4.8H9.3v-4.8H4.5V9.3h4.8Z',
  'M12 3.3C15.5 8 18 11 18 14.2A6 6 0 0 1 6 14.2C6 11 8.5 8 12 3.3Z',
  'M15.8 4.3A8 8 0 1 0 15.8 19.7A9.5 9.5 0 0 1 15.8 4.3Z',
]

/** The outline of a seat's shape; seats past the tenth begin again. */
export function seatShape(seat: number): string {
  return SHAPES[seat % SHAPES.length] ?? ''
}

/** The CSS colour of a seat. */
export function seatColour(seat: number): string {
  return `var(--seat-${seat % SHAPES.length})`
}

interface SeatMarkProps {
  readonly seat: number
  /** `acting` wears the ring */
  readonly turn?: 'acting' | 'waiting'
  /** lets the ring run out; without it, it is whole */
  readonly clock?: RunningClock | undefined
}

/** The time to answer, on this machine's clock: Unix epoch in ms. */
export interface RunningClock {
  readonly begins: number
  readonly ends: number
}

const AROUND = 2 * Math.PI * 21

/** A seat's colour and shape on a disc of its tint. Says nothing by itself: the name stands next to it. */
export function SeatMark({ seat, turn = 'waiting', clock }: SeatMarkProps) {
  return (
    <svg className="seat-mark" viewBox="0 0 48 48" style={{ color: seatColour(seat) }} aria-hidden="true">
      <circle className="seat-mark-disc" cx="24" cy="24" r={turn === 'acting' ? 22.5 : 24} />
      {turn === 'acting' && <Ring clock={clock} />}
      <path d={seatShape(seat)} transform="translate(12 12)" fill="currentColor" />
    </svg>
  )
}

/** So many steps are enough where somebody does not want to see it move. */
const STEPS = 12

function Ring({ clock }: Pick<SeatMarkProps, 'clock'>) {
  const ring = useRef<SVGCircleElement>(null)
  const { begins, ends } = clock ?? {}

  // The browser runs it by itself: nothing is drawn anew while it does.
  useLayoutEffect(() => {
    if (begins === undefined || ends === undefined) return
    const running = ring.current?.animate([{ strokeDashoffset: 0 }, { strokeDashoffset: AROUND }], {
      duration: Math.max(1, ends - begins),
      easing: wantedMotion() === 'reduced' ? `steps(${STEPS})` : 'linear',
      fill: 'both',
    })
    if (running) running.currentTime = Date.now() - begins
    return () => running?.cancel()
  }, [begins, ends])

  return <circle ref={ring} className="seat-mark-ring" cx="24" cy="24" r="21" strokeDasharray={AROUND} />
}

/** A seat's colour and shape on paper, to be put on something that is the seat's. */
export function SeatBadge({ seat }: { readonly seat: number }) {
  return (
    <svg className="seat-badge on-paper" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="12" fill="#fffaf0" />
      <path d={seatShape(seat)} fill={seatColour(seat)} />
    </svg>
  )
}

/** A seat's colour and shape, as small as a bullet; `null` where nobody at a seat is meant. */
export function SeatDot({ seat }: { readonly seat: number | null }) {
  const colour = seat === null ? 'var(--dim)' : seatColour(seat)
  return (
    <svg className="seat-dot" viewBox="0 0 24 24" style={{ color: colour }} aria-hidden="true">
      {seat === null ? (
        <circle cx="12" cy="12" r="4" fill="currentColor" />
      ) : (
        <path d={seatShape(seat)} fill="currentColor" />
      )}
    </svg>
  )
}
