import type { Outcome } from '@diceroom/shared/games/game.ts'
import type { GameId, Games } from '@diceroom/shared/games/registry.ts'
import type { LoggedEvent, LoggedTableEvent, Stamp } from '@diceroom/shared/room/events.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'

export type View = Games[GameId]['state']
export type Move = Games[GameId]['move']
type GameEvent = Games[GameId]['event']

/** What happened in a room, as this player may see it; `type` says what. */
export type RoomEvent = LoggedTableEvent | (GameEvent & Pick<Stamp, 'seq' | 'at'>)

type Table = Omit<RoomState, 'game' | 'options' | 'phase' | 'view' | 'outcome'>
type Play<State> =
  | { readonly phase: 'lobby'; readonly view: null; readonly outcome: null }
  | { readonly phase: 'playing'; readonly view: State; readonly outcome: null }
  | { readonly phase: 'over'; readonly view: State; readonly outcome: Outcome }

/** A room as this player may see it; `game` says what `view` and `options` are. */
export type TypedState = {
  [Id in GameId]: Table & { readonly game: Id; readonly options: Games[Id]['options'] } & Play<
      Games[Id]['state']
    >
}[GameId]

// Rooms know no game by name, so what is the game's is sealed to them. The one place that casts: `game` in a state says whose
// it is, and the server sends a room what its own game made.

export const typedState = (state: RoomState): TypedState => state as unknown as TypedState
export const typedEvent = (event: LoggedEvent): RoomEvent => event as unknown as RoomEvent
export const typedMoves = (moves: readonly unknown[]): readonly Move[] => moves as readonly Move[]
