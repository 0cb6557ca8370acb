import './free-roll.css'
import type { FreeRollEvent, FreeRollOptions, FreeRollState } from '@diceroom/shared/games/free-roll/rules.ts'
import { Die } from '../../ui/dice/die.tsx'
import { Tray } from '../../ui/tray.tsx'
import { sentence } from '../../words/sentence.ts'
import type { Board, PlayfieldProps } from '../board.ts'
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

export const freeRollBoard: Board<FreeRollState, FreeRollEvent, FreeRollOptions> = {
  name: 'game.freeRoll',
  pitch: 'game.freeRoll.pitch',
  Picture,
  Playfield,
  Options: FreeRollOptionsForm,

  sentence: freeRollSentence,

  optionsSentence: ({ dice, sides }) => sentence('said.dice', { dice, sides }),
  score: () => undefined,
  moves: ({ dice }) => [
    { move: { type: 'roll' }, label: dice === 1 ? 'play.roll' : 'play.rollDice', count: dice },
  ],
  lying: ({ last, options }) => last && { ...last, sides: options.sides },
}
