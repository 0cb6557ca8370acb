import * as z from 'zod/mini'
import { type Refusal, refuse } from '../../protocol/rejections.ts'
import { ok } from '../../result.ts'
import type { Game, GameEvent, Roll, Seat } from '../game.ts'
import { rollForStart, STARTER_ROLLED, type StarterRolled, starterSentence } from '../roll-off.ts'
import { HOG_DICE_MAX, Options, type PigOptions } from './options.ts'
import { diceOf, judge } from './throw.ts'

// Pig: roll as often as you dare; a 1 takes the turn's points, holding puts them to the score.

const Move = z.strictObject({
  type: z.enum(['roll', 'hold']),
  count: z
    .optional(z.int().check(z.minimum(1), z.maximum(HOG_DICE_MAX)))
    .check(z.describe('how many dice are rolled: in Hog, and nowhere else')),
})
export type PigMove = z.infer<typeof Move>

/** The turn goes on. */
interface Rolled extends GameEvent {
  readonly type: 'rolled'
  readonly seat: Seat
  readonly points: number
  /** What the turn has come to. */
  readonly total: number
  /** Set where the total may not be held before another roll. */
  readonly mustRoll?: true
  readonly rolls: readonly [Roll]
}

/** A 1 has ended the turn. */
interface Lost extends GameEvent {
  readonly type: 'lost'
  readonly seat: Seat
  /** What the turn had come to. */
  readonly points: number
  /** Set where the whole score is lost as well: so much it was. */
  readonly scoreLost?: number
  /** Whose turn it is now; `null` after the last one. */
  readonly next: Seat | null
  readonly rolls: readonly [Roll]
}

/** The turn's points were put to the score: by holding, or at once where the rules do it. */
interface Banked extends GameEvent {
  readonly type: 'banked'
  readonly seat: Seat
  readonly points: number
  /** The seat's score with them. */
  readonly score: number
  readonly next: Seat | null
  /** What reaching the target has led to. */
  readonly reached?: 'win' | 'final_round'
  /** The roll that was put to the score at once. */
  readonly rolls?: readonly [Roll]
}
export type PigEvent = StarterRolled | Rolled | Lost | Banked

export interface PigTurn {
  readonly seat: Seat
  /** What is not held yet. */
  readonly total: number
  readonly throws: number
  readonly mustRoll: boolean
}

export interface PigState {
  readonly options: PigOptions
  /** Who plays, in turn order. */
  readonly seats: readonly Seat[]
  /** Each seat's points, in the order of `seats`. */
  readonly scores: readonly number[]
  /** How many turns each seat has had, in the order of `seats`. */
  readonly turns: readonly number[]
  /** `null` before the start was rolled for, and after the end. */
  readonly turn: PigTurn | null
  /** Who reached the target first, where everybody else has one more turn after that. */
  readonly reachedBy: Seat | null
  readonly isOver: boolean
  /** What happened last, as boards show it; the dice stay when they are held. */
  readonly last: {
    readonly seat: Seat
    readonly did: 'rolled' | 'lost' | 'banked'
    readonly points: number
    readonly faces: readonly number[]
  } | null
}

const begun = (seat: Seat | null): PigTurn | null =>
  seat === null ? null : { seat, total: 0, throws: 0, mustRoll: false }

/** A seat's points. */
export const scoreOf = ({ scores, seats }: PigState, seat: Seat): number => scores[seats.indexOf(seat)] ?? 0

/** Whose turn comes after that of `seat`; `null` where the final round ends there. */
function seatAfter({ seats, reachedBy }: PigState, seat: Seat): Seat | null {
  const next = seats[(seats.indexOf(seat) + 1) % seats.length] ?? seat
  return next === reachedBy ? null : next
}

/** Why the seat whose turn it is may not do this; `null` where it may. */
function objection({ options }: PigState, turn: PigTurn, { type, count }: PigMove): Refusal | null {
  const isHog = options.variant === 'hog'
  if (type === 'roll') {
    if (isHog === (count !== undefined)) return null
    return refuse(
      'illegal_move',
      isHog ? 'Say how many dice you roll.' : 'Only in Hog you say how many dice you roll.',
    )
  }
  if (isHog) return refuse('illegal_move', 'In Hog a turn is one roll, and nothing is held.')
  if (count !== undefined) return refuse('illegal_move', 'Points are held all together.')
  if (turn.throws === 0) return refuse('illegal_move', 'Roll at least once.')
  return turn.mustRoll ? refuse('illegal_move', 'After this double you roll again.') : null
}

/** The points of a turn put to the score, and what follows. */
function bank(state: PigState, seat: Seat, points: number): Banked {
  const score = scoreOf(state, seat) + points
  const banked: Banked = { type: 'banked', seat, points, score, next: seatAfter(state, seat) }
  if (state.reachedBy !== null || score < state.options.target) return banked
  return state.options.finalRound
    ? { ...banked, reached: 'final_round' }
    : { ...banked, next: null, reached: 'win' }
}

/** The state after a turn that left its seat with `score`. */
function turnEnded(state: PigState, seat: Seat, score: number, next: Seat | null): PigState {
  const at = state.seats.indexOf(seat)
  return {
    ...state,
    scores: state.scores.with(at, score),
    turns: state.turns.with(at, (state.turns[at] ?? 0) + 1),
    turn: begun(next),
    isOver: next === null,
  }
}

const facesOf = (event: { readonly rolls?: readonly [Roll] }): readonly number[] =>
  event.rolls?.[0].faces ?? []

export const pig: Game<PigState, PigMove, PigEvent, PigOptions> = {
  id: 'pig',
  events: {
    starter_rolled: STARTER_ROLLED,
    rolled:
      '`{seat, points, total, mustRoll?, rolls}`: the turn goes on, and has come to `total`; with `mustRoll` it may not be held before another roll',
    lost: '`{seat, points, scoreLost?, next, rolls}`: a 1 has ended the turn, which had come to `points`; `scoreLost` is the score where that is lost as well; `next` is whose turn it is, `null` after the last one',
    banked:
      '`{seat, points, score, next, reached?, rolls?}`: points were put to the score, by holding or, where `rolls` are there, by the roll itself; `reached` says what reaching the target leads to: `win` or `final_round`',
  },
  seats: { min: 2, max: 10 },
  options: Options,
  move: Move,
  dealPer: 'game',

  setup: (seats, options, starter) => ({
    options,
    seats,
    scores: seats.map(() => 0),
    turns: seats.map(() => 0),
    turn: begun(starter),
    reachedBy: null,
    isOver: false,
    last: null,
  }),

  begin: ({ seats, turn }, { dice }) => (turn === null ? [rollForStart(seats, dice)] : []),

  decide(state, move, { seat, dice }) {
    const { turn, options } = state
    if (turn === null) return refuse('not_playing', 'This game is over.')
    if (turn.seat !== seat) return refuse('not_your_turn', `It is the turn of seat ${turn.seat}.`)
    const refused = objection(state, turn, move)
    if (refused) return refused
    if (move.type === 'hold') return ok([bank(state, seat, turn.total)])

    const roll = dice.roll(move.count ?? diceOf(options), 6)
    const thrown = judge(roll.faces, options)
    if (thrown.fate !== 'points') {
      const score = scoreOf(state, seat)
      const scoreLost = thrown.fate === 'score_lost' ? { scoreLost: score } : {}
      const next = seatAfter(state, seat)
      return ok([{ type: 'lost', seat, points: turn.total, ...scoreLost, next, rolls: [roll] }])
    }
    const { points } = thrown
    const total = turn.total + points
    const reaches = state.reachedBy === null && scoreOf(state, seat) + total >= options.target
    if (options.variant === 'hog' || (options.autoWin && reaches)) {
      return ok([{ ...bank(state, seat, total), rolls: [roll] }])
    }
    const mustRoll = thrown.mustRoll ? ({ mustRoll: true } as const) : {}
    return ok([{ type: 'rolled', seat, points, total, ...mustRoll, rolls: [roll] }])
  },

  evolve(state, event) {
    if (event.type === 'starter_rolled') return { ...state, turn: begun(event.starter) }
    const { seat, type: did, points } = event
    const last = { seat, did, points, faces: event.rolls ? facesOf(event) : (state.last?.faces ?? []) }
    if (event.type === 'rolled') {
      const throws = (state.turn?.throws ?? 0) + 1
      return { ...state, last, turn: { seat, total: event.total, throws, mustRoll: event.mustRoll ?? false } }
    }
    const score = event.type === 'banked' ? event.score : scoreOf(state, seat) - (event.scoreLost ?? 0)
    const reachedBy = event.type === 'banked' && event.reached === 'final_round' ? seat : state.reachedBy
    return { ...turnEnded(state, seat, score, event.next), last, reachedBy }
  },

  project: event => event,
  view: state => state,
  toAct: ({ turn }) => (turn === null ? [] : [turn.seat]),

  legalMoves(state, seat) {
    const { turn } = state
    if (turn?.seat !== seat) return []
    if (state.options.variant === 'hog') {
      return Array.from({ length: HOG_DICE_MAX }, (_, at) => ({ type: 'roll', count: at + 1 }))
    }
    return turn.throws === 0 || turn.mustRoll ? [{ type: 'roll' }] : [{ type: 'roll' }, { type: 'hold' }]
  },

  timeoutMove({ turn, options }) {
    if (options.variant === 'hog') return { type: 'roll', count: 1 }
    return turn && turn.throws > 0 && !turn.mustRoll ? { type: 'hold' } : { type: 'roll' }
  },

  outcome({ isOver, scores, seats }) {
    if (!isOver) return null
    const reached = [...new Set(scores)].sort((a, b) => b - a)
    return { places: reached.map(score => seats.filter((_, at) => scores[at] === score)) }
  },

  sentence(event, nameOf) {
    if (event.type === 'starter_rolled') return starterSentence(event, nameOf)
    const name = nameOf(event.seat)
    const rolled = `${name} rolled ${facesOf(event).join(' ')}`
    if (event.type === 'rolled') {
      return event.mustRoll
        ? `${rolled}, must roll again, and has ${event.total} this turn`
        : `${rolled} and has ${event.total} this turn`
    }
    if (event.type === 'lost') {
      if (event.scoreLost !== undefined) return `${rolled} and loses the whole score`
      return event.points === 0 ? `${rolled} and gets nothing` : `${rolled} and loses ${event.points}`
    }
    const banked = event.rolls ? rolled : `${name} holds ${event.points}`
    if (event.reached === 'win') return `${banked} and wins with ${event.score}`
    const last = event.reached === 'final_round' ? ': everybody else has one more turn' : ''
    return `${banked} and has ${event.score}${last}`
  },
}
