import './pig.css'
import type { PigOptions } from '@diceroom/shared/games/pig/options.ts'
import { type PigEvent, type PigMove, type PigState, scoreOf } from '@diceroom/shared/games/pig/rules.ts'
import { useState } from 'react'
import { Tray } from '../../ui/tray.tsx'
import { type Board, type PlayfieldProps, sealBoard } from '../board.ts'
import { HogActions, TurnActions } from './actions.tsx'
import { PigHelp } from './help.tsx'
import { HogDice } from './hog-dice.tsx'
import { PigOptionsForm } from './options.tsx'
import { ScoreLanes } from './score-lanes.tsx'
import { decidedSentence, optionsSentence, pigSentence } from './sentence.ts'
import { TurnTotal } from './turn-total.tsx'

/** As many dice bring the most on average. */
const HOG_DICE_USUAL = 5

function Playfield({
  state,
  seats,
  me,
  legal,
  onMove,
  Actions,
  dice,
  celebration,
}: PlayfieldProps<PigState, PigMove, PigOptions>) {
  const [count, setCount] = useState(HOG_DICE_USUAL)
  const turn = state?.turn ?? null
  const isMine = state !== null && turn !== null && turn.seat === me
  const isHog = state?.options.variant === 'hog'
  return (
    <>
      <Tray>
        <div className="pig">
          {state && <ScoreLanes state={state} seats={seats} />}
          <div className="pig-dice">{dice()}</div>
          {state && turn && (
            <TurnTotal state={state} turn={turn}>
              {/* Also before one's turn, so that nothing moves when it comes. */}
              {isHog && me !== null && <HogDice count={count} onChange={setCount} />}
            </TurnTotal>
          )}
        </div>
      </Tray>
      {celebration}
      {isMine && (
        <Actions>
          {isHog ? (
            <HogActions count={count} legal={legal} onMove={onMove} />
          ) : (
            <TurnActions state={state} turn={turn} legal={legal} onMove={onMove} />
          )}
        </Actions>
      )}
    </>
  )
}

const points = (state: PigState, seat: number): string => `${scoreOf(state, seat)}`

const pigBoard: Board<PigState, PigMove, PigEvent, PigOptions> = {
  Playfield,
  Options: PigOptionsForm,
  Help: PigHelp,
  sentence: pigSentence,
  optionsSentence,
  score: points,
  decided: decidedSentence,
  result: points,
  // The playfield has actions of its own.
  moves: () => [],
  throwers: event => (event.type === 'starter_rolled' ? event.rounds : []),
  lying: ({ last }) => last && { seat: last.seat, faces: last.faces, sides: 6 },
}

export const board = sealBoard(pigBoard)
