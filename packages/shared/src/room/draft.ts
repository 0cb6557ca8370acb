import type { Dice, KnownRoll, Seat } from '../games/game.ts'
import type { BySeat, Chain } from './dealing.ts'
import type { RoomEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { RoomState } from './room.ts'

/** Which dice are asked for. What they show follows from this and the secret of the deal. */
export interface RollRequest {
  readonly room: string
  readonly deal: number
  readonly seeds: BySeat
  /** A seat's number, `v1`, `v2`, … for a visitor, or `-` for the room. */
  readonly who: string
  readonly n: number
  readonly count: number
  readonly sides: number
  readonly secretTo?: Seat
}

/** What a decision takes from outside: everything that hangs on the secrets of one room. */
export interface DecideContext {
  /** The faces of a roll, each from 1 to `sides`; the same ones for the same request. */
  faces(roll: RollRequest): readonly number[]
  /** The secret of a deal that closes, in hex. */
  secretOf(deal: number): string
  /** SHA-256 of a seed, both in hex. */
  sealOf(seed: string): string
  /** What a password gives with a key of this room's; the same for the same password. */
  passwordDigest(password: string): string
  /** A chain for the deals that follow the last one committed to. */
  nextChain(): Chain
}

/** A decision being made: what was added so far, and the state as it would be then. */
export class Draft {
  readonly events: RoomEvent[] = []
  readonly context: DecideContext
  state: RoomState

  constructor(state: RoomState, context: DecideContext) {
    this.state = state
    this.context = context
  }

  add(event: RoomEvent): void {
    this.events.push(event)
    // `evolve` reads no time, so the stamp's is left open here.
    this.state = evolve(this.state, { ...event, seq: this.state.seq + 1, at: 0 })
  }

  addAll(events: readonly RoomEvent[]): void {
    for (const event of events) this.add(event)
  }

  /** The dice of whoever sits in a seat, of a visitor or of the room, for one event or several to be added at once. */
  dice(roller: Seat | 'room' | { readonly visitor: number }): Dice {
    const { room, dealing } = this.state
    const who = roller === 'room' ? '-' : typeof roller === 'number' ? String(roller) : `v${roller.visitor}`
    const { current } = dealing
    let n = current?.next[who] ?? 0
    return {
      roll: (count, sides, secretTo): KnownRoll => {
        if (!current) throw new Error(`${room}: a roll of ${who} without a deal`)
        const { deal, seeds } = current
        const secret = secretTo === undefined ? {} : { secretTo }
        const faces = this.context.faces({ room, deal, seeds, who, n, count, sides, ...secret })
        const rolled = { deal, who, n, count, sides, faces, ...secret }
        n += 1
        return rolled
      },
    }
  }
}
