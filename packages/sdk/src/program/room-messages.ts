import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'
import type { Watcher } from '../store/room-store.ts'
import type { Table } from '../store/table.ts'
import { MessageQueue } from './message-queue.ts'
import { type RoomEvent, type TypedState, typedEvent, typedState } from './typed.ts'

/** How the room stands. The first message of every room, and what one gets in place of events that were too many. */
export interface Standing {
  readonly type: 'standing'
  /** The number of the last event that `state` holds; the next message is the one after it. */
  readonly seq: number
  readonly state: TypedState
  /** How many events there were since the message before, and are not told one by one. */
  readonly missed: number
}

export type RoomMessage = Standing | RoomEvent

/** How many messages may wait for their reader, unless a program says otherwise. */
export const PENDING_MAX = 1_000

/**
 * What a room tells a program: each event once, in order, none left out unless a `standing` says so. Of who reads too
 * slowly or not at all nothing piles up: what waits is replaced by how the room stands.
 */
export class RoomMessages extends MessageQueue<RoomMessage> implements Watcher {
  readonly #max: number
  /** The last event that was told, one by one or in a `standing`; `null` before the first. */
  #told: number | null = null

  constructor(max = PENDING_MAX) {
    super()
    this.#max = max
  }

  arrived({ room }: Table): void {
    if (this.pending >= this.#max) this.#sumUp(room)
    else this.#stands(room, this.#told ?? room.seq)
  }

  happened(_before: Table, events: readonly LoggedEvent[], { room }: Table): void {
    if (this.pending + events.length > this.#max) {
      this.#sumUp(room)
      return
    }
    for (const event of events) this.push(typedEvent(event))
    this.#told = room.seq
  }

  /** Puts how the room stands in place of all that waits. */
  #sumUp(room: RoomState): void {
    const [first] = this.clear()
    this.#stands(room, first ? toldBefore(first) : (this.#told ?? room.seq))
  }

  #stands(room: RoomState, known: number): void {
    const missed = Math.max(0, room.seq - known)
    this.push({ type: 'standing', seq: room.seq, state: typedState(room), missed })
    this.#told = room.seq
  }
}

/** What its reader knew before this message. */
const toldBefore = (message: RoomMessage): number =>
  message.type === 'standing' ? message.seq - message.missed : message.seq - 1
