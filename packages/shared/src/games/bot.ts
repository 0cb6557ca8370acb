import type { GameMove, GameOptions, GameState, Seat } from './game.ts'

/** How well a bot plays: like a beginner, like somebody who knows the game, or as well as is known. */
export type Level = 'easy' | 'medium' | 'hard'

export const LEVELS = ['easy', 'medium', 'hard'] as const satisfies readonly Level[]

/** What plays a game by itself. It knows what a player in its seat would see, and no more. */
export interface Bot<State, Move, Options> {
  /**
   * Makes the tables that the moves of a game with these options and so many seats need, once for all; may take seconds, and is
   * called before the first move, in a process of its own.
   */
  prepare?(options: Options, seats: number): void
  /**
   * What `seat` does that sees `view`: one of its legal moves. `null` where it does nothing now, which only those may who are
   * not to act. Pure but for `random`, which gives numbers from 0 up to 1; costs 2 ms at most.
   */
  move(view: State, seat: Seat, context: { level: Level; random: () => number }): Move | null
}

export type SealedBot = Bot<GameState, GameMove, GameOptions>

/** The one place that casts: a bot is given only what its own game has made. */
export const sealBot = <State, Move, Options>(bot: Bot<State, Move, Options>): SealedBot =>
  bot as unknown as SealedBot
