import { isOnline, type Table } from '@diceroom/sdk/store/table.ts'

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
/** The host may at any time, and is offered it when somebody who is there has thought for so long, in ms. */
const HOST_PATIENCE_MS = 10_000

/** From when on the viewer may ask to play on without who does not move, in server time; `null` where they may not. */
export function mayAskFrom(table: Table): number | null {
  const { room, me, seat } = table
  const { turn, settings } = room
  if (room.phase !== 'playing' || turn === null || settings.clock !== 0) return null
  if (seat === null || turn.seats.includes(seat)) return null
  const waitedFor = turn.seats.flatMap(one => room.seats[one] ?? [])
  // Bots do not keep anybody waiting.
  if (waitedFor.every(({ bot, held }) => bot || held)) return null
  if (room.host !== me) return turn.at + PATIENCE_MS
  return waitedFor.some(({ player }) => isOnline(table, player)) ? turn.at + HOST_PATIENCE_MS : turn.at
}
