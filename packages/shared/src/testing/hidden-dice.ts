import { z } from 'zod'
import type { Dice, Game, GameEvent, Roll, Seat, Viewer } from '../games/game.ts'
import { refuse } from '../protocol/rejections.ts'
import { ok } from '../result.ts'

// A game that exists only to be tested: each player has two dice that nobody else sees. In turn each may shake them once
// more, boast of a six if there is one, and stand; when all stand, all hands are shown and the highest sum wins the
// round. It has what a game can leak: hidden dice at the beginning and in between, moves that hang on them, rounds.

const Options = z.strictObject({
  rounds: z.int().min(1).max(3).default(1),
  boasting: z.boolean().default(true),
})
type Options = z.infer<typeof Options>

const Move = z.strictObject({ type: z.enum(['shake', 'boast', 'stand']) })
type Move = z.infer<typeof Move>

export type HiddenDiceEvent =
  | (GameEvent & { readonly type: 'dealt'; readonly rolls: readonly Roll[] })
  | (GameEvent & { readonly type: 'shaken'; readonly seat: Seat; readonly rolls: readonly [Roll] })
  | (GameEvent & { readonly type: 'boasted'; readonly seat: Seat })
  | (GameEvent & { readonly type: 'stood'; readonly seat: Seat })
  | (GameEvent & { readonly type: 'shown'; readonly hands: readonly (readonly number[])[] })

export interface HiddenDiceState {
  readonly options: Options
  readonly seats: readonly Seat[]
  /** In the order of `seats`; `null` where the viewer may not see them, or before they are rolled. */
  readonly hands: readonly (readonly number[] | null)[]
  readonly shaken: boolean
  readonly boasted: boolean
  /** Index into `seats` of whose turn it is. */
  readonly turn: number
  /** Whether hands lie open. */
  readonly open: boolean
  readonly round: number
  readonly wins: readonly number[]
}

/** What shows hidden dice. */
export const REVEALS = ['shown']

const sum = (faces: readonly number[] | null): number =>
  (faces ?? []).reduce((total, face) => total + face, 0)

const deal = (seats: readonly Seat[], dice: Dice): HiddenDiceEvent => ({
  type: 'dealt',
  rolls: seats.map(seat => dice.roll(2, 6, seat)),
})

export const seenBy = (roll: Roll, viewer: Viewer): Roll =>
  roll.secretTo === undefined || roll.secretTo === viewer ? roll : { ...roll, faces: null }

export const hiddenDice: Game<HiddenDiceState, Move, HiddenDiceEvent, Options> = {
  id: 'hidden-dice',
  events: {
    dealt: '`{rolls}`',
    shaken: '`{seat, rolls}`',
    boasted: '`{seat}`',
    stood: '`{seat}`',
    shown: '`{hands}`',
  },
  seats: { min: 2, max: 4 },
  options: Options,
  move: Move,
  dealPer: 'round',

  setup: (seats, options) => ({
    options,
    seats,
    hands: seats.map(() => null),
    shaken: false,
    boasted: false,
    turn: 0,
    open: true,
    round: 0,
    wins: seats.map(() => 0),
  }),

  begin: (state, { dice }) => [deal(state.seats, dice)],

  decide(state, move, { seat, dice }) {
    if (hiddenDice.outcome(state)) return refuse('not_playing', 'over')
    if (state.seats[state.turn] !== seat) return refuse('not_your_turn', 'not your turn')
    if (!hiddenDice.legalMoves(state, seat).some(({ type }) => type === move.type)) {
      return refuse('illegal_move', `no ${move.type} now`)
    }
    if (move.type === 'shake') return ok([{ type: 'shaken', seat, rolls: [dice.roll(2, 6, seat)] }])
    if (move.type === 'boast') return ok([{ type: 'boasted', seat }])
    const stood: HiddenDiceEvent = { type: 'stood', seat }
    if (state.turn + 1 < state.seats.length) return ok([stood])
    const shown: HiddenDiceEvent = { type: 'shown', hands: state.hands.map(hand => hand ?? []) }
    return ok([stood, shown])
  },

  evolve(state, event) {
    switch (event.type) {
      case 'dealt': {
        const hands = event.rolls.map(roll => roll.faces)
        return {
          ...state,
          hands,
          turn: 0,
          open: false,
          shaken: false,
          boasted: false,
          round: state.round + 1,
        }
      }
      case 'shaken': {
        const [{ faces }] = event.rolls
        const hands = state.hands.map((hand, at) => (state.seats[at] === event.seat ? faces : hand))
        return { ...state, hands, shaken: true }
      }
      case 'boasted':
        return { ...state, boasted: true }
      case 'stood':
        return { ...state, turn: state.turn + 1, shaken: false, boasted: false }
      case 'shown': {
        const best = Math.max(...event.hands.map(sum))
        const wins = state.wins.map((won, at) => (sum(event.hands[at] ?? []) === best ? won + 1 : won))
        return { ...state, hands: event.hands, open: true, wins }
      }
    }
  },

  project: (event, viewer) => {
    if (event.type === 'dealt') return { ...event, rolls: event.rolls.map(roll => seenBy(roll, viewer)) }
    return event.type === 'shaken' ? { ...event, rolls: [seenBy(event.rolls[0], viewer)] } : event
  },

  view: (state, viewer) =>
    state.open
      ? state
      : { ...state, hands: state.hands.map((hand, at) => (state.seats[at] === viewer ? hand : null)) },

  toAct: state => state.seats.filter((_, at) => at === state.turn && !state.open),

  legalMoves(state, seat) {
    const at = state.seats.indexOf(seat)
    if (state.open || at !== state.turn) return []
    const moves: Move[] = [{ type: 'stand' }]
    if (!state.shaken) moves.push({ type: 'shake' })
    if (state.options.boasting && !state.boasted && state.hands[at]?.includes(6))
      moves.push({ type: 'boast' })
    return moves
  },

  timeoutMove: () => ({ type: 'stand' }),

  outcome(state) {
    if (!state.open || state.round < state.options.rounds) return null
    const wins = [...new Set(state.wins)].sort((a, b) => b - a)
    return { places: wins.map(won => state.seats.filter((_, at) => state.wins[at] === won)) }
  },

  sentence: event => event.type,
}
