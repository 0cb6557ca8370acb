import { NEAR_EVENTS } from '@diceroom/shared/protocol/limits.ts'
import { evolve, fold } from '@diceroom/shared/room/evolve.ts'
import type { CommandMark, LoggedEvent, RoomEvent, RoomState } from '@diceroom/shared/room/room.ts'
import { withoutMark } from '@diceroom/shared/room/view.ts'
import type { RoomStore, StoredRoom } from '../stores/room-store.ts'
import { AnsweredCommands, type AnsweredRecord } from './answered-commands.ts'

/** Events between two snapshots: loading a room folds at most so many, and a snapshot costs little beside them. */
const SNAPSHOT_EVERY = 200
/** A snapshot holds every remembered command: where those are many, this many of them wait for one more event. */
const COMMANDS_PER_EVENT = 8

/** What became visible at one stroke: the room before and after it, and the events between. */
export interface Committed {
  readonly before: RoomState
  readonly after: RoomState
  readonly events: readonly LoggedEvent[]
}

/** The log was not where this process thought it was: somebody else has written. */
export class LostRace extends Error {}

interface SnapshotBody {
  readonly state: RoomState
  readonly answered: AnsweredRecord
}

/**
 * A room in memory. Commands are decided in the order in which they come, each upon what the ones before it decided
 * (`decided`), and their events go to disk in that order; what is on disk (`committed`) may be shown.
 * If an append fails, everything that was decided upon it fails as well, and this object is not used any more.
 */
export class LiveRoom {
  decided: RoomState
  committed: RoomState
  /** Settles with the last append under way. */
  settled: Promise<unknown> = Promise.resolve()
  readonly answered: AnsweredCommands
  /** The latest events on disk, without marks. */
  private readonly recent: LoggedEvent[]
  private snapshotSeq: number
  private readonly store: RoomStore

  private constructor(
    store: RoomStore,
    from: { state: RoomState; answered: AnsweredCommands; recent: LoggedEvent[]; snapshotSeq: number },
  ) {
    this.store = store
    this.decided = from.state
    this.committed = from.state
    this.answered = from.answered
    this.recent = from.recent
    this.snapshotSeq = from.snapshotSeq
  }

  /** Reads a room from the store; `null` if there is none. */
  static async load(store: RoomStore, room: string): Promise<LiveRoom | null> {
    const stored = await store.load(room)
    if (stored === null) return null
    const { state, answered } = restore(stored)
    for (const event of stored.events) answered.remember(event)
    const after = Math.max(0, state.seq - NEAR_EVENTS)
    // No more than this state holds: somebody else may have written meanwhile.
    const recent = await store.read(room, after, state.seq - after)
    const snapshotSeq = stored.snapshot?.seq ?? -headStart(room)
    return new LiveRoom(store, { state, answered, recent: recent.map(withoutMark), snapshotSeq })
  }

  /**
   * Stamps what was decided and sends it to the disk; resolves when it is there. Throws `LostRace` or
   * `StorageUnavailable`.
   */
  append(events: readonly RoomEvent[], mark: CommandMark | null, at: number): Promise<Committed> {
    const appended = this.write(events, mark, at)
    this.settled = appended
    // Whoever waits for `settled` sees the failure; nobody waiting is no accident.
    appended.catch(() => {})
    return appended
  }

  private async write(
    events: readonly RoomEvent[],
    mark: CommandMark | null,
    at: number,
  ): Promise<Committed> {
    const expectedSeq = this.decided.seq
    const last = expectedSeq + events.length
    const logged = events.map((event, index): LoggedEvent => {
      const stamp = { seq: expectedSeq + 1 + index, at }
      return index === 0 && mark ? { ...stamp, ...event, cmd: { ...mark, last } } : { ...stamp, ...event }
    })
    const after = logged.reduce(evolve, this.decided)
    this.decided = after
    for (const event of logged) this.answered.remember(event)

    const outcome = await this.store.append(after.room, expectedSeq, logged)
    if (outcome === 'conflict') throw new LostRace(`${after.room} does not end at ${expectedSeq}`)

    const committed = { before: this.committed, after, events: logged.map(withoutMark) }
    this.committed = after
    this.recent.push(...committed.events)
    if (this.recent.length > 2 * NEAR_EVENTS) this.recent.splice(0, this.recent.length - NEAR_EVENTS)
    const snapshotEvery = Math.max(SNAPSHOT_EVERY, this.answered.size / COMMANDS_PER_EVENT)
    if (after.seq - this.snapshotSeq >= snapshotEvery) this.saveSnapshot()
    return committed
  }

  /** The committed events after `seq`, as far as they are at hand; `null` where the past does not reach so far. */
  eventsAfter(seq: number): readonly LoggedEvent[] | null {
    const first = this.recent[0]?.seq ?? 1
    return seq + 1 >= first ? this.recent.slice(seq + 1 - first) : null
  }

  private saveSnapshot(): void {
    const { committed } = this
    this.snapshotSeq = committed.seq
    const body: SnapshotBody = { state: committed, answered: this.answered.recordAt(committed.seq) }
    // A snapshot that is not written is written another time.
    this.store
      .saveSnapshot(committed.room, { seq: committed.seq, body: JSON.stringify(body) })
      .catch(() => {})
  }
}

/**
 * How many events early a room makes its first snapshot, 0 to 199 by its code: rooms that were opened together, as by a
 * class, do not all make theirs in the same moment.
 */
function headStart(room: string): number {
  let sum = 0
  for (const letter of room) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % SNAPSHOT_EVERY
  return sum
}

function restore({ snapshot, events }: StoredRoom): { state: RoomState; answered: AnsweredCommands } {
  if (snapshot === null) {
    const state = fold(events)
    if (state === null) throw new Error('a stored room has no events')
    return { state, answered: new AnsweredCommands() }
  }
  const body: SnapshotBody = JSON.parse(snapshot.body)
  return { state: events.reduce(evolve, body.state), answered: new AnsweredCommands(body.answered) }
}
