import { setImmediate as turn } from 'node:timers/promises'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { RoomStore } from '../stores/room-store.ts'
import type { RoomCache } from './room-cache.ts'

/** Rooms looked through in one turn of the event loop. */
const ROOMS_A_TURN = 20

interface Rooms {
  readonly store: RoomStore
  readonly cache: RoomCache
}

/**
 * Forgets what a player has played, and blanks their name and words in every room that there is, a few rooms a turn so
 * that nobody waits. May be done again. Throws `StorageUnavailable`.
 */
export async function forgetPlayer({ store, cache }: Rooms, player: PlayerId): Promise<void> {
  await store.forget(player)
  for await (const room of everyRoom(store)) {
    if (!(await store.blank(room, player))) continue
    // A room in memory still has the name, and may have written it once more until it was read again.
    await cache.reread(room)
    await store.blank(room, player)
  }
}

/** What somebody has said, and sent along with moves, in every room, as whichever of these players. */
export async function wordsOf(store: RoomStore, players: readonly PlayerId[]) {
  const said = []
  for await (const room of everyRoom(store)) {
    for (const player of players) {
      for (const { at, text } of await store.words(room, player)) said.push({ room, at, text })
    }
  }
  return said
}

async function* everyRoom(store: RoomStore): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const rooms = await store.roomsAfter(after, ROOMS_A_TURN)
    yield* rooms
    const last = rooms.at(-1)
    if (last === undefined) return
    after = last
    await turn()
  }
}
