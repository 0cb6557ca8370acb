import type * as z from 'zod/mini'
import type { GameEvent, Roll, Seat } from '../game.ts'
import type { StarterRolled } from '../roll-off.ts'
import type { Options } from './options.ts'

// What a game of Farkle is at any moment, what happens in it, and what follows from how it stands.

export type FarkleOptions = z.infer<typeof Options>

/** Dice are in somebody's hand or on the table. */
interface Rolled extends GameEvent {
  readonly type: 'rolled'
  readonly seat: Seat
  /** What the turn is worth so far. */
  readonly points: number
  /** Faces of the dice that lie aside meanwhile. */
  readonly aside: readonly number[]
  /** Set where the dice and points of the turn before were taken over. */
  readonly piggyback?: true
  readonly rolls: readonly [Roll]
}

/** A roll in which nothing scores. */
interface Farkled extends GameEvent {
  readonly type: 'farkled'
  readonly seat: Seat
  /** What the turn was worth. */
  readonly lost: number
  /** Faces of the dice that lay aside. */
  readonly aside: readonly number[]
  /** How many farkles in a row these are, the third one counting as 3. */
  readonly inARow: number
  /** What the third one cost. */
  readonly penalty: number
  /** The seat's score after it. */
  readonly score: number
  /** Whose turn it is now; `null` after the last one. */
  readonly next: Seat | null
  readonly piggyback?: true
  readonly rolls: readonly [Roll]
}

interface SetAside extends GameEvent {
  readonly type: 'set_aside'
  readonly seat: Seat
  /** Indices into the dice last rolled, ascending, and what they show. */
  readonly dice: readonly number[]
  readonly faces: readonly number[]
  readonly points: number
  /** What the turn is worth with them. */
  readonly total: number
  /** Faces of all dice that lie aside now. */
  readonly aside: readonly number[]
  /** How many dice would be rolled next: all of them where all have scored. */
  readonly left: number
  /** Set where all dice have scored. */
  readonly hot?: true
}

interface Banked extends GameEvent {
  readonly type: 'banked'
  readonly seat: Seat
  readonly points: number
  /** The seat's score with them. */
  readonly score: number
  readonly next: Seat | null
  /** Set where this begins the final round. */
  readonly final?: true
}

/** Those with the same highest score have rolled a die each, again where the highest was shared. */
interface RolledOff extends GameEvent {
  readonly type: 'rolled_off'
  /** Who threw in each round, in the order of that round's dice in `rolls`. */
  readonly rounds: readonly (readonly Seat[])[]
  readonly winner: Seat
  readonly rolls: readonly Roll[]
}
export type FarkleEvent = StarterRolled | Rolled | Farkled | SetAside | Banked | RolledOff

export interface FarkleTurn {
  readonly seat: Seat
  /** What was set aside is worth; not banked yet. */
  readonly points: number
  /** Faces of the dice set aside since all dice were last thrown together. */
  readonly aside: readonly number[]
  /** The roll of which dice have to be set aside now; `null` where it is to roll or to bank. */
  readonly thrown: readonly number[] | null
}

export interface FarkleState {
  readonly options: FarkleOptions
  /** Who plays, in turn order. */
  readonly seats: readonly Seat[]
  /** What each seat has, in the order of `seats`; so the two below. */
  readonly scores: readonly number[]
  /** Who has banked once; until then the opening minimum holds. */
  readonly opened: readonly boolean[]
  /** How many farkles in a row, 0 to 2. */
  readonly farkles: readonly number[]
  /** `null` before the start was rolled for, and after the end. */
  readonly turn: FarkleTurn | null
  /** How many turns are over, of all seats together. */
  readonly turns: number
  /** Dice and points that the seat whose turn it is may go on with, by the option `piggyback`. */
  readonly offer: { readonly points: number; readonly aside: readonly number[] } | null
  /** Who reached the target first: after everybody else's next turn the game is over. */
  readonly finalBy: Seat | null
  readonly isOver: boolean
  /** Who won the roll among those with the same highest score. */
  readonly rollOffWinner: Seat | null
  /** What happened last, as boards show it. */
  readonly last: FarkleLast | null
}

export interface FarkleLast {
  readonly did: 'rolled' | 'set_aside' | 'farkled' | 'banked'
  readonly seat: Seat
  /** The dice rolled last. */
  readonly faces: readonly number[]
  /** Indices of those of them that were set aside. */
  readonly kept: readonly number[]
  /** Faces of what lay aside: with `set_aside` and `banked` these dice too. */
  readonly aside: readonly number[]
  /** Set aside, lost or banked. */
  readonly points: number
}

export const scoreOf = ({ scores, seats }: FarkleState, seat: Seat): number =>
  scores[seats.indexOf(seat)] ?? 0

export const hasOpened = ({ opened, seats }: FarkleState, seat: Seat): boolean =>
  opened[seats.indexOf(seat)] ?? false

/** How many dice a roll has when so many lie aside: the rest, or all where none is left. */
export const diceAfter = ({ dice }: FarkleOptions, aside: number): number =>
  aside < dice ? dice - aside : dice

/** The highest score of any other seat. */
export const bestOther = (state: FarkleState, seat: Seat): number =>
  Math.max(...state.scores.filter((_, at) => state.seats[at] !== seat))

/** What keeps a turn from being banked. */
export type BankObstacle = 'nothing' | 'opening' | 'hot-dice' | 'fifty' | 'leader'

/**
 * Why `seat` may not bank a turn worth `points` with so many dice aside; `null` where it may. Boards ask it of dice that are
 * not set aside yet.
 */
export function bankObstacle(
  state: FarkleState,
  seat: Seat,
  { points, aside }: { readonly points: number; readonly aside: number },
): BankObstacle | null {
  const { options } = state
  if (points === 0) return 'nothing'
  if (!hasOpened(state, seat) && points < options.opening) return 'opening'
  if (options.hotDice === 'must' && aside === options.dice) return 'hot-dice'
  if (options.noFifties && points % 100 !== 0) return 'fifty'
  const mustBeat = options.mustBeat && state.finalBy !== null
  return mustBeat && scoreOf(state, seat) + points <= bestOther(state, seat) ? 'leader' : null
}

/** Nobody plays for so long; it keeps a table of players who never bank from sitting there for ever. */
export const ROUNDS_MAX = 100

/**
 * Whose turn comes after this one of `seat`; `null` where the game ends with it: in the final round with the last seat before
 * the one that began it, else after a hundred rounds.
 */
export function seatAfter({ seats, turns, finalBy }: FarkleState, seat: Seat): Seat | null {
  const next = seats[(seats.indexOf(seat) + 1) % seats.length] ?? seat
  if (finalBy !== null) return next === finalBy ? null : next
  return turns + 1 < ROUNDS_MAX * seats.length ? next : null
}
