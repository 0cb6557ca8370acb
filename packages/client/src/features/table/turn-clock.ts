import type { Table } from '@diceroom/sdk/store/table.ts'

/** The time of a turn, in server time: Unix epoch in ms. */
export interface TurnClock {
  readonly begins: number
  readonly ends: number
}

/** How long whoever is to act has; `null` where no clock runs. */
export function turnClock({ room, until }: Pick<Table, 'room' | 'until'>): TurnClock | null {
  const { turn, settings } = room
  if (room.phase !== 'playing' || turn === null || settings.clock === 0) return null
  const ends = turn.at + turn.credit + settings.clock * 1_000
  // Whoever has lost the connection is waited for a little longer.
  return { begins: turn.at, ends: Math.max(ends, until ?? 0) }
}

/** After so long, in ms, anybody may ask for the default move where no clock runs. */
const PATIENCE_MS = 120_000

/** From when on the viewer may ask to play on without who does not move, in server time; `null` where they may not. */
export function mayAskFrom({ room, me, seat }: Table): number | null {
  const { turn, settings } = room
  if (room.phase !== 'playing' || turn === null || settings.clock !== 0) return null
  if (seat === null || turn.seats.includes(seat)) return null
  return room.host === me ? turn.at : turn.at + PATIENCE_MS
}
