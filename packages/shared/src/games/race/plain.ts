import * as z from 'zod/mini'
import { type Refusal, refuse } from '../../protocol/rejections.ts'
import { ok } from '../../result.ts'
import type { Game, GameEvent, Roll, Seat } from '../game.ts'
import { rollForStart, STARTER_ROLLED, type StarterRolled, starterSentence } from '../roll-off.ts'
import { LAST_SQUARE, SHORTCUTS } from './board.ts'

// Race as it was first, and is without a wish: one die, 100 squares, ladders up and slides down; who reaches the last square
// first wins.

export const plainOptions = {
  finish: z
    ._default(z.enum(['stay', 'bounce', 'overshoot']), 'stay')
    .check(
      z.describe(
        'what happens to a roll that is too high for the last square: the piece stays, it bounces back, or it wins',
      ),
    ),
}
const Options = z.strictObject(plainOptions)
export type PlainOptions = z.infer<typeof Options>

export const RollMove = z.strictObject({ type: z.literal('roll') })
export type RollMove = z.infer<typeof RollMove>

export interface PieceMoved extends GameEvent {
  readonly type: 'piece_moved'
  readonly seat: Seat
  readonly from: number
  /** Where the die led; `to` differs where a ladder or a slide began there. */
  readonly landed: number
  readonly to: number
  /** Whose turn it is now; `null` after the winning move. */
  readonly next: Seat | null
  readonly rolls: readonly [Roll]
}
export type PlainEvent = StarterRolled | PieceMoved

export interface PlainState {
  readonly options: PlainOptions
  /** Who plays, in turn order. */
  readonly seats: readonly Seat[]
  /** Each seat's square, 0 to 100, in the order of `seats`. */
  readonly squares: readonly number[]
  /** `null` before the start was rolled for, and after the end. */
  readonly turn: Seat | null
  readonly winner: Seat | null
  /** The move that was made last, as boards show it. */
  readonly last: { seat: Seat; face: number; from: number; landed: number; to: number } | null
}

/** Where a piece on `from` stands after `face`, before ladders and slides. */
export function squareAfter(from: number, face: number, finish: PlainOptions['finish']): number {
  const target = from + face
  if (target <= LAST_SQUARE) return target
  if (finish === 'overshoot') return LAST_SQUARE
  return finish === 'bounce' ? 2 * LAST_SQUARE - target : from
}

export const squareOf = (state: PlainState, seat: Seat): number =>
  state.squares[state.seats.indexOf(seat)] ?? 0

/** Why a seat may not roll now; `null` where it may. */
export function refusalFor({ turn }: Pick<PlainState, 'turn'>, seat: Seat): Refusal | null {
  if (turn === null) return refuse('not_playing', 'This race is over.')
  return turn === seat ? null : refuse('not_your_turn', `It is the turn of seat ${turn}.`)
}

export const plainRace: Game<PlainState, RollMove, PlainEvent, PlainOptions> = {
  id: 'race',
  events: {
    starter_rolled: STARTER_ROLLED,
    piece_moved:
      '`{seat, from, landed, to, next, rolls}`: from one square to another; `to` differs from `landed` where a ladder or a slide begins there; `next` is whose turn it is, `null` after the winning move',
  },
  seats: { min: 1, max: 6 },
  options: Options,
  move: RollMove,
  dealPer: 'game',

  setup: (seats, options, starter) => ({
    options,
    seats,
    squares: seats.map(() => 0),
    turn: starter,
    winner: null,
    last: null,
  }),

  begin: ({ seats, turn }, { dice }) => (turn === null ? [rollForStart(seats, dice)] : []),

  decide(state, _move, { seat, dice }) {
    const refused = refusalFor(state, seat)
    if (refused) return refused
    const roll = dice.roll(1, 6)
    const from = squareOf(state, seat)
    const landed = squareAfter(from, roll.faces[0] ?? 0, state.options.finish)
    // A piece that stays where it is has not landed there: no ladder or slide takes it.
    const to = landed === from ? from : (SHORTCUTS.get(landed) ?? landed)
    const next = state.seats[(state.seats.indexOf(seat) + 1) % state.seats.length] ?? seat
    return ok([
      { type: 'piece_moved', seat, from, landed, to, next: to === LAST_SQUARE ? null : next, rolls: [roll] },
    ])
  },

  evolve(state, event) {
    if (event.type === 'starter_rolled') return { ...state, turn: event.starter }
    const { seat, from, landed, to } = event
    return {
      ...state,
      squares: state.squares.map((square, at) => (state.seats[at] === seat ? to : square)),
      turn: event.next,
      winner: event.next === null ? seat : null,
      last: { seat, face: event.rolls[0].faces?.[0] ?? 0, from, landed, to },
    }
  },

  project: event => event,
  view: state => state,
  toAct: state => (state.turn === null ? [] : [state.turn]),
  legalMoves: (state, seat) => (state.turn === seat ? [{ type: 'roll' }] : []),
  timeoutMove: () => ({ type: 'roll' }),

  outcome(state) {
    if (state.winner === null) return null
    const squares = [...new Set(state.squares)].sort((a, b) => b - a)
    return { places: squares.map(square => state.seats.filter((_, at) => state.squares[at] === square)) }
  },

  sentence(event, nameOf) {
    if (event.type === 'starter_rolled') return starterSentence(event, nameOf)
    const { from, landed, to } = event
    const face = event.rolls[0].faces?.[0]
    const rolled = `${nameOf(event.seat)} rolled ${face}`
    if (to === LAST_SQUARE) return `${rolled} and wins`
    if (landed === from) return `${rolled} and stays on ${from}`
    if (to > landed) return `${rolled} and climbs from ${landed} to ${to}`
    return to < landed ? `${rolled} and slides from ${landed} to ${to}` : `${rolled} and moves to ${to}`
  },
}
