import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type { GameEvent, GameOptions, GameState, Seat } from '@diceroom/shared/games/game.ts'
import type { SeatHolder } from '@diceroom/shared/room/room.ts'
import type { ComponentType, ReactNode } from 'react'
import type { en } from '../i18n/en.ts'
import type { Sentence } from '../words/sentence.ts'

export interface PlayfieldProps<State> {
  /** As shown: the dice under way have not been counted yet. `null` before the first game. */
  readonly state: State | null
  readonly seats: readonly SeatHolder[]
  /** The latest events, as shown. */
  readonly feed: readonly FeedEntry[]
  /** How many games were begun. */
  readonly game: number
  /** The dice; they fill what they are placed in. */
  readonly dice: ReactNode
  /** Shown over the board when the game is decided and everything on the board has come to rest. */
  readonly celebration: ReactNode
}

export interface OptionsProps<Options> {
  readonly options: Options
  /** `null` for who may only look. */
  readonly onChange: ((options: Options) => void) | null
}

/** A move that can be made with one button. */
export interface BoardMove {
  readonly move: { readonly type: string }
  readonly label: 'play.roll' | 'play.rollDice' | 'play.rollSides'
  readonly count: number
  readonly sides: number
}

/** How a game looks. Everything else about it is in `shared`. */
export interface Board<State, Event extends GameEvent, Options> {
  readonly name: Extract<keyof typeof en, `game.${string}`>
  readonly pitch: Extract<keyof typeof en, `game.${string}.pitch`>
  /** A small picture for the first page. */
  readonly Picture: ComponentType
  readonly Playfield: ComponentType<PlayfieldProps<State>>
  readonly Options: ComponentType<OptionsProps<Options>>
  /** What happened; `null` for what is not worth a line. */
  sentence(event: Event, nameOf: (seat: Seat) => string): Sentence | null
  optionsSentence(options: Options): Sentence
  /** What stands beside the seat. */
  score(state: State, seat: Seat): string | undefined
  moves(options: Options): readonly BoardMove[]
  /** Where several seats threw together: whose each die is, roll by roll; empty where it was one seat's throw. */
  throwers(event: Event): readonly (readonly Seat[])[]
  /** The dice of the last move, for who came after it was made. */
  lying(
    state: State,
  ): { readonly seat: Seat | null; readonly faces: readonly number[]; readonly sides: number } | null
}

export type SealedBoard = Board<GameState, GameEvent, GameOptions>

/** The one place that casts: a board is given only what its own game made. */
export const sealBoard = <State, Event extends GameEvent, Options>(
  board: Board<State, Event, Options>,
): SealedBoard => board as unknown as SealedBoard
