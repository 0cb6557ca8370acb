import type { Seat } from '@diceroom/shared/games/game.ts'
import * as z from 'zod/mini'

/** Somebody who sat somewhere from an event on. */
interface Sitting {
  readonly since: number
  readonly player: string
  readonly name: string
}

/** Who sat where, and when: a seat may have had several people. */
export interface Seating {
  /** Who had the seat last at the event `seq`; `null` if nobody ever had. */
  at(seat: Seat, seq: number): { readonly player: string; readonly name: string } | null
}

const Log = z.object({ events: z.array(z.unknown()) })
const Joined = z.object({
  type: z.literal('player_joined'),
  seq: z.int(),
  seat: z.int(),
  player: z.string(),
  name: z.string(),
})

/** Reads who sat where out of whatever claims to be a transcript. */
export function seatingOf(transcript: unknown): Seating {
  const seats = new Map<Seat, Sitting[]>()
  for (const event of Log.safeParse(transcript).data?.events ?? []) {
    const joined = Joined.safeParse(event).data
    if (!joined) continue
    const { seat, seq, player, name } = joined
    seats.set(seat, [...(seats.get(seat) ?? []), { since: seq, player, name }])
  }
  return { at: (seat, seq) => seats.get(seat)?.findLast(({ since }) => since <= seq) ?? null }
}

/** The seat whose stream of rolls it is; `null` for the table's own, and for clients without a seat. */
export const seatOfStream = (who: string): Seat | null => (/^\d+$/.test(who) ? Number(who) : null)
