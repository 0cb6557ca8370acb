import './confetti.css'
import { useEffect, useRef } from 'react'
import { seeded } from './dice/seeded.ts'
import { wantedMotion } from './motion.ts'

interface ConfettiProps {
  /** CSS colours */
  readonly colours: readonly string[]
}

const PIECES = 90
const LASTS = 2600

/** Falls once over what it is placed on, and only where motion is welcome. */
export function Confetti({ colours }: ConfettiProps) {
  const canvas = useRef<HTMLCanvasElement>(null)

  // it falls once
  useEffect(() => {
    if (!canvas.current || wantedMotion() === 'reduced') return
    return rain(canvas.current, colours)
  }, [])

  return <canvas ref={canvas} className="confetti" />
}

interface Piece {
  readonly x: number
  readonly drift: number
  readonly fall: number
  readonly turn: number
  readonly size: number
  readonly delay: number
  readonly colour: string
}

function rain(canvas: HTMLCanvasElement, colours: readonly string[]): () => void {
  const paint = canvas.getContext('2d')
  if (!paint) return () => {}
  const { clientWidth: width, clientHeight: height } = canvas
  const scale = window.devicePixelRatio
  canvas.width = width * scale
  canvas.height = height * scale
  const inks = colours.map(colour => resolved(canvas, colour))
  const random = seeded('confetti')
  const pieces = Array.from({ length: PIECES }, (_, index) =>
    piece(inks[index % inks.length] ?? 'gold', random),
  )
  let frame = 0
  let began: number | null = null
  const draw = (now: number) => {
    began ??= now
    const time = (now - began) / LASTS
    paint.setTransform(scale, 0, 0, scale, 0, 0)
    paint.clearRect(0, 0, width, height)
    for (const one of pieces) drawPiece(paint, one, time, { width, height })
    if (time < 1.5) frame = requestAnimationFrame(draw)
  }
  frame = requestAnimationFrame(draw)
  return () => cancelAnimationFrame(frame)
}

function piece(colour: string, random: () => number): Piece {
  const between = (low: number, high: number) => low + random() * (high - low)
  return {
    x: random(),
    drift: between(-0.12, 0.12),
    fall: between(0.9, 1.7),
    turn: between(6, 22),
    size: between(5, 10),
    delay: between(0, 0.4),
    colour,
  }
}

function drawPiece(
  paint: CanvasRenderingContext2D,
  one: Piece,
  time: number,
  ground: { readonly width: number; readonly height: number },
): void {
  const own = time - one.delay
  if (own < 0) return
  const y = own * one.fall * (0.6 + own * 0.5) * ground.height - 20
  const x = (one.x + one.drift * own + 0.02 * Math.sin(own * 9 + one.turn)) * ground.width
  paint.save()
  paint.translate(x, y)
  paint.rotate(own * one.turn * 0.4)
  paint.scale(1, Math.cos(own * one.turn))
  paint.globalAlpha = Math.max(0, Math.min(1, (1.4 - time) * 3))
  paint.fillStyle = one.colour
  paint.fillRect(-one.size / 2, -one.size / 3, one.size, one.size * 0.66)
  paint.restore()
}

/** A canvas knows no custom properties. */
function resolved(canvas: HTMLCanvasElement, colour: string): string {
  canvas.style.color = colour
  return getComputedStyle(canvas).color
}
