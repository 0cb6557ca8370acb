import './free-roll.css'
import type {
  FreeRollEvent,
  FreeRollMove,
  FreeRollOptions,
  FreeRollState,
} from '@diceroom/shared/games/free-roll/rules.ts'
import { Tray } from '../../ui/tray.tsx'
import type { Sentence } from '../../words/sentence.ts'
import { type Board, type PlayfieldProps, sealBoard } from '../board.ts'
import { decidedSentence, figureOf, optionsSentence } from './game-words.ts'
import { FreeRollHelp } from './help.tsx'
import { FreeRollOptionsForm } from './options.tsx'
import { freeRollSentence } from './sentence.ts'
import { freeRollText } from './strings.ts'

function Playfield({
  dice,
  options,
  celebration,
}: PlayfieldProps<FreeRollState, FreeRollMove, FreeRollOptions>) {
  return (
    <>
      <Tray>{dice()}</Tray>
      {options.winner !== 'none' && celebration}
    </>
  )
}

/** Six sides go without saying. */
function rollLabel({ dice, sides }: FreeRollOptions): Sentence {
  if (sides !== 6) return freeRollText.said('rollSides', { dice, sides })
  return dice === 1 ? freeRollText.said('roll') : freeRollText.said('rollDice', { dice })
}

const freeRollBoard: Board<FreeRollState, FreeRollMove, FreeRollEvent, FreeRollOptions> = {
  Playfield,
  Options: FreeRollOptionsForm,
  Help: FreeRollHelp,
  sentence: freeRollSentence,
  optionsSentence,
  score: figureOf,
  decided: decidedSentence,
  result: figureOf,
  moves: (_state, legal, options) =>
    legal.slice(0, 1).map(move => ({ move, label: rollLabel(options), hand: 'shaking' })),
  throwers: event => (event.type === 'starter_rolled' ? event.rounds : []),
  lying: ({ last, options }) => last && { ...last, sides: options.sides },
}

export const board = sealBoard(freeRollBoard)
