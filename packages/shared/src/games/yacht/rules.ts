import { type Rejection, refuse } from '../../protocol/rejections.ts'
import { ok, type Result } from '../../result.ts'
import type { Game, Seat } from '../game.ts'
import { rollForStart, STARTER_ROLLED, starterSentence } from '../roll-off.ts'
import { type Box, sheets } from './boxes.ts'
import { bonusOf, emptyScore, filled, isOpen, type Offer, openBoxes, totalOf } from './sheet.ts'
import {
  type BoxScored,
  DICE,
  KEEPS,
  Move,
  nextAfter,
  Options,
  offersIn,
  ROLLS,
  scoreOf,
  type YachtEvent,
  type YachtMove,
  type YachtOptions,
  type YachtState,
} from './state.ts'

// Yacht: five dice, three rolls a turn, and a sheet of boxes of which each turn fills one.

const ROLL_MOVES = KEEPS.map((keep): YachtMove => ({ type: 'roll', keep: [...keep] }))

/** What an absent player's dice are entered as: the most points, and of boxes that give as many the first. */
const best = (offers: readonly Offer[]): Offer | undefined =>
  offers.toSorted((a, b) => b.points + b.extra - a.points - a.extra)[0]

export const yacht: Game<YachtState, YachtMove, YachtEvent, YachtOptions> = {
  id: 'yacht',
  events: {
    starter_rolled: STARTER_ROLLED,
    dice_rolled:
      '`{seat, thrown, dice, rollsLeft, rolls}`: the dice on the places `thrown` were rolled; `dice` are all five, as they lie now',
    box_scored:
      '`{seat, box, dice, points, joker, extra, bonus, total, next}`: a box was filled; `extra` is 100 for a further five alike, `bonus` what the upper half earned with it, both else 0; `next` is whose turn it is, `null` after the last box of all',
  },
  seats: { min: 1, max: 8 },
  options: Options,
  move: Move,
  dealPer: 'game',

  setup: (seats, options, starter) => ({
    options,
    seats,
    scores: seats.map(() => emptyScore),
    turn: starter,
    dice: null,
    thrown: [],
    rollsLeft: ROLLS,
    last: null,
  }),

  begin: ({ seats, turn }, { dice }) => (turn === null ? [rollForStart(seats, dice)] : []),

  decide(state, move, { seat, dice }) {
    if (state.turn === null) return refuse('not_playing', 'This game is over.')
    if (state.turn !== seat) return refuse('not_your_turn', `It is the turn of seat ${state.turn}.`)
    if (move.type === 'score') return score(state, seat, move.box)
    if (state.rollsLeft === 0) return refuse('illegal_move', 'All three rolls are used: fill a box.')
    if (state.dice === null && move.keep.length > 0)
      return refuse('illegal_move', 'There is nothing to keep before the first roll.')
    if (move.keep.length === DICE) return refuse('illegal_move', 'A roll needs one die at least.')
    const thrown = [0, 1, 2, 3, 4].filter(place => !move.keep.includes(place))
    const roll = dice.roll(thrown.length, 6)
    const faces = [0, 1, 2, 3, 4].map(place => {
      const at = thrown.indexOf(place)
      return (at < 0 ? state.dice?.[place] : roll.faces[at]) ?? 1
    })
    return ok([
      { type: 'dice_rolled', seat, thrown, dice: faces, rollsLeft: state.rollsLeft - 1, rolls: [roll] },
    ])
  },

  evolve(state, event) {
    if (event.type === 'starter_rolled') return { ...state, turn: event.starter }
    if (event.type === 'dice_rolled') {
      const { dice, thrown, rollsLeft } = event
      return { ...state, dice, thrown, rollsLeft }
    }
    const { seat, box, dice, points, extra, next } = event
    return {
      ...state,
      scores: state.scores.map((score, at) => (state.seats[at] === seat ? filled(score, event) : score)),
      turn: next,
      dice: null,
      thrown: [],
      rollsLeft: ROLLS,
      last: { seat, box, dice, thrown: state.thrown, points, extra },
    }
  },

  project: event => event,
  view: state => state,
  toAct: state => (state.turn === null ? [] : [state.turn]),

  legalMoves(state, seat) {
    if (state.turn !== seat) return []
    if (state.dice === null) return [{ type: 'roll', keep: [] }]
    const rolls = state.rollsLeft === 0 ? [] : ROLL_MOVES
    return [...rolls, ...offersIn(state).map(({ box }): YachtMove => ({ type: 'score', box }))]
  },

  timeoutMove(state) {
    const offer = best(offersIn(state))
    return offer ? { type: 'score', box: offer.box } : { type: 'roll', keep: [] }
  },

  outcome(state) {
    if (state.scores.some(score => openBoxes(score, state.options).length > 0)) return null
    const totals = state.scores.map(score => totalOf(score, state.options))
    const ranks = [...new Set(totals)].sort((a, b) => b - a)
    return { places: ranks.map(total => state.seats.filter((_, at) => totals[at] === total)) }
  },

  sentence(event, nameOf) {
    if (event.type === 'starter_rolled') return starterSentence(event, nameOf)
    const name = nameOf(event.seat)
    if (event.type === 'box_scored') return scoredSentence(event, name)
    const rolled = `${name} rolled ${event.thrown.map(place => event.dice[place]).join(' ')}`
    return event.thrown.length === DICE ? rolled : `${rolled} and has ${event.dice.join(' ')}`
  },
}

function score(state: YachtState, seat: Seat, box: Box): Result<readonly YachtEvent[], Rejection> {
  const { dice, options } = state
  if (dice === null) return refuse('illegal_move', 'Roll before you fill a box.')
  const offer = offersIn(state).find(other => other.box === box)
  if (!offer) return refuse('illegal_move', whyNot(state, seat, box))
  const before = scoreOf(state, seat)
  const after = filled(before, offer)
  const { points, joker, extra } = offer
  const bonus = bonusOf(after, options) - bonusOf(before, options)
  const next = nextAfter(state, seat)
  return ok([
    {
      type: 'box_scored',
      seat,
      box,
      dice,
      points,
      joker,
      extra,
      bonus,
      total: totalOf(after, options),
      next,
    },
  ])
}

function whyNot(state: YachtState, seat: Seat, box: Box): string {
  const { options } = state
  if (!sheets[options.sheet].boxes.includes(box)) return `This sheet has no box ${box}.`
  if (!isOpen(scoreOf(state, seat), box)) return `The box ${box} is filled.`
  const [only] = offersIn(state)
  return options.order === 'down'
    ? `Boxes are filled from the top down: ${only?.box} is next.`
    : `Five alike are a joker now, which goes elsewhere first: into ${only?.box}, for one.`
}

function scoredSentence({ box, points, joker, extra, bonus }: BoxScored, name: string): string {
  const parts = [
    `${name} has ${points} in ${box.replaceAll('-', ' ')}`,
    ...(joker ? ['as a joker'] : []),
    ...(extra > 0 ? [`and ${extra} extra`] : []),
    ...(bonus > 0 ? [`and the bonus of ${bonus}`] : []),
  ]
  return parts.join(' ')
}
