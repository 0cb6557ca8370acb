import * as z from 'zod/mini'
import { ok } from '../../result.ts'
import type { Dice, Game, Roll, Seat } from '../game.ts'
import { STARTER_ROLLED, type StarterRolled, starterSentence } from '../roll-off.ts'
import { LAST_SQUARE, SHORTCUTS } from './board.ts'
import {
  type PieceMoved,
  type PlainState,
  plainOptions,
  plainRace,
  RollMove,
  refusalFor,
  squareAfter,
  squareOf,
} from './plain.ts'

// Race with what people add to it: two dice, another roll for a six, a six to enter, and pieces that send each other home. Where
// none of it is wished, everything is as in the plain race.

export const THREE_SIXES = ['nothing', 'skip', 'back'] as const

const Options = z.strictObject({
  ...plainOptions,
  twoDice: z
    ._default(z.boolean(), false)
    .check(z.describe('whether two dice are thrown, and walked together')),
  sixAgain: z
    ._default(z.boolean(), false)
    .check(z.describe('whether a six, with two dice at least one, gives another roll')),
  threeSixes: z
    ._default(z.enum(THREE_SIXES), 'nothing')
    .check(
      z.describe(
        'with another roll for a six, what the third one in a turn does: nothing of its own, it is skipped and ends the turn, or it takes the piece back to the start',
      ),
    ),
  enterOnSix: z
    ._default(z.boolean(), false)
    .check(z.describe('whether a piece leaves the start only by a throw with a six')),
  capture: z
    ._default(z.boolean(), false)
    .check(z.describe('whether a piece sends those home that stand where its move ends')),
})
export type RaceOptions = z.infer<typeof Options>
export type RaceMove = RollMove

/** A move; the further fields are there only where the options make them so. */
export interface RaceMoved extends PieceMoved {
  /** The same seat rolls again, for a six. */
  readonly again?: true
  /** It was the third six of the turn, and what became of it. */
  readonly third?: 'skip' | 'back'
  /** The one of two dice that was walked, where both were too much. */
  readonly alone?: number
  /** Whose pieces it has sent home. */
  readonly captured?: readonly Seat[]
}
export type RaceEvent = StarterRolled | RaceMoved

export interface RaceState extends Omit<PlainState, 'options' | 'last'> {
  readonly options: RaceOptions
  /** How many sixes the turn has brought, where they give another roll. */
  readonly sixes?: number
  /** With two dice `face` is their sum. */
  readonly last: (NonNullable<PlainState['last']> & { readonly faces?: readonly number[] }) | null
}

const sumOf = (faces: readonly number[]): number => faces.reduce((sum, face) => sum + face, 0)

/** Where a throw leads a piece on `from`, before ladders and slides; `alone` is the die of two that counts by itself. */
function landedAfter(
  from: number,
  faces: readonly number[],
  { finish, enterOnSix }: RaceOptions,
): { readonly landed: number; readonly alone?: number } {
  if (from === 0 && enterOnSix && !faces.includes(6)) return { landed: 0 }
  const sum = sumOf(faces)
  // Nobody comes from square 99 to 100 with two dice: where both are too much, the higher one counts that is not.
  const alone = faces.toSorted((a, b) => b - a).find(face => from + face <= LAST_SQUARE)
  if (finish === 'stay' && faces.length > 1 && from + sum > LAST_SQUARE && alone !== undefined) {
    return { landed: from + alone, alone }
  }
  return { landed: squareAfter(from, sum, finish) }
}

/** What the third six does with a piece. */
const thirdSix = (from: number, third: 'skip' | 'back'): { readonly landed: number } => ({
  landed: third === 'back' ? 0 : from,
})

/** A seat's roll, and everything that follows from it. */
function moved(state: RaceState, seat: Seat, dice: Dice): RaceMoved {
  const { options, seats } = state
  const roll = dice.roll(options.twoDice ? 2 : 1, 6)
  const from = squareOf(state, seat)
  const isSix = options.sixAgain && roll.faces.includes(6)
  const third = isSix && state.sixes === 2 && options.threeSixes !== 'nothing' ? options.threeSixes : null
  const { landed, alone }: { landed: number; alone?: number } =
    third === null ? landedAfter(from, roll.faces, options) : thirdSix(from, third)
  // A piece that stays where it is has not landed there: no ladder or slide takes it, and it sends nobody home.
  const to = landed === from ? from : (SHORTCUTS.get(landed) ?? landed)
  const others = landed === from ? [] : seatsOn(state, to).filter(other => other !== seat)
  const captured = options.capture ? others : []
  const isWon = to === LAST_SQUARE
  const again = isSix && third === null && !isWon
  const after = seats[(seats.indexOf(seat) + 1) % seats.length] ?? seat
  return {
    type: 'piece_moved',
    seat,
    from,
    landed,
    to,
    next: isWon ? null : again ? seat : after,
    ...(again ? { again } : {}),
    ...(third === null ? {} : { third }),
    ...(alone === undefined ? {} : { alone }),
    ...(captured.length > 0 ? { captured } : {}),
    rolls: [roll],
  }
}

/** Who stands on a square of the board. */
const seatsOn = ({ seats, squares }: RaceState, square: number): readonly Seat[] =>
  square === 0 ? [] : seats.filter((_, at) => squares[at] === square)

const facesOf = ({ rolls: [{ faces }] }: { readonly rolls: readonly [Roll] }): readonly number[] =>
  faces ?? []

/** The sentence of a move that goes on from "Ada rolled 6". */
function walked({ from, landed, to, third, alone }: RaceMoved): string {
  if (third === 'back') return ', the third six, and goes back to the start'
  if (third === 'skip') return `, the third six, and stays on ${from}`
  const walks = alone === undefined ? '' : `, walks ${alone}`
  if (to === LAST_SQUARE) return `${walks} and wins`
  if (landed === from) return from === 0 ? ' and stays at the start' : ` and stays on ${from}`
  if (to > landed) return `${walks} and climbs from ${landed} to ${to}`
  return to < landed ? `${walks} and slides from ${landed} to ${to}` : `${walks} and moves to ${to}`
}

export const race: Game<RaceState, RaceMove, RaceEvent, RaceOptions> = {
  id: plainRace.id,
  events: {
    starter_rolled: STARTER_ROLLED,
    piece_moved:
      '`{seat, from, landed, to, next, again?, third?, alone?, captured?, rolls}`: from one square to another; `to` differs from `landed` where a ladder or a slide begins there; `next` is whose turn it is, `null` after the winning move; `again` says that a six gives another roll, `third` what the third six did, `alone` which of two dice was walked, `captured` whom it sent home',
  },
  seats: plainRace.seats,
  options: Options,
  move: RollMove,
  dealPer: plainRace.dealPer,

  setup: (seats, options, starter) => ({
    ...plainRace.setup(seats, options, starter),
    options,
    ...(options.sixAgain ? { sixes: 0 } : {}),
  }),

  begin: plainRace.begin,

  decide: (state, _move, { seat, dice }) => refusalFor(state, seat) ?? ok([moved(state, seat, dice)]),

  evolve(state, event) {
    if (event.type === 'starter_rolled') return { ...state, turn: event.starter }
    const { seat, from, landed, to, again, captured = [] } = event
    const faces = facesOf(event)
    const face = sumOf(faces)
    const home = (at: number) => captured.some(other => state.seats[at] === other)
    return {
      ...state,
      squares: state.squares.map((square, at) => (state.seats[at] === seat ? to : home(at) ? 0 : square)),
      turn: event.next,
      winner: event.next === null ? seat : null,
      last: { seat, face, from, landed, to, ...(faces.length > 1 ? { faces } : {}) },
      ...(state.sixes === undefined ? {} : { sixes: again ? state.sixes + 1 : 0 }),
    }
  },

  project: event => event,
  view: state => state,
  toAct: plainRace.toAct,
  legalMoves: plainRace.legalMoves,
  timeoutMove: plainRace.timeoutMove,
  outcome: plainRace.outcome,

  sentence(event, nameOf) {
    if (event.type === 'starter_rolled') return starterSentence(event, nameOf)
    const home = event.captured ? `, and sends ${event.captured.map(nameOf).join(' and ')} home` : ''
    const again = event.again ? ', and rolls again' : ''
    return `${nameOf(event.seat)} rolled ${facesOf(event).join(' ')}${walked(event)}${home}${again}`
  },
}
