import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { CommandMark } from '@diceroom/shared/room/events.ts'
import type { RoomStore } from '../stores/room-store.ts'
import type { LiveRoom } from './live-room.ts'

/** How often it is noted that the server is alive, as long as a clock runs, in ms: so much may be credited too much. */
const NOTE_EVERY_MS = 2_000

interface DownTimeOptions {
  readonly store: Pick<RoomStore, 'noteAlive' | 'lastAlive'>
  readonly now: () => number
  readonly execute: (
    room: string,
    command: { readonly command: RoomCommand; readonly mark: CommandMark },
  ) => Promise<unknown>
  /** Whether anybody's time is running. */
  readonly areClocksRunning: () => boolean
  readonly onError: (error: unknown) => void
}

/**
 * Knows for how long there was no server before this one, so that nobody is charged for it: the turn that was under way is so
 * much longer.
 */
export class DownTime {
  private readonly options: DownTimeOptions
  private readonly startedAt: number
  private readonly aliveBefore: number | null
  private readonly timer: NodeJS.Timeout

  private constructor(options: DownTimeOptions, aliveBefore: number | null) {
    this.options = options
    this.aliveBefore = aliveBefore
    this.startedAt = options.now()
    this.timer = setInterval(() => this.note(), NOTE_EVERY_MS)
  }

  /** Asks the store when a server was alive before. Throws `StorageUnavailable`. */
  static async begin(options: DownTimeOptions): Promise<DownTime> {
    return new DownTime(options, await options.store.lastAlive())
  }

  /** Credits a room that was loaded what its turn has lost, once. */
  credit(live: Pick<LiveRoom, 'committed' | 'eventsAfter'>): void {
    const { room, turn, settings, seq } = live.committed
    if (turn === null || settings.clock === 0 || turn.at >= this.startedAt) return
    // Somebody wrote its last event, and was alive then.
    const wroteAt = live.eventsAfter(seq - 1)?.at(-1)?.at ?? turn.at
    const ms = this.startedAt - Math.max(this.aliveBefore ?? wroteAt, wroteAt)
    if (ms <= 0) return
    const mark = { player: 'server', id: `credit ${this.startedAt}`, hash: '' }
    this.options
      .execute(room, { command: { type: 'credit', turn: turn.seq, ms }, mark })
      .catch(this.options.onError)
  }

  end(): void {
    clearInterval(this.timer)
    this.note()
  }

  private note(): void {
    const { store, now, areClocksRunning, onError } = this.options
    if (areClocksRunning()) store.noteAlive(now()).catch(onError)
  }
}
