import { RoomDamaged } from '../stores/room-store.ts'

/** When the storage fails, the next attempt is made after this, in ms. */
const AGAIN_AFTER_MS = 1_000

interface AlarmsOptions<About> {
  /** What is done when a time is over. */
  readonly ring: (room: string, about: About) => Promise<unknown>
  readonly onError: (error: unknown) => void
}

interface Waiting<About> {
  readonly about: About
  readonly timer: NodeJS.Timeout
}

/**
 * One time to be kept for each room. What is done when it is over is tried again until it succeeds, or until the room waits
 * for something else.
 */
export class Alarms<About> {
  private readonly options: AlarmsOptions<About>
  private readonly waiting = new Map<string, Waiting<About>>()
  private isEnded = false

  constructor(options: AlarmsOptions<About>) {
    this.options = options
  }

  /** What a room waits for; `undefined` where it waits for nothing. */
  of(room: string): About | undefined {
    return this.waiting.get(room)?.about
  }

  /** How many rooms wait for something. */
  get size(): number {
    return this.waiting.size
  }

  /** Waits `ms` for this, and no more for what the room waited for. */
  set(room: string, about: About, ms: number): void {
    this.clear(room)
    if (this.isEnded) return
    // What came while the process was held up is read before the time is said to be over.
    const timer = setTimeout(() => setImmediate(() => this.ring(room, { about, timer })), ms)
    this.waiting.set(room, { about, timer })
  }

  clear(room: string): void {
    clearTimeout(this.waiting.get(room)?.timer)
    this.waiting.delete(room)
  }

  end(): void {
    this.isEnded = true
    for (const room of [...this.waiting.keys()]) this.clear(room)
  }

  private ring(room: string, { about, timer }: Waiting<About>): void {
    // Something else may be waited for by then.
    const isWaiting = () => this.waiting.get(room)?.timer === timer
    if (!isWaiting()) return
    this.options.ring(room, about).then(
      () => {
        if (isWaiting()) this.waiting.delete(room)
      },
      error => {
        this.options.onError(error)
        // What is damaged stays so: it is left waiting.
        if (isWaiting() && !(error instanceof RoomDamaged)) this.set(room, about, AGAIN_AFTER_MS)
      },
    )
  }
}
