import { type FarkleMove, farkle } from '../games/farkle/rules.ts'
import type { FarkleEvent, FarkleOptions, FarkleState } from '../games/farkle/state.ts'
import type { Seat } from '../games/game.ts'
import { loadedDice } from './dice.ts'

/** Options that are not the default ones. */
export type Wish = Partial<FarkleOptions>
export const options = (wish: Wish): FarkleOptions => farkle.options.parse(wish)

/** A game of as many seats as there are scores, the first one to move; who has points has opened. */
export function given(scores: readonly number[], wish: Wish = {}): FarkleState {
  const seats = scores.map((_, seat) => seat)
  const begun = farkle.setup(seats, options(wish), 0)
  return { ...begun, scores, opened: begun.opened.map((opened, at) => opened || scores[at] !== 0) }
}

const decide = (state: FarkleState, seat: Seat, move: FarkleMove, faces: readonly number[] = []) =>
  farkle.decide(state, move, { seat, dice: loadedDice(...faces) })

/** Legal moves of whoever's turn it is, written `264351` for a roll, `+0,2` for what is kept, `bank` and `piggyback 264`. */
export function play(state: FarkleState, ...moves: readonly string[]): FarkleState {
  return moves.reduce((so, text) => happened(so, text).reduce(farkle.evolve, so), state)
}

export function happened(state: FarkleState, text: string): readonly FarkleEvent[] {
  const [seat] = farkle.toAct(state)
  const faces = [...text.replace('piggyback ', '')].map(Number)
  const move: FarkleMove = text.startsWith('+')
    ? { type: 'keep', dice: text.slice(1).split(',').map(Number) }
    : { type: text.startsWith('bank') ? 'bank' : text.startsWith('piggyback') ? 'piggyback' : 'roll' }
  // what stands behind `bank ` are the dice of a roll among those who share the highest score
  const rolled = text.startsWith('bank') ? [...text.slice(5)].map(Number) : text.startsWith('+') ? [] : faces
  const decided = decide(state, seat ?? -1, move, rolled)
  if (!decided.ok) throw new Error(`${text}: ${decided.error.message}`)
  return decided.value
}

export const refusal = (state: FarkleState, move: FarkleMove, seat: Seat = 0) => {
  const decided = decide(state, seat, move)
  return decided.ok ? null : decided.error.code
}
export const mayBank = (state: FarkleState): boolean =>
  farkle.legalMoves(state, farkle.toAct(state)[0] ?? -1).some(({ type }) => type === 'bank')

/** A roll in which nothing scores. */
export const FARKLE = '223446'
