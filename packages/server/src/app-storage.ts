import { type Config, StartupError } from './config.ts'
import { derivedKey } from './sessions/secret-key.ts'
import { memoryStore } from './stores/memory.ts'
import { type RoomStore, StorageUnavailable } from './stores/room-store.ts'
import { openDatabase, roomsIn } from './stores/sqlite.ts'
import { type Ask, askIn, askMemory } from './stores/sqlite-ask.ts'

// Where everything is kept; a part of `createApp`.

/** Makes sure that the storage can be written to, and that what it keeps was encrypted with this key. */
export async function claim(store: RoomStore, key: Uint8Array, config: Config): Promise<void> {
  try {
    const fingerprint = Buffer.from(derivedKey(key, 'fingerprint')).toString('hex')
    if (!(await store.claim(fingerprint))) throw new StartupError(anotherKey(config))
  } catch (error) {
    await store.close()
    throw error instanceof StorageUnavailable ? new StartupError(`Cannot start: ${error.message}.`) : error
  }
}

const anotherKey = ({ database, dataFolder }: Config): string =>
  `The rooms in ${database.kind === 'sqlite' ? database.file : 'the database'} were made with another key than that in ` +
  `${dataFolder}. Put the right secret.key back, or move the database away to begin with a new one.`

/** Rooms, and the way to ask their database about accounts. */
export function openStorage({ database }: Config): { readonly store: RoomStore; readonly ask: Ask } {
  if (database.kind === 'memory') return { store: memoryStore(), ask: askMemory() }
  const connection = openDatabase(database.file)
  return { store: roomsIn(connection), ask: askIn(connection) }
}
