import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type {
  GameEvent,
  GameMove,
  GameOptions,
  GameState,
  Outcome,
  Seat,
} from '@diceroom/shared/games/game.ts'
import type { SeatHolder } from '@diceroom/shared/room/room.ts'
import type { ComponentType, ReactNode } from 'react'
import type { DiceHow } from '../ui/dice/dice-how.ts'
import type { Sentence } from '../words/sentence.ts'

/** What the hand does until the answer to a move is here: `shaking` where the move throws dice. */
export type Hand = 'still' | 'shaking'

export interface PlayfieldProps<State, Move, Options, Event extends GameEvent = GameEvent> {
  /** As shown: the dice under way have not been counted yet. `null` before the first game. */
  readonly state: State | null
  readonly options: Options
  readonly seats: readonly SeatHolder[]
  /** The latest events, as shown. */
  readonly feed: readonly FeedEntry[]
  /** The event whose dice are in the air: `state` does not hold it yet. */
  readonly thrown: Event | null
  /** How many games were begun. */
  readonly game: number
  /** The viewer's seat; `null` for who watches, and in a replay. */
  readonly me: Seat | null
  /**
   * What the viewer may do now: empty while dice are in the air, while an answer is awaited, and where it is not their move.
   * Actions stay where they are meanwhile, with `aria-disabled`, as long as `state` says that it is the viewer's turn.
   */
  readonly legal: readonly Move[]
  /** Sends a move. Why it was refused is shown above the bar. */
  readonly onMove: (move: Move, hand?: Hand) => void
  /** Puts its children into the bar at the bottom, within the thumb's reach, in place of the table's own button. */
  readonly Actions: ComponentType<{ readonly children: ReactNode }>
  /** The dice that were thrown last; they fill what they are placed in. */
  readonly dice: (how?: DiceHow) => ReactNode
  /** Shown over the board when the game is decided and everything on the board has come to rest. */
  readonly celebration: ReactNode
}

export interface OptionsProps<Options> {
  readonly options: Options
  /** `null` for who may only look. */
  readonly onChange: ((options: Options) => void) | null
}

/** A move that is made with one button of the bar. */
export interface BoardMove<Move> {
  readonly move: Move
  readonly label: Sentence
  /** A second, smaller line: the odds, or what it brings. */
  readonly detail?: Sentence
  /** The one thing to do is an `action`, which goes without saying; what stands beside it is `secondary`. */
  readonly kind?: 'action' | 'secondary'
  readonly hand: Hand
}

/** How a game looks, and what it says. Everything else about it is in `shared`. */
export interface Board<State, Move, Event extends GameEvent, Options> {
  readonly Playfield: ComponentType<PlayfieldProps<State, Move, Options, Event>>
  readonly Options: ComponentType<OptionsProps<Options>>
  /** The rules in short, with examples. */
  readonly Help: ComponentType<{ readonly options: Options }>
  /** What happened; `null` for what is not worth a line. */
  sentence(event: Event, nameOf: (seat: Seat) => string): Sentence | null
  /** What the options come to. */
  optionsSentence(options: Options): Sentence
  /** What stands beside the seat. */
  score(state: State, seat: Seat): string | undefined
  /** What decided the game; `null` where there is nothing to say. */
  decided(state: State, outcome: Outcome, nameOf: (seat: Seat) => string): Sentence | null
  /** The figure beside a seat in the results. */
  result(state: State, seat: Seat): string | undefined
  /** The table's own buttons for a seat that may make the moves `legal`; none where the playfield has `Actions`. */
  moves(state: State, legal: readonly Move[], options: Options): readonly BoardMove<Move>[]
  /** Where several seats threw together: whose each die is, roll by roll; empty where it was one seat's throw. */
  throwers(event: Event): readonly (readonly Seat[])[]
  /** The dice of the last move, for who came after it was made. */
  lying(
    state: State,
  ): { readonly seat: Seat | null; readonly faces: readonly number[]; readonly sides: number } | null
}

export type SealedBoard = Board<GameState, GameMove, GameEvent, GameOptions>

/** The one place that casts: a board is given only what its own game made. */
export const sealBoard = <State, Move, Event extends GameEvent, Options>(
  board: Board<State, Move, Event, Options>,
): SealedBoard => board as unknown as SealedBoard

/** A move as it goes out: whatever its game, it says what it is. */
export const asSent = (move: GameMove): { readonly type: string } => move as unknown as { type: string }
