import { type IdleSince, RoomDamaged } from '../stores/room-store.ts'
import { execute, type RoomService } from './execute.ts'

const SWEEP_EVERY_MS = 60_000
/** Rooms closed at one sweep; the rest waits for the next. */
const SWEEP_MAX = 200
/** How long an empty room stays in memory. */
const KEEP_LOADED_MS = 10 * 60_000

interface HousekeepingOptions {
  readonly rooms: RoomService
  /** How long nothing happens in a room before it is closed. */
  readonly idleMs: IdleSince
  readonly isAttended: (room: string) => boolean
  readonly onError: (error: unknown) => void
}

/** Closes and removes the rooms in which nothing has happened for `idleMs`; gives how many. */
export async function closeIdleRooms({ rooms, idleMs, onError }: HousekeepingOptions): Promise<number> {
  const now = rooms.now()
  const before = { withGames: now - idleMs.withGames, others: now - idleMs.others }
  const idle = await rooms.store.idleSince(before, SWEEP_MAX)
  let closed = 0
  for (const room of idle) {
    try {
      await close(rooms, room)
      await rooms.store.remove(room)
      rooms.cache.drop(room)
      closed += 1
    } catch (error) {
      onError(error)
    }
  }
  return closed
}

/** Says goodbye to who is there. A room that is damaged is only forgotten. */
async function close(rooms: RoomService, room: string): Promise<void> {
  try {
    await execute(rooms, room, { command: { type: 'close', reason: 'idle' }, mark: null })
  } catch (error) {
    if (!(error instanceof RoomDamaged)) throw error
  }
}

/** Keeps disk and memory tidy, now and every minute. Call the result to end it. */
export function startHousekeeping(options: HousekeepingOptions): () => void {
  const sweep = () => {
    closeIdleRooms(options).catch(options.onError)
    options.rooms.cache.dropIdle(options.rooms.now() - KEEP_LOADED_MS, options.isAttended)
  }
  sweep()
  const timer = setInterval(sweep, SWEEP_EVERY_MS)
  return () => clearInterval(timer)
}
