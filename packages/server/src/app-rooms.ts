import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import { isAmong, type PlayerId, type RoomState } from '@diceroom/shared/room/room.ts'
import type { Config } from './config.ts'
import { commandOf, markOf } from './rooms/bots/bot-command.ts'
import { Bots } from './rooms/bots/bots.ts'
import { Brains } from './rooms/bots/brains.ts'
import { Clocks } from './rooms/clocks.ts'
import { Deadlines } from './rooms/deadlines.ts'
import { DownTime } from './rooms/down-time.ts'
import { execute, type RoomService } from './rooms/execute.ts'
import type { Committed, SecretsOf } from './rooms/live-room.ts'
import { RoomCache } from './rooms/room-cache.ts'
import { RoomSecrets } from './rooms/room-secrets.ts'
import type { Attempts } from './sessions/attempts.ts'
import { Attendance } from './sessions/attendance.ts'
import { Audience } from './sessions/audience.ts'
import { broadcast } from './sessions/broadcast.ts'
import { Presence } from './sessions/presence.ts'
import { derivedKey } from './sessions/secret-key.ts'
import { talkOf } from './sessions/talk-limit.ts'
import { Visits } from './sessions/visits.ts'
import type { RoomStore } from './stores/room-store.ts'

interface RoomsOptions {
  readonly store: RoomStore
  readonly key: Uint8Array
  readonly config: Config
  readonly now: () => number
  readonly chainLength: number | undefined
  readonly onError: (error: unknown) => void
  /** Told of moves that bots failed to make. */
  readonly onBotTrouble: (trouble: unknown) => void
}

export interface RoomsHouse {
  readonly rooms: RoomService
  readonly audience: Audience
  readonly presence: Presence
  readonly visits: Visits
  /** What each player has said lately, in all rooms. */
  readonly talk: Attempts
  /** Whether anybody listens to a room. */
  readonly isAttended: (room: string) => boolean
  /** Waits for nobody any more. */
  end(): void
}

/** Puts together the rooms and who is in them; a part of `createApp`. Throws `StorageUnavailable`. */
export async function openRooms(options: RoomsOptions): Promise<RoomsHouse> {
  const { store, key, config, now, chainLength, onError } = options
  const chain = chainLength === undefined ? {} : { chainLength }
  const rootKey = derivedKey(key, 'roots')
  const secretsOf: SecretsOf = (room, roots) => new RoomSecrets({ room, roots, key: rootKey, ...chain })
  const cache = new RoomCache({
    store,
    secretsOf,
    now,
    onLoad(live) {
      downTime.credit(live)
      watchers.watch(live.committed)
    },
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
      watchers.watch(committed.after)
      if (changesPresence(committed)) presence.changed(committed.after.room)
    },
  }
  const isAttended = (room: string) => audience.in(room).size > 0
  const attendance = new Attendance(now)
  const watchers = watch({ ...options, rooms, isAttended, attendance })
  const { clocks } = watchers
  const downTime = await DownTime.begin({
    store,
    now,
    execute: (room, marked) => execute(rooms, room, marked),
    areClocksRunning: () => clocks.areRunning,
    onError,
  })
  const changesPresence = ({ before, after }: Committed) =>
    after.seats !== before.seats ||
    after.queue !== before.queue ||
    clocks.later(after) !== clocks.later(before)
  const presence = new Presence({
    audience,
    attendance,
    awayMs: config.awayMs,
    stateOf: async room => (await cache.load(room))?.committed ?? null,
    turnEnds: state => clocks.later(state),
    onChange: watchers.watch,
    onGone(room, player) {
      const command = goneFrom(cache.peek(room)?.committed, player)
      execute(rooms, room, { command, mark: null }).catch(error => {
        onError(error)
        // Wait once more: the seat is given up when it can be written down.
        presence.changed(room)
      })
    },
  })
  const talk = talkOf(config.chatBurst)
  const visits = new Visits({ rooms, audience, presence, talk }, onError)
  return {
    rooms,
    audience,
    presence,
    visits,
    talk,
    isAttended,
    end() {
      downTime.end()
      presence.end()
      watchers.end()
    },
  }
}

interface WatchOptions extends RoomsOptions {
  readonly rooms: RoomService
  readonly isAttended: (room: string) => boolean
  readonly attendance: Attendance
}

/** All that goes on in rooms by itself: seeds that are waited for, clocks and bots. */
function watch({ rooms, isAttended, attendance, config, now, onError, onBotTrouble }: WatchOptions) {
  const byItself = (room: string, command: RoomCommand) => execute(rooms, room, { command, mark: null })
  const deadlines = new Deadlines({ execute: byItself, onError })
  const clocks = new Clocks({
    now,
    execute: byItself,
    stateOf: async room => (await rooms.cache.load(room))?.committed ?? null,
    attendance,
    onError,
  })
  const brains = new Brains()
  const bots = new Bots({
    brains,
    play: (room, move) => execute(rooms, room, { command: commandOf(move), mark: markOf(move) }),
    isAttended,
    thinkMs: config.botThinkMs,
    onTrouble: onBotTrouble,
  })
  return {
    clocks,
    watch(state: RoomState) {
      deadlines.watch(state)
      clocks.watch(state)
      bots.watch(state)
    },
    end() {
      deadlines.end()
      clocks.end()
      bots.end()
      brains.end().catch(onError)
    },
  }
}

/** What is done for who is gone: from a seat, or from among those who wait for one. */
function goneFrom(state: RoomState | undefined, player: PlayerId): RoomCommand {
  const waiting =
    state && isAmong(state.queue, player) ? state.queue.find(one => one.player === player) : null
  return waiting ? { type: 'unqueue', ...waiting } : { type: 'leave', player, reason: 'gone' }
}
