import type { Config } from './config.ts'
import { Deadlines } from './rooms/deadlines.ts'
import { execute, type RoomService } from './rooms/execute.ts'
import type { SecretsOf } from './rooms/live-room.ts'
import { RoomCache } from './rooms/room-cache.ts'
import { RoomSecrets } from './rooms/room-secrets.ts'
import { Audience } from './sessions/audience.ts'
import { broadcast } from './sessions/broadcast.ts'
import { Presence } from './sessions/presence.ts'
import { derivedKey } from './sessions/secret-key.ts'
import { Visits } from './sessions/visits.ts'
import type { RoomStore } from './stores/room-store.ts'

interface RoomsOptions {
  readonly store: RoomStore
  readonly key: Uint8Array
  readonly config: Config
  readonly now: () => number
  readonly chainLength: number | undefined
  readonly onError: (error: unknown) => void
}

export interface RoomsHouse {
  readonly rooms: RoomService
  readonly audience: Audience
  readonly presence: Presence
  readonly visits: Visits
  /** Whether anybody listens to a room. */
  readonly isAttended: (room: string) => boolean
  /** Waits for nobody any more. */
  end(): void
}

/** Puts together the rooms and who is in them; a part of `createApp`. */
export function openRooms({ store, key, config, now, chainLength, onError }: RoomsOptions): RoomsHouse {
  const chain = chainLength === undefined ? {} : { chainLength }
  const rootKey = derivedKey(key, 'roots')
  const secretsOf: SecretsOf = (room, roots) => new RoomSecrets({ room, roots, key: rootKey, ...chain })
  const cache = new RoomCache({
    store,
    secretsOf,
    now,
    onLoad: live => deadlines.watch(live.committed),
    onDamaged: onError,
  })
  const audience = new Audience()
  const rooms: RoomService = {
    cache,
    store,
    secretsOf,
    now,
    publish(committed) {
      broadcast(audience, committed)
      visits.committed(committed)
      deadlines.watch(committed.after)
      if (committed.after.seats !== committed.before.seats) presence.changed(committed.after.room)
    },
  }
  const deadlines = new Deadlines({
    execute: (room, command) => execute(rooms, room, { command, mark: null }),
    onError,
  })
  const presence = new Presence({
    audience,
    awayMs: config.awayMs,
    stateOf: async room => (await cache.load(room))?.committed ?? null,
    onGone(room, player) {
      execute(rooms, room, { command: { type: 'leave', player, reason: 'gone' }, mark: null }).catch(
        error => {
          onError(error)
          // Wait once more: the seat is given up when it can be written down.
          presence.changed(room)
        },
      )
    },
  })
  const visits = new Visits({ rooms, audience, presence }, onError)
  return {
    rooms,
    audience,
    presence,
    visits,
    isAttended: room => audience.in(room).size > 0,
    end() {
      presence.end()
      deadlines.end()
    },
  }
}
