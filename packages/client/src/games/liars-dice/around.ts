import type { Seat } from '@diceroom/shared/games/game.ts'

// Where the others' cups stand: round a table at whose lower edge the viewer sits.

/** In per cent of the place that the table has. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** The other seats as they follow in turn order: the next one stands to the viewer's left. All of them for who only watches. */
export function othersOf(seats: readonly Seat[], me: Seat | null): readonly Seat[] {
  const at = me === null ? -1 : seats.indexOf(me)
  return at < 0 ? seats : [...seats.slice(at + 1), ...seats.slice(0, at)]
}

/** So wide is the table beside its height: what lies evenly on its edge hangs on that. */
const WIDTH = 1.5
/** How much of a circle the others take, in degrees, where one is open for the viewer. */
const WIDEST = 236
const EACH = 66
const SAMPLES = 120
const MARGIN = { x: 8.5, top: 17, bottom: 14 } as const

/** Places for so many cups, evenly along the edge of the table. */
export function placesFor(count: number, edge: 'open' | 'closed'): readonly Place[] {
  if (count === 0) return []
  const span = edge === 'closed' ? 360 : Math.min(WIDEST, EACH * count)
  const from = edge === 'closed' ? 270 : 90 + span / 2
  const walk = Array.from({ length: SAMPLES + 1 }, (_, step) => pointAt(from - (span * step) / SAMPLES))
  const lengths = walk.map((point, at) => distance(walk[at - 1] ?? point, point))
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  const gaps = edge === 'closed' ? count : count - 1
  return Array.from({ length: count }, (_, at) => {
    const way = gaps === 0 ? whole / 2 : (whole * at) / gaps
    return inPlace(pointAfter(walk, lengths, way), edge)
  })
}

interface Point {
  readonly across: number
  readonly up: number
}

function pointAt(degrees: number): Point {
  const angle = (degrees * Math.PI) / 180
  return { across: Math.cos(angle) * WIDTH, up: Math.sin(angle) }
}

const distance = (a: Point, b: Point): number => Math.hypot(a.across - b.across, a.up - b.up)

function pointAfter(walk: readonly Point[], lengths: readonly number[], way: number): Point {
  let gone = 0
  for (const [at, point] of walk.entries()) {
    gone += lengths[at] ?? 0
    if (gone >= way - 1e-9) return point
  }
  return walk.at(-1) ?? { across: 0, up: 1 }
}

/** The lowest that anybody stands where the edge is open for the viewer. */
const LOWEST = Math.sin(((90 - WIDEST / 2) * Math.PI) / 180)

function inPlace({ across, up }: Point, edge: 'open' | 'closed'): Place {
  const lowest = edge === 'closed' ? -1 : LOWEST
  const x = MARGIN.x + ((across / WIDTH + 1) / 2) * (100 - 2 * MARGIN.x)
  const y = MARGIN.top + ((1 - up) / (1 - lowest)) * (100 - MARGIN.top - MARGIN.bottom)
  return { x: rounded(x), y: rounded(y) }
}

const rounded = (value: number): number => Math.round(value * 10) / 10
