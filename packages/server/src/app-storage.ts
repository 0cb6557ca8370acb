import { type Config, StartupError } from './config.ts'
import { derivedKey, keptKey, secretKey } from './sessions/secret-key.ts'
import { memoryStore } from './stores/memory.ts'
import { type RoomStore, StorageUnavailable } from './stores/room-store.ts'
import { openDatabase, roomsIn } from './stores/sqlite.ts'
import { type Ask, askIn, askMemory } from './stores/sqlite-ask.ts'

// Where everything is kept; a part of `createApp`.

/**
 * The server's secret, made anew only where nothing was kept yet. Makes sure that the storage can be written to, and that
 * what it keeps was encrypted with this key.
 */
export async function keyOf(store: RoomStore, config: Config): Promise<Uint8Array> {
  const { dataFolder } = config
  try {
    // Whoever of several that start at once has claimed the storage had made the key before.
    const isNew = dataFolder === null || !(await store.isClaimed())
    const key = isNew ? secretKey(dataFolder) : keptKey(dataFolder)
    if (key === null) throw new StartupError(noKey(config))
    const fingerprint = Buffer.from(derivedKey(key, 'fingerprint')).toString('hex')
    if (!(await store.claim(fingerprint))) throw new StartupError(anotherKey(config))
    return key
  } catch (error) {
    await store.close()
    throw error instanceof StorageUnavailable ? new StartupError(`Cannot start: ${error.message}.`) : error
  }
}

const nameOf = ({ database }: Config): string => (database.kind === 'sqlite' ? database.file : 'the database')

const noKey = (config: Config): string =>
  `There is no secret.key in ${config.dataFolder} for the rooms in ${nameOf(config)}. Put it back, or move the database ` +
  'away to begin with a new one.'

const anotherKey = (config: Config): string =>
  `The rooms in ${nameOf(config)} were made with another key than that in ` +
  `${config.dataFolder}. Put the right secret.key back, or move the database away to begin with a new one.`

/** Rooms, and the way to ask their database about accounts. */
export function openStorage({ database }: Config): { readonly store: RoomStore; readonly ask: Ask } {
  if (database.kind === 'memory') return { store: memoryStore(), ask: askMemory() }
  const connection = openDatabase(database.file)
  return { store: roomsIn(connection), ask: askIn(connection) }
}
