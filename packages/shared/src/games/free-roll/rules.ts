import * as z from 'zod/mini'
import { type Rejection, refuse } from '../../protocol/rejections.ts'
import { ok, type Result } from '../../result.ts'
import type { Game, GameEvent, Outcome, Seat } from '../game.ts'
import { rollForStart, STARTER_ROLLED, type StarterRolled, starterSentence } from '../roll-off.ts'
import { from, places, type Round, roundOf, thrown, tied, type Winner } from './round.ts'
import { type Rolled, RollMove, type TrayState, tray, trayOptions } from './tray.ts'

// Free roll: a tray of dice that anyone at the table may throw at any time; or, with turn order or a winner, a game of
// rounds in which each seat throws once.

export { SIDES } from './tray.ts'

/** More people than there are dice in one throw do not roll for who starts. */
const STARTERS_MAX = 20

const Options = z.strictObject({
  ...trayOptions,
  turns: z._default(z.boolean(), false).check(z.describe('whether seats throw one after the other')),
  winner: z
    ._default(z.enum(['none', 'highest', 'lowest', 'sum']), 'none')
    .check(
      z.describe(
        'what wins: the highest die, the lowest, the highest sum, or nothing; between equal dice the next ones decide',
      ),
    ),
  ties: z
    ._default(z.enum(['shared', 'roll-off']), 'shared')
    .check(z.describe('whether those who share the first place keep it so, or throw for it')),
  rounds: z
    ._default(z.int().check(z.minimum(1), z.maximum(10)), 1)
    .check(z.describe('with turn order or a winner: how often each seat throws; all its dice count')),
})
export type FreeRollOptions = z.infer<typeof Options>

const Move = z.discriminatedUnion('type', [RollMove, z.strictObject({ type: z.literal('skip') })])
export type FreeRollMove = z.infer<typeof Move>

export type FreeRollEvent =
  | Rolled
  | StarterRolled
  /** Did not throw in this round. */
  | (GameEvent & { readonly type: 'skipped'; readonly seat: Seat })
  /** Everybody has thrown; `number` is the round that begins, in which those in `waiting` throw. */
  | (GameEvent & {
      readonly type: 'round_begun'
      readonly number: number
      readonly waiting: readonly Seat[]
    })
  /** Who shares the best throw, and throws again for it. */
  | (GameEvent & { readonly type: 'tied'; readonly seats: readonly Seat[] })
  | (GameEvent & {
      readonly type: 'decided'
      readonly winner: Winner
      readonly places: Outcome['places']
    })

export interface FreeRollState extends TrayState {
  readonly options: FreeRollOptions
  /** Left out where anybody may throw at any time. */
  readonly round?: Round
}

/** Whether anybody may throw at any time, and nothing ends. */
export const isOpenTray = ({ turns, winner }: FreeRollOptions): boolean => !turns && winner === 'none'

const toAct = ({ options, round }: FreeRollState): readonly Seat[] =>
  options.turns ? (round?.waiting.slice(0, 1) ?? []) : (round?.waiting ?? [])

/** Why a seat may not throw or skip in this game of rounds. */
function judged(state: FreeRollState, round: Round, seat: Seat): Result<null, Rejection> {
  if (round.outcome) return refuse('not_playing', 'This game is over.')
  const waiting = toAct(state)
  if (waiting.includes(seat)) return ok(null)
  return state.options.turns
    ? refuse('not_your_turn', `It is the turn of seat ${waiting[0]}.`)
    : refuse('not_your_turn', 'You have thrown in this round.')
}

/** What follows where everybody has thrown. */
function goOn({ options }: FreeRollState, round: Round): readonly FreeRollEvent[] {
  if (round.waiting.length > 0) return []
  const { winner } = options
  if (round.rollOffs.length === 0 && round.number < options.rounds) {
    return [{ type: 'round_begun', number: round.number + 1, waiting: round.seats }]
  }
  const seats = options.ties === 'roll-off' ? tied(round, winner) : []
  if (seats.length > 0) return [{ type: 'tied', seats }]
  return [{ type: 'decided', winner, places: places(round, winner) }]
}

export const freeRoll: Game<FreeRollState, FreeRollMove, FreeRollEvent, FreeRollOptions> = {
  id: tray.id,
  events: {
    rolled: '`{seat, rolls, message?}`',
    starter_rolled: STARTER_ROLLED,
    skipped: '`{seat}` did not throw in this round',
    round_begun: '`{number, waiting}`: everybody has thrown; in round `number` throw those in `waiting`',
    tied: '`{seats}` share the best throw, and throw again for the first place',
    decided: '`{winner, places}`: how the game ends, where it does',
  },
  seats: tray.seats,
  options: Options,
  move: Move,
  dealPer: 'game',
  endless: isOpenTray,

  visitors: {
    // All that they know is a position from 1 to 6.
    admits: ({ options }) => options.sides === 6 && isOpenTray(options),
    decide: ({ options }, message, { dice }) =>
      ok([{ type: 'rolled', message, rolls: [dice.roll(options.dice, options.sides)] }]),
  },

  setup(seats, options, starter) {
    const state = { options, throws: 0, last: null }
    if (isOpenTray(options)) return state
    const order = starter === null ? seats : from(starter, seats)
    const isToBeRolled = options.turns && starter === null
    return { ...state, round: roundOf(order, isToBeRolled ? [] : order) }
  },

  begin({ options, round }, { dice }) {
    if (!round || !options.turns || round.waiting.length > 0) return []
    // The first of so many that they cannot throw together.
    const among = round.seats.length > STARTERS_MAX ? round.seats.slice(0, 1) : round.seats
    return [rollForStart(among, dice)]
  },

  decide(state, move, { seat, dice }) {
    const { round } = state
    if (!round) {
      return move.type === 'roll'
        ? tray.decide(state, move, { seat, dice })
        : refuse('illegal_move', 'Nobody is waited for at this table.')
    }
    const allowed = judged(state, round, seat)
    if (!allowed.ok) return allowed
    if (move.type === 'skip') return ok([{ type: 'skipped', seat }, ...goOn(state, thrown(round, seat, []))])
    const { dice: count, sides } = state.options
    const roll = dice.roll(count, sides)
    const words = move.message === undefined ? {} : { message: move.message }
    const rolled: Rolled = { type: 'rolled', seat, ...words, rolls: [roll] }
    return ok([rolled, ...goOn(state, thrown(round, seat, roll.faces))])
  },

  evolve(state, event) {
    if (event.type === 'rolled') {
      const { throws, last } = tray.evolve(state, event)
      const { seat } = event
      const round = state.round && seat !== undefined ? thrown(state.round, seat, last?.faces ?? []) : null
      return { ...state, throws, last, ...(round && { round }) }
    }
    return state.round ? { ...state, round: afterwards(state.round, event) } : state
  },

  project: event => event,
  view: state => state,
  toAct,
  simultaneous: ({ options }) => !options.turns,
  legalMoves(state, seat) {
    if (!state.round) return [{ type: 'roll' }]
    return toAct(state).includes(seat) ? [{ type: 'roll' }, { type: 'skip' }] : []
  },
  timeoutMove: ({ round }) => ({ type: round ? 'skip' : 'roll' }),
  outcome: ({ round }) => round?.outcome ?? null,

  sentence(event, nameOf) {
    const names = (seats: readonly Seat[]): string => seats.map(nameOf).join(', ')
    switch (event.type) {
      case 'rolled':
        return tray.sentence(event, nameOf)
      case 'starter_rolled':
        return starterSentence(event, nameOf)
      case 'skipped':
        return `${nameOf(event.seat)} does not throw`
      case 'round_begun':
        return `Round ${event.number} begins`
      case 'tied':
        return `${names(event.seats)} share the best throw and throw again`
      case 'decided': {
        const [first = [], ...others] = event.places
        if (event.winner === 'none') return 'Everybody has thrown'
        if (others.length === 0 && first.length > 1) return 'Nobody is ahead of anybody'
        return `${names(first)} ${first.length === 1 ? 'wins' : 'share the first place'}`
      }
    }
  },
}

function afterwards(round: Round, event: Exclude<FreeRollEvent, Rolled>): Round {
  switch (event.type) {
    case 'starter_rolled': {
      const seats = from(event.starter, round.seats)
      return { ...round, seats, waiting: seats }
    }
    case 'skipped':
      return thrown(round, event.seat, [])
    case 'round_begun':
      return { ...round, number: event.number, waiting: event.waiting }
    case 'tied':
      return { ...round, waiting: event.seats, rollOffs: [...round.rollOffs, round.seats.map(() => [])] }
    case 'decided':
      return { ...round, outcome: { places: event.places } }
  }
}
