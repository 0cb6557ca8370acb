import { refuse } from '../../protocol/rejections.ts'
import { ok } from '../../result.ts'
import type { Dice, Game, Outcome, Roll, Seat, Viewer } from '../game.ts'
import { rollForStart, STARTER_ROLLED } from '../roll-off.ts'
import { isFull, isWildInChuiniu } from './chuiniu.ts'
import { legalMoves, mayMove, whyNot } from './moves.ts'
import { isWildInPerudo } from './perudo.ts'
import { reveal } from './reveal.ts'
import { sentence } from './sentence.ts'
import {
  type BidMade,
  type BidMove,
  type HandsRolled,
  type LiarsDiceEvent,
  type LiarsDiceMove,
  type LiarsDiceOptions,
  type LiarsDiceState,
  Move,
  Options,
  type Revealed,
} from './state.ts'
import { alive, diceOf, nextAlive } from './table.ts'
import { timeoutMove } from './timeout.ts'

// Liar's Dice: hidden dice, bids on how many of a face there are, until somebody doubts one.

export const liarsDice: Game<LiarsDiceState, LiarsDiceMove, LiarsDiceEvent, LiarsDiceOptions> = {
  id: 'liars-dice',
  events: {
    starter_rolled: STARTER_ROLLED,
    hands_rolled:
      '`{round, starter, palifico, hands, rolls}`: the hidden dice of the seats in `hands`, a roll for each; of all but the own ones `faces` is `null`',
    bid_made: '`{seat, count, face, wild, next}`: `wild` says whether ones count as this face too',
    called: '`{seat, how, bid}`: `how` is `call` or `exact`',
    challenged: '`{seat, bid}`: doubted for twice the stake; its bidder is to answer',
    answered: '`{seat, counter}`',
    revealed:
      '`{round, how, by, bid, hands, counted, kinds, count, right, changes: [{seat, dice, drinks}], dice, drinks, out, next, palifico}`: all dice, which of them counted, and what it cost; lists are in the order of the seats',
  },
  seats: { min: 2, max: 10 },
  options: Options,
  move: Move,
  dealPer: 'round',

  setup: (seats, options, starter) => ({
    options,
    seats,
    dice: seats.map(() => options.dice),
    drinks: seats.map(() => 0),
    hands: seats.map(() => null),
    round: 0,
    starter,
    turn: null,
    bids: [],
    challenge: null,
    palifico: false,
    hadPalifico: [],
    out: [],
    last: null,
  }),

  begin(state, { dice }) {
    if (state.starter !== null) return [rollHands(state, state.starter, dice)]
    const rolled = rollForStart(state.seats, dice)
    return [rolled, rollHands(state, rolled.starter, dice)]
  },

  decide(state, move, { seat }) {
    if (!mayMove(state, seat, move)) return whyNot(state, seat, move)
    switch (move.type) {
      case 'bid':
      case 'zhai':
        return ok([bidMade(state, seat, move)])
      case 'challenge': {
        const bid = state.bids.findLast(bid => bid.seat === move.seat)
        return bid ? ok([{ type: 'challenged', seat, bid }]) : refuse('illegal_move', 'There is no such bid.')
      }
      case 'counter':
        return ok(answered(state, seat, true))
      case 'call':
      case 'exact':
        return ok(state.challenge ? answered(state, seat, false) : called(state, seat, move.type))
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'starter_rolled':
        return { ...state, starter: event.starter }
      case 'hands_rolled':
        return begun(state, event)
      case 'bid_made': {
        const { seat, count, face, wild } = event
        return { ...state, bids: [...state.bids, { seat, count, face, wild }], turn: event.next }
      }
      case 'challenged':
        return { ...state, challenge: { by: event.seat, bid: event.bid }, turn: event.bid.seat }
      case 'called':
      case 'answered':
        return state
      case 'revealed':
        return revealed(state, event)
    }
  },

  project: (event, viewer) =>
    event.type === 'hands_rolled'
      ? { ...event, rolls: event.rolls.map(roll => seenBy(roll, viewer)) }
      : event,

  view: (state, viewer) => ({
    ...state,
    hands: state.hands.map((hand, at) => (state.seats[at] === viewer || hand?.length === 0 ? hand : null)),
  }),

  toAct: state => (state.turn === null ? [] : [state.turn]),
  legalMoves,
  timeoutMove,
  outcome,
  sentence,
}

function rollHands(state: LiarsDiceState, starter: Seat, dice: Dice): HandsRolled {
  const hands = alive(state)
  return {
    type: 'hands_rolled',
    round: state.round + 1,
    starter,
    palifico: state.palifico,
    hands,
    rolls: hands.map(seat => dice.roll(diceOf(state, seat), 6, seat)),
  }
}

function begun(state: LiarsDiceState, event: HandsRolled): LiarsDiceState {
  const { round, starter, palifico } = event
  const hands = state.seats.map(seat => {
    const at = event.hands.indexOf(seat)
    return at < 0 ? [] : (event.rolls[at]?.faces ?? null)
  })
  return { ...state, round, starter, palifico, hands, turn: starter, bids: [] }
}

const seenBy = (roll: Roll, viewer: Viewer): Roll =>
  roll.secretTo === viewer ? roll : { ...roll, faces: null }

function bidMade(state: LiarsDiceState, seat: Seat, { type, count, face }: BidMove): BidMade {
  const isPerudo = state.options.rules === 'perudo'
  const wild = isPerudo ? isWildInPerudo(state, face) : isWildInChuiniu(type, face)
  return { type: 'bid_made', seat, count, face, wild, next: nextAlive(state, seat) }
}

function called(state: LiarsDiceState, seat: Seat, how: 'call' | 'exact'): readonly LiarsDiceEvent[] {
  const bid = state.bids.at(-1)
  return bid ? [{ type: 'called', seat, how, bid }, reveal(state, { how, by: seat, bid })] : []
}

function answered(state: LiarsDiceState, seat: Seat, counter: boolean): readonly LiarsDiceEvent[] {
  const { challenge } = state
  if (!challenge) return []
  const how = counter ? 'counter' : 'challenge'
  return [{ type: 'answered', seat, counter }, reveal(state, { how, ...challenge })]
}

function revealed(state: LiarsDiceState, { type: _, ...last }: Revealed): LiarsDiceState {
  return {
    ...state,
    dice: last.dice,
    drinks: last.drinks,
    hands: state.seats.map(() => null),
    starter: last.next,
    turn: null,
    challenge: null,
    palifico: last.palifico,
    hadPalifico: last.palifico && last.next !== null ? [...state.hadPalifico, last.next] : state.hadPalifico,
    out: last.out === null ? state.out : [...state.out, last.out],
    last,
  }
}

/** In Perudo by how long everybody had dice, in 吹牛 by how few drinks they had. */
function outcome(state: LiarsDiceState): Outcome | null {
  const { options, seats, drinks, out } = state
  if (options.rules === 'perudo') {
    const left = alive(state)
    return left.length > 1 ? null : { places: [left, ...out.toReversed().map(seat => [seat])] }
  }
  if (!isFull(drinks, options.drinks)) return null
  const counts = [...new Set(drinks)].sort((a, b) => a - b)
  return { places: counts.map(count => seats.filter((_, at) => drinks[at] === count)) }
}
