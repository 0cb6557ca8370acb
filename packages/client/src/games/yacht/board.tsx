import './yacht.css'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { yacht } from '@diceroom/shared/games/yacht/rules.ts'
import {
  totalFor,
  type YachtEvent,
  type YachtMove,
  type YachtOptions,
  type YachtState,
} from '@diceroom/shared/games/yacht/state.ts'
import { Tray } from '../../ui/tray.tsx'
import { useSize } from '../../ui/use-size.ts'
import { type Board, type PlayfieldProps, sealBoard } from '../board.ts'
import { diceLying } from './dice-lying.ts'
import { YachtHelp } from './help.tsx'
import { YachtOptionsForm } from './options.tsx'
import { ScoreCard } from './score-card.tsx'
import { decidedSentence, optionsSentence, yachtSentence } from './sentence.ts'
import { yachtText } from './strings.ts'
import { TurnActions } from './turn-actions.tsx'
import { useTurn } from './use-turn.ts'

/** Where the felt is as large as this, dice that are kept lie on a rail; else they stay where they are, with a ring. */
const RAIL_FROM = { width: 320, height: 230 }

function Playfield({
  state: played,
  options,
  seats,
  thrown,
  game,
  me,
  legal,
  onMove,
  Actions,
  dice,
  celebration,
}: PlayfieldProps<YachtState, YachtMove, YachtOptions, YachtEvent>) {
  const t = yachtText.useText()
  const [felt, size] = useSize<HTMLDivElement>()
  // Before the first game the sheet lies there empty.
  const state = played ?? yacht.setup(seatsOf(seats), options, null)
  const plan = useTurn(state, game)
  const isMine = played !== null && me !== null && state.turn === me
  const hasRail = size !== null && size.width >= RAIL_FROM.width && size.height >= RAIL_FROM.height
  const mayRoll = legal.some(({ type }) => type === 'roll')
  const nameOf = (seat: Seat) => seats.find(holder => holder.seat === seat)?.name ?? `${seat + 1}`
  const pick = {
    chosen: plan.kept,
    may: () => mayRoll,
    onToggle: plan.toggleDie,
    label: (_: number, face: number) => t('keepDie', { face }),
  }
  return (
    <>
      <Tray>
        <div className="yacht">
          <ScoreCard
            state={state}
            me={me}
            nameOf={nameOf}
            filling={{
              chosen: plan.chosen?.box ?? null,
              mayFill: box => legal.some(move => move.type === 'score' && move.box === box),
              onChoose: plan.toggleBox,
            }}
          />
          <div ref={felt} className="yacht-dice">
            {dice({
              lies: diceLying(state, thrown),
              pick: isMine && state.dice !== null && state.rollsLeft > 0 ? pick : undefined,
              chosen: hasRail ? 'rail' : 'mark',
            })}
          </div>
        </div>
      </Tray>
      {celebration}
      {isMine && (
        <Actions>
          <TurnActions state={state} plan={plan} legal={legal} onMove={onMove} />
        </Actions>
      )}
    </>
  )
}

const seatsOf = (seats: readonly { readonly seat: Seat }[]): readonly Seat[] => seats.map(({ seat }) => seat)

const total = (state: YachtState, seat: Seat): string => `${totalFor(state, seat)}`

const yachtBoard: Board<YachtState, YachtMove, YachtEvent, YachtOptions> = {
  Playfield,
  Options: YachtOptionsForm,
  Help: YachtHelp,
  sentence: yachtSentence,
  optionsSentence,
  score: total,
  decided: decidedSentence,
  result: total,
  // The playfield has actions of its own.
  moves: () => [],
  throwers: event => (event.type === 'starter_rolled' ? event.rounds : []),
  lying: ({ turn, dice, last }) => {
    if (dice) return { seat: turn, faces: dice, sides: 6 }
    return last && { seat: last.seat, faces: last.dice, sides: 6 }
  },
}

export const board = sealBoard(yachtBoard)
