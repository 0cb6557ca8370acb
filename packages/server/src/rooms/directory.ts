import type { GameId } from '@diceroom/shared/games/registry.ts'
import {
  isEndless,
  type Phase,
  type PlayerId,
  people,
  type RoomState,
  rulesOf,
} from '@diceroom/shared/room/room.ts'
import type { RoomCache } from './room-cache.ts'

/** A room as strangers see it in the list. */
export interface ListedRoom {
  readonly room: string
  readonly game: GameId
  readonly phase: Phase
  /** In play at any time: one may sit down and roll. */
  readonly endless: boolean
  readonly players: readonly string[]
  /** How many can sit down. */
  readonly seats: number
}

/** Nothing has happened since the room was made, be it with a first deal or without. */
const isUntouched = ({ seq, seats, dealing }: RoomState): boolean =>
  seats.length === 0 && seq === (dealing.opened === 0 ? 1 : 3)

/** Rooms in a list. */
const LIST_MAX = 50

/**
 * The public rooms that are open: somebody is there, or they were made a moment ago and wait for the first one.
 * The fullest come first.
 */
export function listRooms(cache: RoomCache, isAttended: (room: string) => boolean): readonly ListedRoom[] {
  return publicRooms(cache)
    .filter(state => isAttended(state.room) || isUntouched(state))
    .map(state => ({
      room: state.room,
      game: state.game,
      phase: state.phase,
      endless: isEndless(state),
      players: people(state).map(({ name }) => name),
      seats: rulesOf(state).seats.max,
    }))
    .sort((a, b) => b.players.length - a.players.length)
    .slice(0, LIST_MAX)
}

/** Where each player has a seat that anybody may know of, and under which name. */
export function publicSeats(
  cache: RoomCache,
  isAttended: (room: string) => boolean,
): ReadonlyMap<PlayerId, { readonly room: string; readonly name: string }> {
  const rooms = publicRooms(cache).filter(({ room }) => isAttended(room))
  return new Map(
    rooms.flatMap(state => people(state).map(({ player, name }) => [player, { room: state.room, name }])),
  )
}

/** Those that anybody may come into. */
const publicRooms = (cache: RoomCache): readonly RoomState[] =>
  cache.all.map(({ committed }) => committed).filter(isPublic)

export const isPublic = ({ closed, settings }: RoomState): boolean =>
  !closed && !settings.private && !settings.locked && !settings.password
