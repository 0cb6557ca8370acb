import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import { decide } from '@diceroom/shared/room/decide.ts'
import type { CommandMark, LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'
import { withoutMark } from '@diceroom/shared/room/view.ts'
import type { RoomStore } from '../stores/room-store.ts'
import { type Committed, type LiveRoom, LostRace, type SecretsOf } from './live-room.ts'
import type { RoomCache } from './room-cache.ts'

/** What a command did: `events` as they stand in the log (none where nothing had to change), and the room then. */
export interface Executed {
  /** The number of the last event. */
  readonly seq: number
  readonly events: readonly LoggedEvent[]
  readonly state: RoomState
}

export interface RoomService {
  readonly cache: RoomCache
  readonly store: RoomStore
  readonly secretsOf: SecretsOf
  readonly now: () => number
  /** Tells whoever listens, once it is on disk. */
  readonly publish: (committed: Committed) => void
}

/** Losing a race so often in a row takes a second process that writes to the same room all the time. */
const ATTEMPTS = 20

/**
 * The way of a command. `mark` says whose command it is and under which id, so that it acts once however often it
 * comes; what the server does by itself has none. Throws `StorageUnavailable` and `RoomDamaged`.
 */
export async function execute(
  service: RoomService,
  room: string,
  { command, mark }: { command: RoomCommand; mark: CommandMark | null },
): Promise<Result<Executed, Rejection>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // 1 Load
    const live = await service.cache.load(room)
    if (live === null) return refuse('room_not_found', 'There is no such room.')
    try {
      // 2 Recall: was it done before?
      const known = mark && live.answered.recall(mark)
      if (known) return await repeat(service, live, known)
      // 3 Decide
      const decided = decide(live.decided, command, live.secrets)
      if (!decided.ok || decided.value.length === 0) {
        // What it was decided upon must be on disk before anybody learns of it.
        await live.settled
        return decided.ok ? ok({ seq: live.committed.seq, events: [], state: live.committed }) : decided
      }
      // 4 Append
      const committed = await live.append(decided.value, mark, service.now())
      // 5 Publish
      service.publish(committed)
      // 6 Answer
      return ok({ seq: committed.after.seq, events: committed.events, state: committed.after })
    } catch (error) {
      service.cache.renew(room, live)
      if (!(error instanceof LostRace)) throw error
    }
  }
  throw new Error(`${room}: lost ${ATTEMPTS} races in a row`)
}

/** The first answer once more. */
async function repeat(
  { store }: RoomService,
  live: LiveRoom,
  known: 'reused' | { readonly first: number; readonly last: number },
): Promise<Result<Executed, Rejection>> {
  await live.settled
  if (known === 'reused') return refuse('id_reused', 'Another command was sent under this id before.')
  const { first, last } = known
  const near = live.eventsAfter(first - 1)
  const events = near ?? (await store.read(live.committed.room, first - 1, last - first + 1))
  const made = events.slice(0, last - first + 1).map(withoutMark)
  return ok({ seq: last, events: made, state: live.committed })
}
