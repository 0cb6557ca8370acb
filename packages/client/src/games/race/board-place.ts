import { type Point, SIDE } from './geometry.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where the board and its strip are on the felt, in pixels. The strip holds the start, next to square 1, and the die. */
export interface BoardPlace {
  readonly board: Box
  readonly start: Box
  readonly dice: Box
  /** the middle of the start, in squares from the board's upper left corner */
  readonly startPoint: Point
}

const GAP = 6
const STRIP = { below: 56, beside: 92 }
const LABEL = 14

/** The largest board that leaves room for the strip: below it, or to its left. */
export function boardPlace(felt: { readonly width: number; readonly height: number }): BoardPlace {
  const below = Math.min(felt.width - 2 * GAP, felt.height - STRIP.below - 3 * GAP)
  const beside = Math.min(felt.height - 2 * GAP, felt.width - STRIP.beside - 3 * GAP)
  const side = Math.max(12 * SIDE, Math.floor(Math.max(below, beside) / SIDE) * SIDE)
  return below >= beside ? placeBelow(felt, side) : placeBeside(felt, side)
}

function placeBelow(felt: { readonly width: number; readonly height: number }, side: number): BoardPlace {
  const left = (felt.width - side) / 2
  const height = Math.min(side * 0.56, felt.height - side - 3 * GAP)
  const top = (felt.height - side - height - GAP) / 2
  const strip = { left, top: top + side + GAP, width: side, height }
  const shelf = Math.max(2.2 * (side / SIDE), 64)
  return withStart({
    board: { left, top, width: side, height: side },
    start: { ...strip, width: shelf },
    dice: { ...strip, left: left + shelf + GAP, width: side - shelf - GAP },
  })
}

function placeBeside(felt: { readonly width: number; readonly height: number }, side: number): BoardPlace {
  const top = (felt.height - side) / 2
  const width = Math.min(side * 0.56, felt.width - side - 3 * GAP)
  const left = (felt.width - side - width - GAP) / 2
  const shelf = Math.max(2 * (side / SIDE), 72)
  return withStart({
    board: { left: left + width + GAP, top, width: side, height: side },
    start: { left, top: top + side - shelf, width, height: shelf },
    dice: { left, top, width, height: side - shelf - GAP },
  })
}

function withStart(boxes: Omit<BoardPlace, 'startPoint'>): BoardPlace {
  const { board, start } = boxes
  const square = board.width / SIDE
  return {
    ...boxes,
    startPoint: {
      x: (start.left + start.width / 2 - board.left) / square,
      y: (start.top + (start.height - LABEL) / 2 - board.top) / square,
    },
  }
}
