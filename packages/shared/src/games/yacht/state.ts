import * as z from 'zod/mini'
import type { GameEvent, Roll, Seat } from '../game.ts'
import type { StarterRolled } from '../roll-off.ts'
import { BOXES, type Box, SHEETS } from './boxes.ts'
import { emptyScore, type Offer, offersFor, openBoxes, type Score, totalOf } from './sheet.ts'

// What a game of Yacht is made of: its options and moves, its events and its state.

/** Dice on the table, and rolls in a turn. */
export const DICE = 5
export const ROLLS = 3

/** All sets of the five places but that of all five: what may be kept of a throw. */
export const KEEPS: readonly (readonly number[])[] = Array.from({ length: 2 ** DICE - 1 }, (_, set) =>
  [0, 1, 2, 3, 4].filter(place => set & (1 << place)),
)

export const Options = z.strictObject({
  sheet: z
    ._default(z.enum(SHEETS), 'standard')
    .check(z.describe('which boxes there are: the usual 13, the 15 of Yatzy, or the 12 of the oldest game')),
  joker: z
    ._default(z.enum(['forced', 'free', 'none']), 'forced')
    .check(
      z.describe(
        'what five alike stand for once their box is filled: in a forced order of boxes, in any box, or nothing more; only on the usual sheet',
      ),
    ),
  order: z
    ._default(z.enum(['free', 'down']), 'free')
    .check(z.describe('whether players choose which box to fill, or fill them from the top down')),
})
export type YachtOptions = z.infer<typeof Options>

/** Indices into the dice on the table, in any order; what stands there twice counts once. */
const Keep = z.array(z.int().check(z.minimum(0), z.maximum(DICE - 1))).check(
  z.maxLength(DICE),
  z.overwrite(keep => [...new Set(keep)].sort((a, b) => a - b)),
)

export const Move = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('roll'),
    keep: z
      ._default(Keep, [])
      .check(z.describe('places of the dice that stay; none in the first roll of a turn')),
  }),
  z.strictObject({ type: z.literal('score'), box: z.enum(BOXES) }),
])
export type YachtMove = z.infer<typeof Move>

export interface DiceRolled extends GameEvent {
  readonly type: 'dice_rolled'
  readonly seat: Seat
  /** The places of the dice that were thrown, in the order of their dice in `rolls`. */
  readonly thrown: readonly number[]
  /** All five, as they lie now. */
  readonly dice: readonly number[]
  readonly rollsLeft: number
  readonly rolls: readonly [Roll]
}

export interface BoxScored extends GameEvent {
  readonly type: 'box_scored'
  readonly seat: Seat
  readonly box: Box
  readonly dice: readonly number[]
  readonly points: number
  readonly joker: boolean
  /** 100 for a further five alike, else 0. */
  readonly extra: number
  /** What the upper half earns with this box, else 0. */
  readonly bonus: number
  readonly total: number
  /** Whose turn it is now; `null` after the last box of all. */
  readonly next: Seat | null
}
export type YachtEvent = StarterRolled | DiceRolled | BoxScored

export interface YachtState {
  readonly options: YachtOptions
  /** Who plays, in turn order. */
  readonly seats: readonly Seat[]
  /** What each seat has, in the order of `seats`. */
  readonly scores: readonly Score[]
  /** `null` before the start was rolled for, and after the end. */
  readonly turn: Seat | null
  /** The five dice on the table; `null` before the first roll of a turn. */
  readonly dice: readonly number[] | null
  /** Which of them were thrown last. */
  readonly thrown: readonly number[]
  readonly rollsLeft: number
  /** The box that was filled last, and with which dice. */
  readonly last: {
    readonly seat: Seat
    readonly box: Box
    readonly dice: readonly number[]
    /** Which of them were thrown last. */
    readonly thrown: readonly number[]
    readonly points: number
    readonly extra: number
  } | null
}

/** What a seat has on its sheet. */
export const scoreOf = (state: YachtState, seat: Seat): Score =>
  state.scores[state.seats.indexOf(seat)] ?? emptyScore

/** What a seat has in all, its bonus and its extras among it. */
export const totalFor = (state: YachtState, seat: Seat): number =>
  totalOf(scoreOf(state, seat), state.options)

/** The boxes that the one to act may fill now, and what each would give; none before the first roll of a turn. */
export const offersIn = (state: YachtState): readonly Offer[] =>
  state.turn === null || state.dice === null
    ? []
    : offersFor(scoreOf(state, state.turn), state.dice, state.options)

/** The next seat in turn that has an open box once `seat` has filled its own; `null` where nobody has. */
export function nextAfter(state: YachtState, seat: Seat): Seat | null {
  const { seats, scores, options } = state
  const at = seats.indexOf(seat)
  for (let step = 1; step <= seats.length; step += 1) {
    const other = (at + step) % seats.length
    const open = openBoxes(scores[other] ?? emptyScore, options).length
    if (open > (other === at ? 1 : 0)) return seats[other] ?? null
  }
  return null
}
