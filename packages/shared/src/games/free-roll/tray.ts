import * as z from 'zod/mini'
import { TextLine } from '../../protocol/text.ts'
import { ok } from '../../result.ts'
import { type Game, type GameEvent, type Roll, type Seat, visitorOf } from '../game.ts'

// A tray of dice that anyone at the table may throw at any time. Nobody wins and nothing ends: the first version of free roll,
// and what the next one is without turn order and without a winner.

export const SIDES = [4, 6, 8, 10, 12, 20, 100] as const

export const trayOptions = {
  dice: z
    ._default(z.int().check(z.minimum(1), z.maximum(20)), 1)
    .check(z.describe('how many dice are thrown together')),
  sides: z._default(z.literal(SIDES), 6).check(z.describe('how many sides each die has')),
}
const Options = z.strictObject(trayOptions)
export type TrayOptions = z.infer<typeof Options>

export const RollMove = z.strictObject({ type: z.literal('roll'), message: z.optional(TextLine) })
export type RollMove = z.infer<typeof RollMove>

export interface Rolled extends GameEvent {
  readonly type: 'rolled'
  /** Left out where a visitor rolled, who has none; the roll says whose it is. */
  readonly seat?: Seat
  readonly message?: string
  readonly rolls: readonly [Roll]
}

export interface TrayState {
  readonly options: TrayOptions
  /** How many throws there were. */
  readonly throws: number
  /** What lies on the table, and who threw it. */
  readonly last: { readonly seat: Seat | null; readonly faces: readonly number[] } | null
}

export const tray: Game<TrayState, RollMove, Rolled, TrayOptions> = {
  id: 'free-roll',
  events: {
    rolled: '`{seat, rolls, message?}`',
  },
  // A whole class around one tray; the seat has to fit into one byte of a roll's input.
  seats: { min: 1, max: 200 },
  options: Options,
  move: RollMove,
  dealPer: 'game',
  endless: () => true,

  visitors: {
    // All that they know is a position from 1 to 6.
    admits: ({ options }) => options.sides === 6,
    decide: ({ options }, message, { dice }) =>
      ok([{ type: 'rolled', message, rolls: [dice.roll(options.dice, options.sides)] }]),
  },

  setup: (_seats, options) => ({ options, throws: 0, last: null }),
  begin: () => [],

  decide(state, move, { seat, dice }) {
    const roll = dice.roll(state.options.dice, state.options.sides)
    const words = move.message === undefined ? {} : { message: move.message }
    return ok([{ type: 'rolled', seat, ...words, rolls: [roll] }])
  },

  evolve: (state, event) => ({
    ...state,
    throws: state.throws + 1,
    last: { seat: event.seat ?? null, faces: event.rolls[0].faces ?? [] },
  }),

  project: event => event,
  view: state => state,
  toAct: () => [],
  legalMoves: () => [{ type: 'roll' }],
  timeoutMove: () => ({ type: 'roll' }),
  outcome: () => null,

  sentence({ seat, message, rolls: [{ who, faces }] }, nameOf) {
    const name = seat === undefined ? `Visitor ${visitorOf(who)}` : nameOf(seat)
    return message ?? `${name} rolled ${(faces ?? []).join(' ')}`
  },
}
