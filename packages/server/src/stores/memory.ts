import type { LoggedEvent } from '@diceroom/shared/room/room.ts'
import { GroupCommit } from './group-commit.ts'
import type { Appended, RoomStore, Snapshot } from './room-store.ts'

interface Entry {
  /** As text, so that nobody holds on to what is stored. */
  readonly events: string[]
  snapshot: Snapshot | null
  lastAt: number
}

const parse = (text: string): LoggedEvent => JSON.parse(text)

/** Keeps rooms as long as the process lives: for tests, and for trying things out. */
export function memoryStore(): RoomStore {
  const rooms = new Map<string, Entry>()
  /** The rooms of which this batch has refused an append. */
  const lost = new Set<string>()
  const writes = new GroupCommit(batch => {
    lost.clear()
    return batch.map(write => write())
  })

  function appendEvents(room: string, expectedSeq: number, events: readonly LoggedEvent[]): Appended {
    const entry = rooms.get(room) ?? { events: [], snapshot: null, lastAt: 0 }
    if (lost.has(room) || entry.events.length !== expectedSeq) {
      lost.add(room)
      return 'conflict'
    }
    for (const event of events) entry.events.push(JSON.stringify(event))
    entry.lastAt = events.at(-1)?.at ?? entry.lastAt
    rooms.set(room, entry)
    return 'appended'
  }

  return {
    append: (room, expectedSeq, events) => writes.add(() => appendEvents(room, expectedSeq, events)),
    async load(room) {
      const entry = rooms.get(room)
      if (!entry) return null
      return { snapshot: entry.snapshot, events: entry.events.slice(entry.snapshot?.seq ?? 0).map(parse) }
    },
    async read(room, after, limit) {
      return (rooms.get(room)?.events ?? []).slice(after, after + limit).map(parse)
    },
    async saveSnapshot(room, snapshot) {
      const entry = rooms.get(room)
      if (entry && snapshot.seq > (entry.snapshot?.seq ?? 0)) entry.snapshot = snapshot
    },
    async idleSince(before, limit) {
      return [...rooms].flatMap(([room, { lastAt }]) => (lastAt < before ? [room] : [])).slice(0, limit)
    },
    async remove(room) {
      rooms.delete(room)
    },
    async ping() {},
    async close() {
      writes.flush()
    },
  }
}
