import type { LoggedEvent } from '@diceroom/shared/room/room.ts'

/** The storage did not do what was asked; nothing of it was kept, and it may be asked again later. */
export class StorageUnavailable extends Error {}

/** Whether an append was written, or the log did not end where it was expected to. */
export type Appended = 'appended' | 'conflict'

/** A room as it was at `seq`, in the words of whoever saved it. */
export interface Snapshot {
  readonly seq: number
  readonly body: string
}

export interface StoredRoom {
  readonly snapshot: Snapshot | null
  /** The events after the snapshot, or all. */
  readonly events: readonly LoggedEvent[]
}

/**
 * Where the logs of rooms are kept. Every method rejects with `StorageUnavailable` where the storage fails, and has
 * then changed nothing.
 */
export interface RoomStore {
  /**
   * Adds events that are numbered from `expectedSeq + 1` on, all or none; resolves when they will survive a crash.
   * `conflict` where the log does not end at `expectedSeq`. Appends of one tick reach the disk together; one that
   * conflicts takes no other room down, but all that were handed in for its own before this was known: they rest
   * upon events that were never written, even where the number of somebody else's event fits.
   */
  append(room: string, expectedSeq: number, events: readonly LoggedEvent[]): Promise<Appended>
  /** The latest snapshot and what came after it; `null` for a room that does not exist. */
  load(room: string): Promise<StoredRoom | null>
  /** Up to `limit` events after `after`, in order. */
  read(room: string, after: number, limit: number): Promise<readonly LoggedEvent[]>
  /** Keeps the newer of this snapshot and the one it has. Losing one costs time, never an event. */
  saveSnapshot(room: string, snapshot: Snapshot): Promise<void>
  /** The rooms whose last event is older than `before` (server time in ms), at most `limit`. */
  idleSince(before: number, limit: number): Promise<readonly string[]>
  /** Forgets a room and everything about it. */
  remove(room: string): Promise<void>
  /** Resolves if the storage can be written to. */
  ping(): Promise<void>
  /** Waits for what is under way. */
  close(): Promise<void>
}
