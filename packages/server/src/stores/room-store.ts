import type { GameId } from '@diceroom/shared/games/registry.ts'
import type { Words } from '@diceroom/shared/room/blank.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'

/** The storage did not do what was asked; nothing of it was kept, and it may be asked again later. */
export class StorageUnavailable extends Error {}

/** What is kept of a room cannot be read; asking again will not help. */
export class RoomDamaged extends Error {}

/** Whether an append was written, or the log did not end where it was expected to. */
export type Appended = 'appended' | 'conflict'

/** A room as it was at `seq`, in the words of whoever saved it. */
export interface Snapshot {
  readonly seq: number
  readonly body: string
}

/** The root of one of a room's chains of secrets, encrypted; chains are counted from 0. */
export interface SealedRoot {
  readonly chain: number
  readonly sealed: Uint8Array
}

/** How often each face was rolled: by number of sides, as many counts as the die has faces, from face 1 on. */
export type FaceCounts = ReadonlyMap<number, readonly number[]>

/** What dice showed against what they show on average, in whole numbers, so that no sum is ever rounded. */
export interface DiceTotals {
  readonly dice: number
  /** The sum of `2·face − (sides + 1)`: twice what was rolled above the average. */
  readonly over: number
  /** The sum of `sides² − 1`: twelve times the variance. */
  readonly variance12: number
}

/** What somebody has played and rolled. */
export interface Totals extends DiceTotals {
  /** Games that were decided, and those of them that were won. */
  readonly games: number
  readonly wins: number
}

/** Of one game, in all rooms that there ever were. */
export interface GameTotals extends Totals {
  readonly game: GameId
}

export interface PlayerTotals extends GameTotals {
  readonly player: PlayerId
}

/** What is kept beside the events of one append: with them, or not at all. */
export interface Beside {
  readonly roots?: readonly SealedRoot[]
  /** Added to the counts of the whole server. */
  readonly faces?: FaceCounts
  readonly played?: PlayedGame
  /** Added to what the players have. */
  readonly totals?: readonly PlayerTotals[]
}

/** Server times in ms: for rooms in which a game has ended, which somebody may want to see again, and for all others. */
export interface IdleSince {
  readonly withGames: number
  readonly others: number
}

export interface StoredRoom {
  readonly snapshot: Snapshot | null
  /** By chain. */
  readonly roots: readonly SealedRoot[]
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
   * upon events that were never written, even where the number of somebody else's event fits. The same holds for an
   * append that the storage fails.
   */
  append(
    room: string,
    expectedSeq: number,
    events: readonly LoggedEvent[],
    beside?: Beside,
  ): Promise<Appended>
  /**
   * The latest snapshot and what came after it; `null` for a room that does not exist. Rejects with `RoomDamaged`, as
   * `read` does, for events that are no JSON or are not numbered one after the other.
   */
  load(room: string): Promise<StoredRoom | null>
  /** Up to `limit` events after `after`, in order. */
  read(room: string, after: number, limit: number): Promise<readonly LoggedEvent[]>
  /** Keeps the newer of this snapshot and the one it has. Losing one costs time, never an event. */
  saveSnapshot(room: string, snapshot: Snapshot): Promise<void>
  /** The rooms whose last event is older than `before` says, at most `limit`. */
  idleSince(before: IdleSince, limit: number): Promise<readonly string[]>
  /** The games that a player took part in and that ended before `before`, the latest first, at most `limit`. */
  playedBy(player: PlayerId, before: number, limit: number): Promise<readonly PlayedGame[]>
  /** What a player has played and rolled, game by game, in rooms that are gone too. */
  totalsOf(player: PlayerId): Promise<readonly GameTotals[]>
  /** Makes the games and totals of one player those of another. */
  adopt(from: PlayerId, to: PlayerId): Promise<void>
  /** Forgets which games a player has played, and the totals. */
  forget(player: PlayerId): Promise<void>
  /** At most `limit` rooms whose names come after `after`, in the order of their names. */
  roomsAfter(after: string, limit: number): Promise<readonly string[]>
  /** What a player has said in a room, and sent along with moves. */
  words(room: string, player: PlayerId): Promise<readonly Words[]>
  /** Blanks a player's name and words in the log, the snapshot and the games of a room; gives whether there were any. */
  blank(room: string, player: PlayerId): Promise<boolean>
  /** How often each face was ever rolled here, in rooms that are gone too. */
  faceCounts(): Promise<FaceCounts>
  /**
   * Keeps the first fingerprint that it is ever given; gives whether this is the one. By it a server knows that what is
   * kept here was encrypted with its key.
   */
  claim(fingerprint: string): Promise<boolean>
  /** Whether a fingerprint was ever given. */
  isClaimed(): Promise<boolean>
  /** Keeps the time, in ms, at which the server is known to have been alive. */
  noteAlive(at: number): Promise<void>
  /** The time that was noted last, by whichever process; `null` where none ever was. */
  lastAlive(): Promise<number | null>
  /** Forgets a room and everything about it but what it has added to the counts of faces and to its players' totals. */
  remove(room: string): Promise<void>
  /** Resolves if the storage can be written to. */
  ping(): Promise<void>
  /** Waits for what is under way. */
  close(): Promise<void>
}
