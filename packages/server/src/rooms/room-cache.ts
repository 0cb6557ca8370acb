import type { RoomStore } from '../stores/room-store.ts'
import { LiveRoom } from './live-room.ts'

interface Entry {
  readonly loading: Promise<LiveRoom | null>
  live: LiveRoom | null
  usedAt: number
}

/** The rooms in memory. Speed, never correctness: any of them may be dropped at any time, and is read again. */
export class RoomCache {
  private readonly entries = new Map<string, Entry>()
  private readonly store: RoomStore
  private readonly now: () => number

  constructor(store: RoomStore, now: () => number) {
    this.store = store
    this.now = now
  }

  /** The room, read at most once however many ask at the same time; `null` if there is none. */
  load(room: string): Promise<LiveRoom | null> {
    const entry = this.entries.get(room)
    if (entry) {
      entry.usedAt = this.now()
      return entry.loading
    }
    return this.read(room)
  }

  /** The room if it is in memory already. */
  peek(room: string): LiveRoom | null {
    return this.entries.get(room)?.live ?? null
  }

  /** Forgets a room. */
  drop(room: string): void {
    this.entries.delete(room)
  }

  /** Reads a room again, where `live` is not how it stands and nothing has taken its place yet. */
  renew(room: string, live: LiveRoom): void {
    if (this.entries.get(room)?.live === live) this.read(room)
  }

  /** Drops the rooms that were not used since `before`, except those that are `needed`. */
  dropIdle(before: number, needed: (room: string) => boolean): void {
    for (const [room, { live, usedAt }] of this.entries) {
      if (usedAt < before && !needed(room) && live?.decided === live?.committed) this.entries.delete(room)
    }
  }

  get all(): readonly LiveRoom[] {
    return [...this.entries.values()].flatMap(({ live }) => (live ? [live] : []))
  }

  private read(room: string): Promise<LiveRoom | null> {
    const entry: Entry = { loading: LiveRoom.load(this.store, room), live: null, usedAt: this.now() }
    this.entries.set(room, entry)
    entry.loading.then(
      live => {
        entry.live = live
        // Codes that stand for nothing are not kept, or guessing them would fill the memory.
        if (live === null && this.entries.get(room) === entry) this.entries.delete(room)
      },
      () => {
        if (this.entries.get(room) === entry) this.entries.delete(room)
      },
    )
    return entry.loading
  }
}
