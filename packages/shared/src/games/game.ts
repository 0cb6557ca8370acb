import type { ZodMiniType } from 'zod/mini'
import type { Rejection } from '../protocol/rejections.ts'
import type { Result } from '../result.ts'

/** A place in the game, counted from 0. */
export type Seat = number

/** Who a message is encoded for. */
export type Viewer = Seat | 'spectator'

/**
 * Dice that were rolled together: `faces` from 1 to `sides`, or `null` for a viewer who may not see them yet. `deal`,
 * `who` and `n` are what the faces follow from, beside the deal's secret and the players' seeds.
 */
export interface Roll {
  readonly deal: number
  /** Whose stream of rolls: a seat's number, `v1`, `v2`, … for a visitor's, or `-` for the room's own. */
  readonly who: string
  /** Counted from 0 in this deal's stream. */
  readonly n: number
  readonly count: number
  readonly sides: number
  readonly faces: readonly number[] | null
  readonly secretTo?: Seat
}

/** The number of the visitor whose stream of rolls it is; `null` for a seat's or the room's. */
export const visitorOf = (who: string): number | null => {
  const number = /^v([1-9]\d*)$/.exec(who)?.[1]
  return number === undefined ? null : Number(number)
}

/** An open roll, or a secret one as the one who rolls it knows it. */
export interface KnownRoll extends Roll {
  readonly faces: readonly number[]
}

/** The one door to randomness. */
export interface Dice {
  /** Rolls `count` (1–20) dice of `sides` (2–100); only the seat `secretTo`, where it is given, may see them. */
  roll(count: number, sides: number, secretTo?: Seat): KnownRoll
}

/** What every event of a game has; its own fields come beside. */
export interface GameEvent {
  readonly type: string
  readonly seat?: Seat
  /** Set by the room where the default move was made for a player who is not there. */
  readonly auto?: true
  readonly rolls?: readonly Roll[]
}

/** Who came in where: the winners first; seats that share a place stand together. */
export interface Outcome {
  readonly places: readonly (readonly Seat[])[]
}

export interface Game<State, Move, Event extends GameEvent, Options> {
  /** kebab-case */
  readonly id: string
  readonly seats: { readonly min: number; readonly max: number }
  /** What each of its events holds beside `seq`, `at` and `type`, in words for those who write programs. */
  readonly events: { readonly [Type in Event['type']]: string }
  /** Every rule variant, each with a default. */
  readonly options: ZodMiniType<Options>
  readonly move: ZodMiniType<Move>
  /**
   * How much one deal covers. At the end of a round, which is where nobody is to act and nothing is decided, its deal is
   * closed, and `begin` rolls the next round when the next deal is ready.
   */
  readonly dealPer: 'game' | 'round'
  /**
   * Whether a game with these options is in play from the room's creation on, where players come and go, and roll whenever
   * they like. Left out where it never is.
   */
  endless?(options: Options): boolean
  /** Set where people without a seat may play as well, each with a stream of dice of their own. */
  readonly visitors?: {
    /** Whether they may in a game that stands like this. */
    admits(state: State): boolean
    /** What follows when one of them says something. */
    decide(state: State, message: string, context: { dice: Dice }): Result<readonly Event[], Rejection>
  }
  /**
   * How it stands before anything was rolled. `seats` are in turn order, which is not always ascending. `starter` is who
   * begins, `null` where that is still to be rolled for in `begin`.
   */
  setup(seats: readonly Seat[], options: Options, starter: Seat | null): State
  /** What is rolled when a deal is ready: who starts, hidden hands. */
  begin(state: State, context: { dice: Dice }): readonly Event[]
  /** Besides `begin` the only place that may roll. */
  decide(state: State, move: Move, context: { seat: Seat; dice: Dice }): Result<readonly Event[], Rejection>
  /** Total and pure; runs on the server and in the browser. */
  evolve(state: State, event: Event): State
  /** What this viewer may see of an event. */
  project(event: Event, viewer: Viewer): Event
  /** What this viewer may see of a state. */
  view(state: State, viewer: Viewer): State
  /** Whose turn it is; others may still have legal moves. Nobody's at the end of a round. */
  toAct(state: State): readonly Seat[]
  /** Whether what others do now changes nothing about what a seat may do: then nobody's move comes too late for it. */
  simultaneous?(state: State): boolean
  legalMoves(state: State, seat: Seat): readonly Move[]
  /** What is played for a seat that does not answer. */
  timeoutMove(state: State, seat: Seat): Move
  /** `null` as long as the game goes on. */
  outcome(state: State): Outcome | null
  /** What happened, as one English sentence for clients that have no words of their own; `''` for nothing worth saying. */
  sentence(event: Event, nameOf: (seat: Seat) => string): string
}

declare const sealed: unique symbol
/** A value that only the game it came from can read. */
export interface Sealed<Kind extends string> {
  readonly [sealed]: Kind
}
export type GameState = Sealed<'state'>
export type GameMove = Sealed<'move'>
export type GameOptions = Sealed<'options'>
export type SealedGame = Game<GameState, GameMove, GameEvent, GameOptions>

/** What the rules of a game say, as programs read it. */
export interface Says<State, Move, Event, Options> {
  readonly state: State
  readonly move: Move
  readonly event: Event
  readonly options: Options
}

declare const says: unique symbol
/** A sealed game; what it says is still known to the types, and to nothing else. */
export type SealedAs<What> = SealedGame & { readonly [says]?: What }

/** What a sealed game says. */
export type SaidBy<Game> = Game extends SealedAs<infer What> ? What : never

/**
 * A game as rooms handle it, which know none by name. The one place that casts: rooms give a game only what the
 * same game gave them, or what its own schemas let through.
 */
export const seal = <State, Move, Event extends GameEvent, Options>(
  game: Game<State, Move, Event, Options>,
): SealedAs<Says<State, Move, Event, Options>> => game as unknown as SealedGame

/** Whether a game with these options is in play at any time, and never over. */
export const isEndlessWith = (game: SealedGame, options: GameOptions): boolean =>
  game.endless?.(options) ?? false
