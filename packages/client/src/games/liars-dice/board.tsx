import type { Seat } from '@diceroom/shared/games/game.ts'
import type {
  LiarsDiceEvent,
  LiarsDiceMove,
  LiarsDiceOptions,
  LiarsDiceState,
} from '@diceroom/shared/games/liars-dice/state.ts'
import { type Board, sealBoard } from '../board.ts'
import { LiarsDiceHelp } from './help.tsx'
import { LiarsDiceOptionsForm } from './options.tsx'
import { optionsSentence } from './options-sentence.ts'
import { Playfield } from './playfield.tsx'
import { decidedSentence, drinksOf, liarsSentence } from './words.ts'

/** Dice that are left, or drinks. */
const figureOf = (state: LiarsDiceState, seat: Seat): string =>
  `${state.options.rules === 'perudo' ? (state.dice[state.seats.indexOf(seat)] ?? 0) : drinksOf(state, seat)}`

/** The same while the game lasts, with the drinks that end it. */
const scoreOf = (state: LiarsDiceState, seat: Seat): string =>
  state.options.rules === 'perudo'
    ? figureOf(state, seat)
    : `${figureOf(state, seat)}/${state.options.drinks}`

const liarsDiceBoard: Board<LiarsDiceState, LiarsDiceMove, LiarsDiceEvent, LiarsDiceOptions> = {
  Playfield,
  Options: LiarsDiceOptionsForm,
  Help: LiarsDiceHelp,
  sentence: liarsSentence,
  optionsSentence,
  score: scoreOf,
  decided: decidedSentence,
  result: figureOf,
  moves: () => [],
  throwers: event => (event.type === 'starter_rolled' ? event.rounds : []),
  lying: () => null,
}

export const board = sealBoard(liarsDiceBoard)
