import fc from 'fast-check'
import {
  type Dice,
  type GameEvent,
  type GameMove,
  type GameOptions,
  type GameState,
  isEndlessWith,
  type SealedGame,
  type Seat,
  type Viewer,
} from '../games/game.ts'
import { numbersFrom, seededDice } from './dice.ts'
import { anyOptions } from './option-variants.ts'

/** One play of a game, all of it: the same one plays the same way in every run. */
export interface Play {
  readonly seats: readonly Seat[]
  readonly options: GameOptions
  /** Who begins; `null` where that is rolled for. */
  readonly starter: Seat | null
  /** What the dice and the choices follow from. */
  readonly seed: number
}

/** What happened at once, and the state that it led to. `by` is `null` for what a game begins with. */
export interface Step {
  readonly by: { readonly seat: Seat; readonly move: GameMove } | null
  readonly events: readonly GameEvent[]
  readonly after: GameState
}

/** Whether a play of this game has no end. */
export const isUnending = (game: SealedGame, { options }: Pick<Play, 'options'>): boolean =>
  isEndlessWith(game, options)

/** As many seats as are tried where a game has room for more. */
const SEATS_TRIED = 8
/** So many moves are made in a game that has no end. */
const ENDLESS_MOVES = 40

/** Plays of a game, with every number of seats, gaps between them, and all options. */
export function anyPlay(game: SealedGame): fc.Arbitrary<Play> {
  const { min, max } = game.seats
  const places = Array.from({ length: Math.min(max, SEATS_TRIED) }, (_, seat) => seat)
  return fc
    .record({
      seats: fc.shuffledSubarray(places, { minLength: Math.min(min, places.length) }),
      options: anyOptions(game),
      first: fc.option(fc.nat(SEATS_TRIED)),
      seed: fc.nat(),
    })
    .map(({ first, ...play }) => ({
      ...play,
      starter: first === null ? null : (play.seats[first % play.seats.length] ?? null),
    }))
}

/** What a seat does next, out of what it may do. */
export interface Choice {
  readonly seat: Seat
  readonly move: GameMove
}

export const legalChoices = (game: SealedGame, state: GameState, seats: readonly Seat[]): readonly Choice[] =>
  seats.flatMap(seat => game.legalMoves(state, seat).map(move => ({ seat, move })))

/** The state that a play begins in, before anything was rolled. */
export const setUp = (game: SealedGame, play: Play): GameState =>
  isUnending(game, play)
    ? game.setup([], play.options, null)
    : game.setup(play.seats, play.options, play.starter)

/** The state after some events. */
export const after = (game: SealedGame, state: GameState, events: readonly GameEvent[]): GameState =>
  events.reduce((so, event) => game.evolve(so, event), state)

/**
 * A play of legal moves, made at random by whoever may make one, step by step; it ends when the game is decided or
 * nobody may move. A refused move is thrown as an error.
 */
export function* randomPlay(game: SealedGame, play: Play): Generator<Step, void> {
  const pick = numbersFrom(play.seed ^ 0x5eed)
  let moves = 0
  yield* playBy(game, play, seededDice(play.seed), state => {
    moves += 1
    if (isUnending(game, play) && moves > ENDLESS_MOVES) return undefined
    const choices = legalChoices(game, state, play.seats)
    return choices[pick(choices.length)]
  })
}

/** A play in which nobody ever answers: the default move of whoever is to act, and nothing else. */
export function* silentPlay(game: SealedGame, play: Play): Generator<Step, void> {
  const pick = numbersFrom(play.seed ^ 0x5eed)
  yield* playBy(game, play, seededDice(play.seed), state => {
    const waiting = game.toAct(state)
    const seat = waiting[pick(waiting.length)]
    return seat === undefined ? undefined : { seat, move: game.timeoutMove(state, seat) }
  })
}

function* playBy(
  game: SealedGame,
  play: Play,
  dice: Dice,
  choose: (state: GameState) => Choice | undefined,
): Generator<Step, void> {
  let state = setUp(game, play)
  const opening = isUnending(game, play) ? [] : game.begin(state, { dice })
  state = after(game, state, opening)
  yield { by: null, events: opening, after: state }
  while (!game.outcome(state)) {
    if (isBetweenRounds(game, state)) {
      const dealt = game.begin(state, { dice })
      state = after(game, state, dealt)
      yield { by: null, events: dealt, after: state }
    }
    const by = choose(state)
    if (by === undefined) return
    const decided = game.decide(state, by.move, { seat: by.seat, dice })
    if (!decided.ok) {
      throw new Error(`${decided.error.code} for ${JSON.stringify(by.move)} of seat ${by.seat}`)
    }
    state = after(game, state, decided.value)
    yield { by, events: decided.value, after: state }
  }
}

/** Whether a round is over and the next one is to begin. */
export const isBetweenRounds = (game: SealedGame, state: GameState): boolean =>
  game.dealPer === 'round' && game.outcome(state) === null && game.toAct(state).length === 0

/** Who a play is shown to. */
export const viewersOf = ({ seats }: Play): readonly Viewer[] => [...seats, 'spectator']

/** What a state tells a viewer about the play, beside what it shows. */
export function knownTo(game: SealedGame, state: GameState, viewer: Viewer) {
  const toAct = game.toAct(state)
  const own = viewer === 'spectator' ? [] : game.legalMoves(state, viewer)
  const byDefault = viewer !== 'spectator' && toAct.includes(viewer) ? game.timeoutMove(state, viewer) : null
  return { toAct, outcome: game.outcome(state), own, byDefault }
}

/** The first `count` of what comes. */
export function* take<T>(all: Iterable<T>, count: number): Generator<T, void> {
  let taken = 0
  for (const one of all) {
    if (taken === count) return
    taken += 1
    yield one
  }
}
