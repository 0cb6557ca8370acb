import { type Lying, TILT } from './scatter.ts'

/** One die's way from the hand to where it lies: keyframes for its place, its height, its tumbling and its shadow. */
export interface ThrowFrames {
  readonly place: Keyframe[]
  readonly height: Keyframe[]
  readonly tumble: Keyframe[]
  readonly shadow: Keyframe[]
  /** milliseconds */
  readonly duration: number
  readonly delay: number
}

export interface ThrowFrom {
  readonly lying: Lying
  /** where the hand is, in pixels from the tray's upper left corner */
  readonly hand: { readonly x: number; readonly y: number }
  /** the edge of a die in pixels */
  readonly edge: number
  /** from 0 to 1, the same for the same die of the same throw */
  readonly random: () => number
}

const RISE = 'cubic-bezier(0.1, 0.6, 0.5, 1)'
const FALL = 'cubic-bezier(0.5, 0, 0.9, 0.5)'

/** When the die is how high, in edges above the felt, and how many degrees short of its final face. */
const BOUNCES = [
  { at: 0, height: 1.5, left: 700, easing: 'cubic-bezier(0.3, 0.2, 0.8, 0.7)' },
  { at: 0.34, height: 0.1, left: 330, easing: RISE },
  { at: 0.52, height: 0.62, left: 178, easing: FALL },
  { at: 0.7, height: 0.16, left: 62, easing: RISE },
  { at: 0.8, height: 0.2, left: 30, easing: FALL },
  { at: 0.92, height: 0, left: 0, easing: RISE },
  { at: 0.96, height: 0.03, left: 0, easing: FALL },
  { at: 1, height: 0, left: 0, easing: 'linear' },
] as const

export function throwFrames({ lying, hand, edge, random }: ThrowFrom): ThrowFrames {
  const way = { x: lying.x - hand.x, y: lying.y - hand.y }
  const length = Math.hypot(way.x, way.y) || 1
  // rolling towards (x, y) turns about the line across that way
  const across = `${(-way.y / length).toFixed(4)}, ${(way.x / length).toFixed(4)}, 0`
  const twist = (random() - 0.5) * 200
  const spread = (random() - 0.5) * edge * 3
  const start = { x: hand.x + (-way.y / length) * spread, y: hand.y + (way.x / length) * spread }
  return {
    place: [
      { transform: shift(start.x - lying.x, start.y - lying.y), easing: 'cubic-bezier(0.25, 0.6, 0.35, 1)' },
      { transform: shift(0, 0), offset: 0.94 },
      { transform: shift(0, 0) },
    ],
    height: BOUNCES.map(({ at, height, easing }) => ({
      offset: at,
      easing,
      transform: `translateY(${px(-height * edge * Math.sin((TILT * Math.PI) / 180))}) scale(${1 + height * 0.14})`,
    })),
    tumble: BOUNCES.map(({ at, left, easing }) => ({
      offset: at,
      easing,
      transform: `rotate3d(${across}, ${-left}deg) rotateZ(${((twist * left) / 700).toFixed(2)}deg)`,
    })),
    shadow: BOUNCES.map(({ at, height, easing }) => ({
      offset: at,
      easing,
      opacity: 1 - height * 0.45,
      transform: `translate(${px(height * edge * 0.45)}, ${px(height * edge * 0.3)}) scale(${1 + height * 0.25})`,
    })),
    duration: 640 + Math.round(random() * 180),
    delay: Math.round(random() * 80),
  }
}

function shift(x: number, y: number): string {
  return `translate(${px(x)}, ${px(y)})`
}

function px(value: number): string {
  return `${value.toFixed(1)}px`
}
