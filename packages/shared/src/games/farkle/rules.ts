import * as z from 'zod/mini'
import { type Refusal, refuse } from '../../protocol/rejections.ts'
import { ok } from '../../result.ts'
import type { Dice, Game, Seat } from '../game.ts'
import { rollForStart, STARTER_ROLLED, starterSentence } from '../roll-off.ts'
import { Options } from './options.ts'
import { bestKeep, keepsOf, pointsOf, scores } from './scoring.ts'
import { farkleSentence } from './sentence.ts'
import {
  type BankObstacle,
  bankObstacle,
  diceAfter,
  type FarkleEvent,
  type FarkleOptions,
  type FarkleState,
  type FarkleTurn,
  scoreOf,
  seatAfter,
} from './state.ts'

// Farkle: roll, set aside what scores, and roll the rest or bank; a roll in which nothing scores takes the turn's points.

const MOST_DICE = 6
const Move = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('roll') }),
  z.strictObject({ type: z.literal('piggyback') }),
  z.strictObject({
    type: z.literal('keep'),
    dice: z.array(z.int().check(z.minimum(0), z.maximum(MOST_DICE - 1))).check(z.maxLength(MOST_DICE)),
  }),
  z.strictObject({ type: z.literal('bank') }),
])
export type FarkleMove = z.infer<typeof Move>

const PENALTY = 1000
const FARKLES_FOR_PENALTY = 3

const begun = (seat: Seat | null): FarkleTurn | null =>
  seat === null ? null : { seat, points: 0, aside: [], thrown: null }

/** Rolls what is not aside, or goes on with what the seat before has left. */
function roll(state: FarkleState, turn: FarkleTurn, dice: Dice, from: FarkleState['offer']): FarkleEvent[] {
  const { seat } = turn
  const { options } = state
  const { points, aside: before } = from ?? turn
  const aside = before.length === options.dice ? [] : before
  const rolled = dice.roll(diceAfter(options, aside.length), 6)
  const common = { seat, aside, ...(from ? { piggyback: true as const } : {}), rolls: [rolled] as const }
  if (scores(rolled.faces)) return [{ type: 'rolled', points, ...common }]

  const inARow = (state.farkles[state.seats.indexOf(seat)] ?? 0) + 1
  const score = scoreOf(state, seat)
  const penalty = inARow < FARKLES_FOR_PENALTY ? 0 : penaltyOf(options, score)
  const next = seatAfter(state, seat)
  const farkled = { type: 'farkled', lost: points, inARow, penalty, score: score - penalty, next } as const
  const event = { ...farkled, ...common }
  return [event, ...rollOff(state, event, dice)]
}

function penaltyOf({ penalty }: FarkleOptions, score: number): number {
  if (penalty === 'none') return 0
  return penalty === 'below-zero' ? PENALTY : Math.max(0, Math.min(PENALTY, score))
}

function keep(state: FarkleState, turn: FarkleTurn, dice: readonly number[]): FarkleEvent | Refusal {
  const { thrown, seat } = turn
  if (!thrown) return refuse('illegal_move', 'Roll first.')
  const isInOrder = dice.every((index, at) => index > (dice[at - 1] ?? -1) && index < thrown.length)
  if (!isInOrder) return refuse('illegal_move', 'Name dice of this roll, each once, in ascending order.')
  const faces = dice.map(index => thrown[index] ?? 0)
  const points = pointsOf(faces, state.options.table)
  if (points === null) return refuse('illegal_move', 'Set aside dice that score, and only such.')
  const aside = [...turn.aside, ...faces]
  const hot = aside.length === state.options.dice ? { hot: true as const } : {}
  const left = diceAfter(state.options, aside.length)
  return { type: 'set_aside', seat, dice, faces, points, total: turn.points + points, aside, left, ...hot }
}

function bank(state: FarkleState, turn: FarkleTurn, dice: Dice): FarkleEvent[] {
  const { seat, points } = turn
  const score = scoreOf(state, seat) + points
  const isFinal = state.finalBy === null && score >= state.options.target
  const next = seatAfter(isFinal ? { ...state, finalBy: seat } : state, seat)
  const event = {
    type: 'banked',
    seat,
    points,
    score,
    next,
    ...(isFinal ? { final: true as const } : {}),
  } as const
  return [event, ...rollOff(state, event, dice)]
}

/** Where the last turn leaves several with the highest score, and the win is not shared, they roll for it. */
function rollOff(
  state: FarkleState,
  { seat, score, next }: { readonly seat: Seat; readonly score: number; readonly next: Seat | null },
  dice: Dice,
): FarkleEvent[] {
  if (next !== null || state.options.ties === 'shared') return []
  const scores = state.scores.with(state.seats.indexOf(seat), score)
  const highest = Math.max(...scores)
  const tied = state.seats.filter((_, at) => scores[at] === highest)
  if (tied.length < 2) return []
  const { rounds, starter, rolls } = rollForStart(tied, dice)
  return [{ type: 'rolled_off', rounds, winner: starter, rolls }]
}

/** A turn is over and has left its seat with `score`. */
function turnEnded(
  state: FarkleState,
  event: Extract<FarkleEvent, { type: 'farkled' | 'banked' }>,
): FarkleState {
  const at = state.seats.indexOf(event.seat)
  const isBanked = event.type === 'banked'
  const left = state.turn?.aside ?? []
  const isOffered =
    isBanked && state.options.piggyback && event.next !== null && left.length < state.options.dice
  return {
    ...state,
    scores: state.scores.with(at, event.score),
    opened: isBanked ? state.opened.with(at, true) : state.opened,
    farkles: state.farkles.with(at, isBanked ? 0 : event.inARow % FARKLES_FOR_PENALTY),
    turn: begun(event.next),
    turns: state.turns + 1,
    offer: isOffered ? { points: event.points, aside: left } : null,
    finalBy: isBanked && event.final ? event.seat : state.finalBy,
    isOver: event.next === null,
  }
}

const OBSTACLES: Readonly<Record<BankObstacle, string>> = {
  nothing: 'There is nothing to bank.',
  opening: 'The first turn that you bank has to be worth more.',
  'hot-dice': 'All dice have scored: roll them again.',
  fifty: 'A turn worth an odd 50 is not banked.',
  leader: 'In the final round only who comes past the leader banks.',
}

export const farkle: Game<FarkleState, FarkleMove, FarkleEvent, FarkleOptions> = {
  id: 'farkle',
  events: {
    starter_rolled: STARTER_ROLLED,
    rolled:
      '`{seat, points, aside, piggyback?, rolls}`: dice of this roll have to be set aside now; `points` is what the turn is worth, `aside` the faces that lie aside; `piggyback` where dice and points of the turn before were taken over',
    farkled:
      '`{seat, lost, aside, inARow, penalty, score, next, piggyback?, rolls}`: nothing scores, and `lost` is what the turn was worth; `penalty` what the third in a row cost; `next` is whose turn it is, `null` after the last one',
    set_aside:
      '`{seat, dice, faces, points, total, aside, left, hot?}`: `dice` are indices into the roll; the turn is worth `total` now, and `left` dice would be rolled next; `hot` where all have scored',
    banked:
      '`{seat, points, score, next, final?}`: the points of the turn were put to the score; with `final` everybody else has one more turn',
    rolled_off:
      '`{rounds, winner, rolls}`: those with the same highest score have rolled for the first place, as for the start',
  },
  seats: { min: 2, max: 8 },
  options: Options,
  move: Move,
  dealPer: 'game',

  setup: (seats, options, starter) => ({
    options,
    seats,
    scores: seats.map(() => 0),
    opened: seats.map(() => options.opening === 0),
    farkles: seats.map(() => 0),
    turn: begun(starter),
    turns: 0,
    offer: null,
    finalBy: null,
    isOver: false,
    rollOffWinner: null,
    last: null,
  }),

  begin: ({ seats, turn }, { dice }) => (turn === null ? [rollForStart(seats, dice)] : []),

  decide(state, move, { seat, dice }) {
    const { turn, offer } = state
    if (turn === null) return refuse('not_playing', 'This game is over.')
    if (turn.seat !== seat) return refuse('not_your_turn', `It is the turn of seat ${turn.seat}.`)
    if (move.type === 'keep') {
      const kept = keep(state, turn, move.dice)
      return 'ok' in kept ? kept : ok([kept])
    }
    if (turn.thrown) return refuse('illegal_move', 'Set aside at least one die that scores.')
    if (move.type === 'roll') return ok(roll(state, turn, dice, null))
    if (move.type === 'piggyback') {
      return offer
        ? ok(roll(state, turn, dice, offer))
        : refuse('illegal_move', 'There are no dice to go on with.')
    }
    const obstacle = bankObstacle(state, seat, { points: turn.points, aside: turn.aside.length })
    return obstacle ? refuse('illegal_move', OBSTACLES[obstacle]) : ok(bank(state, turn, dice))
  },

  evolve(state, event) {
    if (event.type === 'starter_rolled') return { ...state, turn: begun(event.starter) }
    if (event.type === 'rolled_off') return { ...state, rollOffWinner: event.winner }
    const { seat, type: did } = event
    if (event.type === 'set_aside') {
      const { dice: kept, faces: _, points, total, aside } = event
      const faces = state.turn?.thrown ?? []
      return {
        ...state,
        turn: { seat, points: total, aside, thrown: null },
        last: { did, seat, faces, kept, aside, points },
      }
    }
    if (event.type === 'banked') {
      const { faces = [], kept = [], aside = [] } = state.last ?? {}
      const last = { did: event.type, seat, faces, kept, aside, points: event.points }
      return { ...turnEnded(state, event), last }
    }
    const faces = event.rolls[0].faces ?? []
    const last = { seat, faces, kept: [], aside: event.aside }
    if (event.type === 'farkled') {
      return { ...turnEnded(state, event), last: { did: event.type, ...last, points: event.lost } }
    }
    const turn = { seat, points: event.points, aside: event.aside, thrown: faces }
    return { ...state, turn, offer: null, last: { did: event.type, ...last, points: 0 } }
  },

  project: event => event,
  view: state => state,
  toAct: ({ turn }) => (turn === null ? [] : [turn.seat]),

  legalMoves(state, seat) {
    const { turn } = state
    if (turn?.seat !== seat) return []
    if (turn.thrown) {
      return keepsOf(turn.thrown, state.options.table).map(
        ({ dice }): FarkleMove => ({ type: 'keep', dice: [...dice] }),
      )
    }
    const moves: FarkleMove[] = [{ type: 'roll' }]
    if (state.offer) moves.push({ type: 'piggyback' })
    const { points, aside } = turn
    return bankObstacle(state, seat, { points, aside: aside.length }) ? moves : [...moves, { type: 'bank' }]
  },

  timeoutMove(state, seat) {
    const { turn } = state
    const best = turn?.thrown && bestKeep(turn.thrown, state.options.table)
    if (best) return { type: 'keep', dice: [...best.dice] }
    const obstacle = bankObstacle(state, seat, { points: turn?.points ?? 0, aside: turn?.aside.length ?? 0 })
    return obstacle ? { type: 'roll' } : { type: 'bank' }
  },

  outcome({ isOver, scores, seats, rollOffWinner }) {
    if (!isOver) return null
    const reached = [...new Set(scores)].sort((a, b) => b - a)
    const places = reached.map(score => seats.filter((_, at) => scores[at] === score))
    if (rollOffWinner === null) return { places }
    const [first = [], ...others] = places
    return { places: [[rollOffWinner], first.filter(seat => seat !== rollOffWinner), ...others] }
  },

  sentence: (event, nameOf) =>
    event.type === 'starter_rolled' ? starterSentence(event, nameOf) : farkleSentence(event, nameOf),
}
