import { SEEDS_WITHIN_MS } from '@diceroom/shared/protocol/limits.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'
import { Alarms } from './alarms.ts'

interface DeadlinesOptions {
  readonly execute: (room: string, command: RoomCommand) => Promise<unknown>
  readonly onError: (error: unknown) => void
  readonly seedsWithinMs?: number
}

/**
 * Sees to it that no room waits for seeds for ever. A time that is over is a command like any other: that several processes
 * keep the same time, or one of them late, does nothing. After a restart the time begins anew.
 */
export class Deadlines {
  /** By the deal that waits. */
  private readonly alarms: Alarms<number>
  private readonly seedsWithinMs: number

  constructor({ execute, onError, seedsWithinMs = SEEDS_WITHIN_MS }: DeadlinesOptions) {
    this.alarms = new Alarms({ ring: (room, deal) => execute(room, { type: 'ready_deal', deal }), onError })
    this.seedsWithinMs = seedsWithinMs
  }

  /** Looks at what a room waits for: to be called with every room that is loaded, and after each of its changes. */
  watch({ room, dealing }: RoomState): void {
    const deal = dealing.opening?.deal
    if (this.alarms.of(room) === deal) return
    if (deal === undefined) this.alarms.clear(room)
    else this.alarms.set(room, deal, this.seedsWithinMs)
  }

  end(): void {
    this.alarms.end()
  }
}
