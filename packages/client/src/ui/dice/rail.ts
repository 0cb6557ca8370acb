import type { Ground, Lying } from './scatter.ts'
import { seeded } from './seeded.ts'

/** A place on the rail: how a die lies there, and how large it is there as part of its size on the felt. */
export interface Slot extends Lying {
  readonly edge: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Rail {
  readonly box: Box
  /** The felt that the rail leaves for dice to be thrown on. */
  readonly felt: Ground
  /** The dice that lie on it, in their order. */
  readonly slots: readonly Slot[]
}

interface Loaded {
  /** How many dice lie on it, and how many may come to lie there: it is high enough for all of them at once. */
  readonly lie: number
  readonly most: number
  /** Whether its far end belongs to figures. */
  readonly figures: 'none' | 'shown'
}

const MARGIN = 10
const PADDING = 8
/** What every die on the rail has for itself: a fingertip. */
const TOUCH = 48
const FIGURES = { share: 0.34, most: 150 }
const CELL_MOST = 84

/** Lays a rail along the lower edge of a tray; dice lie on it in two rows where one would be too narrow for fingers. */
export function railOf(ground: Ground, { lie, most, figures }: Loaded): Rail {
  const width = ground.width - 2 * MARGIN
  const taken = figures === 'none' ? 0 : Math.min(width * FIGURES.share, FIGURES.most)
  const room = width - taken - 2 * PADDING
  const isLow = ground.height < 5 * TOUCH
  const rowsFor = (count: number) => (count * TOUCH > room && !isLow ? 2 : 1)
  const oneRow = Math.min(CELL_MOST, Math.max(TOUCH, ground.height * 0.19))
  const inner = rowsFor(most) === 1 ? oneRow : Math.max(oneRow, 2 * TOUCH)
  const height = inner + 2 * PADDING
  const box = { left: MARGIN, top: ground.height - MARGIN - height, width, height }
  const rows = rowsFor(lie)
  const inRow = Math.ceil(Math.max(1, lie) / rows)
  const cell = { width: Math.min(room / inRow, CELL_MOST), height: inner / rows }
  const edge = Math.min(cell.width / 1.16, cell.height / 1.46)
  const slots = Array.from({ length: lie }, (_, index): Slot => {
    const row = Math.floor(index / inRow)
    return {
      x: box.left + PADDING + cell.width * ((index % inRow) + 0.5),
      y: box.top + PADDING + cell.height * (row + 0.5),
      yaw: 8 * (seeded(`rail ${index}`)() - 0.5),
      edge,
    }
  })
  return { box, felt: { width: ground.width, height: Math.max(TOUCH, box.top) }, slots }
}

/** The same turn as `yaw`, as near to `from` as whole turns allow: a die does not spin on its way. */
export const nearestTurn = (yaw: number, from: number): number => yaw + 360 * Math.round((from - yaw) / 360)
