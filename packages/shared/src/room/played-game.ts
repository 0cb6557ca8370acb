import type { Outcome, Seat } from '../games/game.ts'
import type { GameId } from '../games/registry.ts'
import type { PlayerId, RoomState } from './room.ts'

/** A game that has ended. */
export interface PlayedGame {
  readonly room: string
  /** Counted from 1 in its room. */
  readonly number: number
  readonly game: GameId
  /** When it ended, server time in ms. */
  readonly at: number
  readonly players: readonly { readonly player: PlayerId; readonly seat: Seat; readonly name: string }[]
  /** `null` for one that was broken off. */
  readonly outcome: Outcome | null
}

/** The game that is in play in `state`, as it ends at `at` with `outcome`. */
export const playedGame = (state: RoomState, at: number, outcome: Outcome | null): PlayedGame => ({
  room: state.room,
  number: state.games,
  game: state.game,
  at,
  players: state.seats.flatMap(holder =>
    holder ? [{ player: holder.player, seat: holder.seat, name: holder.name }] : [],
  ),
  outcome,
})
