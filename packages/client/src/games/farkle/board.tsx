import type { FarkleMove } from '@diceroom/shared/games/farkle/rules.ts'
import {
  type FarkleEvent,
  type FarkleOptions,
  type FarkleState,
  scoreOf,
} from '@diceroom/shared/games/farkle/state.ts'
import { type Board, sealBoard } from '../board.ts'
import { figure } from './figures.ts'
import { FarkleHelp } from './help.tsx'
import { FarkleOptionsForm } from './options.tsx'
import { Playfield } from './playfield.tsx'
import { decidedSentence, farkleSentence, optionsSentence } from './sentence.ts'

const points = (state: FarkleState, seat: number): string => figure(scoreOf(state, seat))

const farkleBoard: Board<FarkleState, FarkleMove, FarkleEvent, FarkleOptions> = {
  Playfield,
  Options: FarkleOptionsForm,
  Help: FarkleHelp,
  sentence: farkleSentence,
  optionsSentence,
  score: points,
  decided: decidedSentence,
  result: points,
  // The playfield has actions of its own.
  moves: () => [],
  throwers: event => (event.type === 'starter_rolled' || event.type === 'rolled_off' ? event.rounds : []),
  lying: ({ last }) => last && { seat: last.seat, faces: last.faces, sides: 6 },
}

export const board = sealBoard(farkleBoard)
