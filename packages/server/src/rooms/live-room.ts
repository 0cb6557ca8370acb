import { NEAR_EVENTS } from '@diceroom/shared/protocol/limits.ts'
import type { CommandMark, LoggedEvent, RoomEvent } from '@diceroom/shared/room/events.ts'
import { evolve, fold } from '@diceroom/shared/room/evolve.ts'
import { type RoomState, rulesOf } from '@diceroom/shared/room/room.ts'
import { withoutMark } from '@diceroom/shared/room/view.ts'
import { RoomDamaged, type RoomStore, type SealedRoot, type StoredRoom } from '../stores/room-store.ts'
import { AnsweredCommands, type AnsweredRecord } from './answered-commands.ts'
import type { RoomSecrets } from './room-secrets.ts'
import { Tally } from './tally.ts'

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

/** Of what a snapshot holds; one of another version is not read, and the room folded from its log. */
const SNAPSHOT_VERSION = 6

/** Gives a room's secrets, of which the encrypted roots are kept. */
export type SecretsOf = (room: string, roots: readonly SealedRoot[]) => RoomSecrets

interface SnapshotBody {
  readonly version: typeof SNAPSHOT_VERSION
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
  readonly secrets: RoomSecrets
  private readonly tally: Tally
  /** The latest events on disk, without marks. */
  private readonly recent: LoggedEvent[]
  private snapshotSeq: number
  private readonly store: RoomStore

  private constructor(
    store: RoomStore,
    from: {
      state: RoomState
      answered: AnsweredCommands
      recent: LoggedEvent[]
      snapshotSeq: number
      secrets: RoomSecrets
      tally: Tally
    },
  ) {
    this.store = store
    this.secrets = from.secrets
    this.tally = from.tally
    this.decided = from.state
    this.committed = from.state
    this.answered = from.answered
    this.recent = from.recent
    this.snapshotSeq = from.snapshotSeq
  }

  /** Reads a room from the store; `null` if there is none. Throws `RoomDamaged` where it cannot be made sense of. */
  static async load(store: RoomStore, room: string, secretsOf: SecretsOf): Promise<LiveRoom | null> {
    const stored = await store.load(room)
    if (stored === null) return null
    const restored = restore(room, stored) ?? restore(room, await wholeLog(store, room, stored))
    if (restored === null) throw new RoomDamaged(`room ${room} has no events`)
    const { state, answered, snapshotSeq } = restored
    const after = Math.max(0, state.seq - NEAR_EVENTS)
    // No more than this state holds: somebody else may have written meanwhile.
    const recent = await store.read(room, after, state.seq - after)
    const dealt = await eventsOfDeal(store, state, recent)
    return new LiveRoom(store, {
      state,
      answered,
      recent: recent.map(withoutMark),
      snapshotSeq,
      secrets: secretsOf(room, stored.roots),
      tally: new Tally(dealt, state),
    })
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
    const { after, beside } = this.tally.of(this.decided, logged, evolve)
    const roots = this.secrets.takeDrawn()
    this.decided = after
    for (const event of logged) this.answered.remember(event)

    const outcome = await this.store.append(after.room, expectedSeq, logged, { ...beside, roots })
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
    const answered = this.answered.recordAt(committed.seq)
    const body: SnapshotBody = { version: SNAPSHOT_VERSION, state: committed, answered }
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

interface Restored {
  readonly state: RoomState
  readonly answered: AnsweredCommands
  readonly snapshotSeq: number
}

/** The room as it was stored; `null` where its snapshot is of no use. */
function restore(room: string, { snapshot, events }: StoredRoom): Restored | null {
  const body = snapshot && bodyOf(snapshot.body)
  if (snapshot && !body) return null
  const answered = new AnsweredCommands(body?.answered)
  try {
    const state = body ? events.reduce(evolve, body.state) : fold(events)
    if (state === null) return null
    // A snapshot may be of rules that this program does not know.
    rulesOf(state)
    for (const event of events) answered.remember(event)
    return { state, answered, snapshotSeq: snapshot?.seq ?? -headStart(room) }
  } catch (cause) {
    if (snapshot) return null
    const reason = cause instanceof Error ? cause.message : cause
    throw new RoomDamaged(`room ${room} cannot be folded from its log: ${reason}`, { cause })
  }
}

function bodyOf(text: string): SnapshotBody | null {
  try {
    const body: SnapshotBody = JSON.parse(text)
    return body.version === SNAPSHOT_VERSION ? body : null
  } catch {
    return null
  }
}

/** The events since the deal that is open was ready, where anything was rolled in it; `recent` is the end of the log. */
async function eventsOfDeal(
  store: RoomStore,
  { room, seq, dealing: { current } }: RoomState,
  recent: readonly LoggedEvent[],
): Promise<readonly LoggedEvent[]> {
  if (current === null || current.rolls === 0) return []
  const missing = seq - recent.length - current.since
  return missing > 0
    ? [...(await store.read(room, current.since, missing)), ...recent]
    : recent.slice(-missing)
}

const wholeLog = async (store: RoomStore, room: string, { roots }: StoredRoom): Promise<StoredRoom> => ({
  snapshot: null,
  roots,
  events: await store.read(room, 0, Number.MAX_SAFE_INTEGER),
})
