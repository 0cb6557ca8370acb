import type { FarkleMove } from '@diceroom/shared/games/farkle/rules.ts'
import type { FarkleEvent, FarkleOptions, FarkleState } from '@diceroom/shared/games/farkle/state.ts'
import type {
  FreeRollEvent,
  FreeRollMove,
  FreeRollOptions,
  FreeRollState,
} from '@diceroom/shared/games/free-roll/rules.ts'
import type { Outcome } from '@diceroom/shared/games/game.ts'
import type {
  LiarsDiceEvent,
  LiarsDiceMove,
  LiarsDiceOptions,
  LiarsDiceState,
} from '@diceroom/shared/games/liars-dice/state.ts'
import type { PigOptions } from '@diceroom/shared/games/pig/options.ts'
import type { PigEvent, PigMove, PigState } from '@diceroom/shared/games/pig/rules.ts'
import type { RaceEvent, RaceMove, RaceOptions, RaceState } from '@diceroom/shared/games/race/rules.ts'
import type { GameId } from '@diceroom/shared/games/registry.ts'
import type { YachtEvent, YachtMove, YachtOptions, YachtState } from '@diceroom/shared/games/yacht/state.ts'
import type { LoggedEvent, LoggedTableEvent, RoomState, Stamp } from '@diceroom/shared/room/room.ts'

/** What the rules of each game say: a line for each. */
export interface Games {
  'free-roll': { state: FreeRollState; move: FreeRollMove; event: FreeRollEvent; options: FreeRollOptions }
  race: { state: RaceState; move: RaceMove; event: RaceEvent; options: RaceOptions }
  'liars-dice': {
    state: LiarsDiceState
    move: LiarsDiceMove
    event: LiarsDiceEvent
    options: LiarsDiceOptions
  }
  farkle: { state: FarkleState; move: FarkleMove; event: FarkleEvent; options: FarkleOptions }
  pig: { state: PigState; move: PigMove; event: PigEvent; options: PigOptions }
  yacht: { state: YachtState; move: YachtMove; event: YachtEvent; options: YachtOptions }
}

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
