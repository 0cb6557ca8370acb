import type { Seat } from '../games/game.ts'
import type { RaceEvent } from '../games/race/rules.ts'
import { gameOf } from '../games/registry.ts'
import type { RoomEvent } from '../room/events.ts'
import { open } from './given.ts'

/** A race begins: these seats play, `opening` is the die that decides nothing. */
export const raceStarted = (
  number: number,
  seats: readonly Seat[],
  opening: number,
  options = {},
): RoomEvent => ({
  type: 'game_started',
  number,
  options: gameOf('race').options.parse(options),
  seats,
  rolls: [open(6, opening)],
})

/** All who play throw once, and the highest die starts; who plays alone throws nothing. */
export const starterRolled = (seats: readonly Seat[], ...faces: readonly number[]): RaceEvent => ({
  type: 'starter_rolled',
  rounds: faces.length === 0 ? [] : [seats],
  starter: seats[faces.indexOf(Math.max(...faces))] ?? seats[0] ?? 0,
  rolls: faces.length === 0 ? [] : [open(6, ...faces)],
})

/** A piece goes as far as the die says, or from `landed` on up or down to `to`. */
export function pieceMoved(
  seat: Seat,
  from: number,
  face: number,
  { next, landed = from + face, to = landed }: { next: Seat | null; landed?: number; to?: number },
): RaceEvent {
  return { type: 'piece_moved', seat, from, landed, to, next, rolls: [open(6, face)] }
}
