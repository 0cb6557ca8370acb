import { RoomDamaged, type RoomStore } from '../stores/room-store.ts'
import { LiveRoom, type SecretsOf } from './live-room.ts'

interface RoomCacheOptions {
  readonly store: RoomStore
  readonly secretsOf: SecretsOf
  readonly now: () => number
  /** Told of every room that was read. */
  readonly onLoad?: (live: LiveRoom) => void
  /** Told once of a room that cannot be made sense of. */
  readonly onDamaged?: (error: RoomDamaged) => void
}

interface Entry {
  readonly loading: Promise<LiveRoom | null>
  live: LiveRoom | null
  usedAt: number
}

/** The rooms in memory. Speed, never correctness: any of them may be dropped at any time, and is read again. */
export class RoomCache {
  private readonly entries = new Map<string, Entry>()
  private readonly options: RoomCacheOptions

  constructor(options: RoomCacheOptions) {
    this.options = options
  }

  /**
   * The room, read at most once however many ask at the same time; `null` if there is none. One that is damaged stays
   * closed off until it would be dropped: rejects with `RoomDamaged`.
   */
  load(room: string): Promise<LiveRoom | null> {
    const entry = this.entries.get(room)
    if (entry) {
      entry.usedAt = this.options.now()
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

  /**
   * Reads a room again, where `live` is not how it stands and nothing has taken its place yet: once what is still under
   * way there is on disk, or known to have failed.
   */
  renew(room: string, live: LiveRoom): void {
    if (this.entries.get(room)?.live === live) this.read(room, live.settled)
  }

  /** Reads a room again that is in memory, or on its way there, and waits for it. */
  async reread(room: string): Promise<void> {
    const entry = this.entries.get(room)
    if (entry === undefined) return
    const live = await entry.loading.catch(() => null)
    if (live === null) return
    this.renew(room, live)
    await this.entries.get(room)?.loading
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

  private read(room: string, settled?: Promise<unknown>): Promise<LiveRoom | null> {
    const { store, secretsOf, now, onLoad, onDamaged } = this.options
    const load = () => LiveRoom.load(store, room, secretsOf)
    const entry: Entry = { loading: settled ? settled.then(load, load) : load(), live: null, usedAt: now() }
    this.entries.set(room, entry)
    entry.loading.then(
      live => {
        entry.live = live
        if (live !== null) onLoad?.(live)
        // Codes that stand for nothing are not kept, or guessing them would fill the memory.
        else if (this.entries.get(room) === entry) this.entries.delete(room)
      },
      error => {
        if (error instanceof RoomDamaged) onDamaged?.(error)
        else if (this.entries.get(room) === entry) this.entries.delete(room)
      },
    )
    return entry.loading
  }
}
