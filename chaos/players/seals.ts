import { hash, randomBytes } from 'node:crypto'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { Table } from './table.ts'

/** The seeds of one player, by their seals, as a browser keeps them. */
export class Seals {
  private readonly seeds = new Map<string, string>()

  /** A seal for the next deal. */
  draw(): string {
    const seed = randomBytes(16)
    const seal = hash('sha256', seed, 'hex')
    this.seeds.set(seal, seed.toString('hex'))
    return seal
  }

  /** Whether a seal of ours waits for the next deal. */
  waitAt(table: Table, me: PlayerId | null): boolean {
    const seat = table.seatOf(me)
    const waiting = seat === null ? undefined : table.state?.dealing.seals[seat]
    return waiting !== undefined && this.seeds.has(waiting.seal)
  }

  /** Whether we sit where a seal could be handed in, and none of ours waits. */
  areLackingAt(table: Table, me: PlayerId): boolean {
    const seat = table.seatOf(me)
    if (seat === null || !table.state || this.waitAt(table, me)) return false
    const { opening, benched, current } = table.state.dealing
    return !opening && !benched.includes(seat) && (current === null || table.state.phase !== 'playing')
  }

  /** The deal that asks for our seed, with the seed; only once for each deal. */
  askedFor(table: Table, me: PlayerId | null): { readonly deal: number; readonly seed: string } | null {
    const opening = table.state?.dealing.opening
    if (!opening || table.opened === opening.deal) return null
    const [seat] = Object.entries(opening.players).find(([, player]) => player === me) ?? []
    const seed = seat === undefined ? undefined : this.seeds.get(opening.seals[Number(seat)] ?? '')
    if (seed === undefined) return null
    table.opened = opening.deal
    return { deal: opening.deal, seed }
  }
}
