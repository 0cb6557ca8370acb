import type { Seat } from '../games/game.ts'
import { liarsDice } from '../games/liars-dice/rules.ts'
import { type LiarsDiceMove, type LiarsDiceState, Options, type Revealed } from '../games/liars-dice/state.ts'
import { loadedDice } from './dice.ts'

// Rounds of Liar's Dice as tests tell them: what lies under the cups, and who says what.

interface Round {
  /** Those that are not the default ones. */
  readonly options?: object
  /** Who plays, in turn order; without it, as many as there are hands. */
  readonly seats?: readonly Seat[]
  readonly starter?: Seat
  readonly palifico?: boolean
}

/** A round that begins with these dice under the cups, in turn order; who has none is out. */
export function round(
  hands: readonly (readonly number[])[],
  { options = {}, seats = hands.map((_, seat) => seat), starter = 0, palifico = false }: Round = {},
): LiarsDiceState {
  const before = {
    ...liarsDice.setup(seats, Options.parse(options), starter),
    dice: hands.map(hand => hand.length),
    palifico,
  }
  const events = liarsDice.begin(before, { dice: loadedDice(...hands.flat()) })
  return events.reduce(liarsDice.evolve, before)
}

/** A round of 吹牛. */
export const chuiniu = (hands: readonly (readonly number[])[], how: Round = {}): LiarsDiceState =>
  round(hands, { ...how, options: { rules: 'chuiniu', ...how.options } })

export type Said = readonly [Seat, LiarsDiceMove]

export const bid = (count: number, face: number): LiarsDiceMove => ({ type: 'bid', count, face })
export const zhai = (count: number, face: number): LiarsDiceMove => ({ type: 'zhai', count, face })
export const call: LiarsDiceMove = { type: 'call' }
export const exact: LiarsDiceMove = { type: 'exact' }
export const counter: LiarsDiceMove = { type: 'counter' }
export const challenge = (seat: Seat): LiarsDiceMove => ({ type: 'challenge', seat })

export const tell = (state: LiarsDiceState, [seat, move]: Said) =>
  liarsDice.decide(state, move, { seat, dice: loadedDice() })

/** The state after this was said, all of which has to be legal. */
export const after = (state: LiarsDiceState, ...said: readonly Said[]): LiarsDiceState =>
  said.reduce((so, one) => {
    const decided = tell(so, one)
    if (!decided.ok) throw new Error(`${JSON.stringify(one)}: ${decided.error.message}`)
    return decided.value.reduce(liarsDice.evolve, so)
  }, state)

/** What was seen when the dice were shown after this was said. */
export function shown(state: LiarsDiceState, ...said: readonly Said[]): Omit<Revealed, 'type'> {
  const { last } = after(state, ...said)
  if (!last) throw new Error('no dice were shown')
  return last
}

/** The bids that whoever is to act may make, as text: `3x5` for three fives, `3z5` without wild ones. */
export const bidsOf = (state: LiarsDiceState): readonly string[] =>
  liarsDice
    .legalMoves(state, state.turn ?? -1)
    .flatMap(move =>
      move.type === 'bid' || move.type === 'zhai'
        ? [`${move.count}${move.type === 'bid' ? 'x' : 'z'}${move.face}`]
        : [],
    )

/** The least count that may be bid on each face, from ones to sixes; `null` where none may be. */
export const leastBids = (state: LiarsDiceState, type: 'bid' | 'zhai' = 'bid'): readonly (number | null)[] =>
  [1, 2, 3, 4, 5, 6].map(face => {
    const counts = liarsDice
      .legalMoves(state, state.turn ?? -1)
      .flatMap(move => (move.type === type && move.face === face ? [move.count] : []))
    return counts.length === 0 ? null : Math.min(...counts)
  })
