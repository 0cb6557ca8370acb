import type { ConnectionStatus } from '@diceroom/sdk/connection/connection.ts'
import type { Way } from '@diceroom/sdk/connection/transport.ts'
import type { WireStatus } from '../../wires/healing-wire.ts'
import type { RoundTrip } from './echo-meter.ts'
import { PUSH_EVERY_MS, type Pushed } from './push-run.ts'

/**
 * How good the connection is. `polling`: no WebSocket gets through, `held`: what the server sends comes late and in
 * heaps, `unsteady`: some of it takes much longer, `far`: all of it takes long.
 */
export type Verdict = 'measuring' | 'good' | 'far' | 'unsteady' | 'held' | 'polling' | 'away'

export interface Findings {
  readonly status: ConnectionStatus['kind']
  readonly way: Way | null
  readonly echo: WireStatus
  readonly trips: readonly RoundTrip[]
  readonly pushed: Pushed
}

export interface TripFigures {
  readonly last: number
  readonly median: number
  readonly lowest: number
  /** How many did not come back, of all. */
  readonly lost: number
}

/** So many round trips say something. */
const ENOUGH = 5
/** From here on one notices that the dice come late, in ms. */
const FAR_MS = 250
/** A round trip that is so much later than usual is late, in ms; one of them may be chance. */
const UNSTEADY_MS = 300
/** How much later than it was sent something may be pushed, in ms. */
const HELD_MS = 1_500

/** `null` before anything came back. */
export function figuresOf(trips: readonly RoundTrip[]): TripFigures | null {
  const back = trips.filter(trip => trip !== null)
  const ordered = back.toSorted((a, b) => a - b)
  const [last, median, lowest] = [back.at(-1), ordered[Math.floor(ordered.length / 2)], ordered[0]]
  if (last === undefined || median === undefined || lowest === undefined) return null
  return { last, median, lowest, lost: trips.length - back.length }
}

export function verdictOn({ status, way, echo, trips, pushed }: Findings): Verdict {
  if (status === 'offline' && echo !== 'open') return 'away'
  if (way === 'polling' || (way !== null && echo === 'lost')) return 'polling'
  const figures = figuresOf(trips)
  const isMeasuring = trips.length < ENOUGH || pushed.state === 'opening' || pushed.state === 'arriving'
  if (way === null || isMeasuring || !figures) return 'measuring'
  if (pushed.state === 'broken' || lateness(pushed.arrived) > HELD_MS) return 'held'
  const late = trips.filter(trip => trip === null || trip - figures.median > UNSTEADY_MS)
  if (late.length > 1) return 'unsteady'
  return figures.median > FAR_MS ? 'far' : 'good'
}

/** How far a pause between two pushes, or between the first and the last, was from what the server keeps, in ms. */
function lateness(arrived: readonly number[]): number {
  const pauses = arrived.slice(1).map((at, before) => at - (arrived[before] ?? 0) - PUSH_EVERY_MS)
  const whole = (arrived.at(-1) ?? 0) - (arrived.length - 1) * PUSH_EVERY_MS
  return Math.max(Math.abs(whole), ...pauses)
}
