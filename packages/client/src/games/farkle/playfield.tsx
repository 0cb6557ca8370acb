import './farkle.css'
import type { FarkleMove } from '@diceroom/shared/games/farkle/rules.ts'
import type { FarkleEvent, FarkleOptions, FarkleState } from '@diceroom/shared/games/farkle/state.ts'
import type { DiceHow } from '../../ui/dice/dice-how.ts'
import { Tray } from '../../ui/tray.tsx'
import type { PlayfieldProps } from '../board.ts'
import { TurnActions } from './actions.tsx'
import { worthOf } from './choice.ts'
import { figure } from './figures.ts'
import { Notes } from './notes.tsx'
import { onTable } from './on-table.ts'
import { farkleText } from './strings.ts'
import { type OwnTurn, useTurn } from './use-turn.ts'

type FarklePlayfieldProps = PlayfieldProps<FarkleState, FarkleMove, FarkleOptions, FarkleEvent>

/** The tray with its rail: dice that score are tapped, slide to the rail, and the turn's points stand at its end. */
export function Playfield(props: FarklePlayfieldProps) {
  const { state, me, legal, thrown, Actions, dice, celebration } = props
  const t = farkleText.useText()
  const turn = state?.turn ?? null
  const own = useTurn(props)
  const isMine = turn !== null && turn.seat === me
  return (
    <>
      <Tray>
        <div className="farkle">
          {state && (
            <Notes state={state} thrown={thrown} own={isMine ? own : null} isBusy={legal.length === 0} />
          )}
          <div className="farkle-dice">
            {dice(state ? howOf(state, thrown, isMine ? own : null, t) : undefined)}
          </div>
        </div>
      </Tray>
      {celebration}
      {state && isMine && (
        <Actions>
          <TurnActions state={state} turn={turn} legal={legal} own={own} />
        </Actions>
      )}
    </>
  )
}

/** How the dice lie, and which of them may be tapped. */
function howOf(
  state: FarkleState,
  thrown: FarkleEvent | null,
  own: OwnTurn | null,
  t: ReturnType<typeof farkleText.useText>,
): DiceHow {
  const lies = onTable(state, thrown)
  const { turn } = state
  const isPicking = own !== null && thrown === null && turn !== null && turn.thrown !== null
  const chosen = isPicking ? worthOf(turn.thrown ?? [], own.chosen, state.options.table) : 0
  return {
    chosen: 'rail',
    aside: lies?.aside ?? [],
    lies: lies ? { faces: lies.faces, thrown: lies.felt } : undefined,
    pick: isPicking
      ? {
          chosen: own.chosen,
          may: own.may,
          onToggle: own.toggle,
          label: (index, face) => t('die', { face, nth: index + 1 }),
        }
      : undefined,
    rail: <RailFigures state={state} thrown={thrown} chosen={chosen} />,
  }
}

interface RailFiguresProps {
  readonly state: FarkleState
  readonly thrown: FarkleEvent | null
  /** what the dice are worth that are chosen and not set aside yet */
  readonly chosen: number
}

/** What the turn is worth; after it, what became of it, until dice are thrown again. */
function RailFigures({ state, thrown, chosen }: RailFiguresProps) {
  const t = farkleText.useText()
  const { turn, last } = state
  if (thrown?.type === 'rolled' || thrown?.type === 'farkled') {
    return <Total points={thrown.type === 'rolled' ? thrown.points : thrown.lost} words={t('thisTurn')} />
  }
  const isOver = turn === null || (turn.thrown === null && turn.points === 0)
  if (isOver && last?.did === 'farkled') {
    return <Total points={last.points} words={t('lostNow')} fate="lost" />
  }
  if (isOver && last?.did === 'banked') {
    return <Total points={last.points} words={t('bankedNow')} fate="banked" />
  }
  return <Total points={(turn?.points ?? 0) + chosen} words={t('thisTurn')} />
}

interface TotalProps {
  readonly points: number
  readonly words: string
  readonly fate?: 'open' | 'lost' | 'banked'
}

function Total({ points, words, fate = 'open' }: TotalProps) {
  return (
    <span className={`farkle-total farkle-total-${fate}`}>
      <strong key={points}>{figure(points)}</strong>
      <span>{words}</span>
    </span>
  )
}
