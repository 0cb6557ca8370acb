import { SEEDS_WITHIN_MS } from '@diceroom/shared/protocol/limits.ts'
import type { RoomCommand, RoomState } from '@diceroom/shared/room/room.ts'
import { RoomDamaged } from '../stores/room-store.ts'

/** When the storage fails, the next attempt is made after this, in ms. */
const AGAIN_AFTER_MS = 1_000

interface DeadlinesOptions {
  readonly execute: (room: string, command: RoomCommand) => Promise<unknown>
  readonly onError: (error: unknown) => void
  readonly seedsWithinMs?: number
}

/**
 * Sees to it that no room waits for ever. A time that is over is a command like any other: that several processes keep
 * the same time, or one of them late, does nothing. After a restart the time begins anew.
 */
export class Deadlines {
  private readonly options: DeadlinesOptions
  private readonly waiting = new Map<string, { readonly deal: number; readonly timer: NodeJS.Timeout }>()
  private isEnded = false

  constructor(options: DeadlinesOptions) {
    this.options = options
  }

  /** Looks at what a room waits for: to be called with every room that is loaded, and after each of its changes. */
  watch({ room, dealing }: RoomState): void {
    const known = this.waiting.get(room)
    if (this.isEnded || known?.deal === dealing.opening?.deal) return
    if (known) clearTimeout(known.timer)
    this.waiting.delete(room)
    if (dealing.opening) this.wait(room, dealing.opening.deal, this.options.seedsWithinMs ?? SEEDS_WITHIN_MS)
  }

  end(): void {
    this.isEnded = true
    for (const { timer } of this.waiting.values()) clearTimeout(timer)
    this.waiting.clear()
  }

  private wait(room: string, deal: number, ms: number): void {
    // Seeds that came while the process was held up are read before the time is said to be over.
    const timer = setTimeout(() => setImmediate(() => this.endTime(room, deal, timer)), ms)
    this.waiting.set(room, { deal, timer })
  }

  private endTime(room: string, deal: number, timer: NodeJS.Timeout): void {
    // The next deal may be waited for by then.
    const isWaiting = () => this.waiting.get(room)?.timer === timer
    if (!isWaiting()) return
    this.options.execute(room, { type: 'ready_deal', deal }).then(
      () => {
        if (isWaiting()) this.waiting.delete(room)
      },
      error => {
        this.options.onError(error)
        // What is damaged stays so: it is left waiting.
        if (isWaiting() && !(error instanceof RoomDamaged)) this.wait(room, deal, AGAIN_AFTER_MS)
      },
    )
  }
}
