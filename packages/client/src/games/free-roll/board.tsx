import './free-roll.css'
import type { FreeRollEvent, FreeRollOptions, FreeRollState } from '@diceroom/shared/games/free-roll/rules.ts'
import { Die } from '../../ui/dice/die.tsx'
import { Tray } from '../../ui/tray.tsx'
import { sentence } from '../../words/sentence.ts'
import type { Board, BoardMove, PlayfieldProps } from '../board.ts'
import { FreeRollOptionsForm } from './options.tsx'
import { freeRollSentence } from './sentence.ts'

function Playfield({ dice }: PlayfieldProps<FreeRollState>) {
  return <Tray>{dice}</Tray>
}

const PICTURED = [
  { value: 5, lying: { x: 62, y: 70, yaw: 24 } },
  { value: 1, lying: { x: 150, y: 52, yaw: 112 } },
  { value: 6, lying: { x: 232, y: 78, yaw: 197 } },
] as const

function Picture() {
  return (
    <Tray>
      <span className="free-roll-picture" style={{ '--edge': '50px' } as React.CSSProperties}>
        {PICTURED.map(({ value, lying }) => (
          <Die key={value} sides={6} value={value} lying={lying} edge={50} />
        ))}
      </span>
    </Tray>
  )
}

/** Six sides go without saying. */
function rollLabel(dice: number, sides: number): BoardMove['label'] {
  if (sides !== 6) return 'play.rollSides'
  return dice === 1 ? 'play.roll' : 'play.rollDice'
}

export const freeRollBoard: Board<FreeRollState, FreeRollEvent, FreeRollOptions> = {
  name: 'game.freeRoll',
  pitch: 'game.freeRoll.pitch',
  Picture,
  Playfield,
  Options: FreeRollOptionsForm,

  sentence: freeRollSentence,

  optionsSentence: ({ dice, sides }) => sentence('said.dice', { dice, sides }),
  score: () => undefined,
  moves: ({ dice, sides }) => [{ move: { type: 'roll' }, label: rollLabel(dice, sides), count: dice, sides }],
  throwers: () => [],
  lying: ({ last, options }) => last && { ...last, sides: options.sides },
}
