import { evolve } from './evolve.ts'
import type { RoomEvent, RoomState } from './room.ts'

/** A decision being made: what was added so far, and the state as it would be then. */
export class Draft {
  readonly events: RoomEvent[] = []
  state: RoomState

  constructor(state: RoomState) {
    this.state = state
  }

  add(event: RoomEvent): void {
    this.events.push(event)
    // `evolve` reads no time, so the stamp's is left open here.
    this.state = evolve(this.state, { ...event, seq: this.state.seq + 1, at: 0 })
  }

  addAll(events: readonly RoomEvent[]): void {
    for (const event of events) this.add(event)
  }
}
