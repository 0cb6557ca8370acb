import { combinationsOf } from '@diceroom/shared/games/farkle/scoring.ts'
import {
  bestOther,
  type FarkleEvent,
  type FarkleState,
  hasOpened,
} from '@diceroom/shared/games/farkle/state.ts'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { DiceRow } from '../../ui/examples/dice-row.tsx'
import { bestOf } from './choice.ts'
import { figure } from './figures.ts'
import { farkleText } from './strings.ts'
import type { OwnTurn } from './use-turn.ts'

interface NotesProps {
  readonly state: FarkleState
  /** what is in the air */
  readonly thrown: FarkleEvent | null
  /** set in the viewer's own turn, with the dice that they choose */
  readonly own: OwnTurn | null
  readonly isBusy: boolean
}

/** A line above the dice: what has just befallen the turn, what the chosen dice are worth one by one, or what to think of. */
export function Notes({ state, thrown, own, isBusy }: NotesProps) {
  const { turn } = state
  const rolled = own ? (turn?.thrown ?? null) : null
  const moment = thrown === null ? momentOf(state) : null
  return (
    <div className="farkle-notes">
      {moment ? (
        <Moment key={state.turns} moment={moment} />
      ) : (
        <>
          {turn && state.finalBy !== null && (
            <FinalRound state={state} seat={turn.seat} isOwn={own !== null} />
          )}
          {own && rolled && <Choosing state={state} thrown={rolled} own={own} isBusy={isBusy} />}
          {turn && !turn.thrown && state.finalBy === null && <Mind state={state} seat={turn.seat} />}
        </>
      )}
    </div>
  )
}

/** A farkle, or hot dice, until dice are thrown again. */
function momentOf({ turn, last, options }: FarkleState): 'farkle' | 'hotDice' | null {
  if (last?.did === 'farkled' && !turn?.thrown) return 'farkle'
  return last?.did === 'set_aside' && last.aside.length === options.dice ? 'hotDice' : null
}

function Moment({ moment }: { readonly moment: 'farkle' | 'hotDice' }) {
  const t = farkleText.useText()
  return <span className={`farkle-moment farkle-moment-${moment}`}>{t(`moment.${moment}`)}</span>
}

function FinalRound({ state, seat, isOwn }: { state: FarkleState; seat: Seat; isOwn: boolean }) {
  const t = farkleText.useText()
  const toBeat = bestOther(state, seat)
  const own = state.scores[state.seats.indexOf(seat)] ?? 0
  return (
    <span className="farkle-note farkle-final">
      {own > toBeat && isOwn ? t('leads') : t('lastTurn', { score: figure(toBeat) })}
    </span>
  )
}

interface ChoosingProps {
  readonly state: FarkleState
  readonly thrown: readonly number[]
  readonly own: OwnTurn
  readonly isBusy: boolean
}

function Choosing({ state, thrown, own, isBusy }: ChoosingProps) {
  const t = farkleText.useText()
  const { table } = state.options
  const combinations = combinationsOf(
    own.chosen.map(index => thrown[index] ?? 0),
    table,
  )
  if (combinations && combinations.length > 0) {
    return (
      <span className="farkle-note farkle-worth" aria-live="polite">
        {combinations.map(({ faces, points }, at) => (
          <span key={at} className="farkle-part">
            <DiceRow faces={faces} /> {figure(points)}
          </span>
        ))}
      </span>
    )
  }
  const all = thrown.flatMap((_, index) => (own.may(index) ? [index] : []))
  return (
    <>
      <span className="farkle-note">{t('pick')}</span>
      {!isBusy && all.length > 0 && (
        <button type="button" className="farkle-note farkle-best" onClick={() => own.choose(all)}>
          {t('takeBest', { points: figure(bestOf(thrown, table)) })}
        </button>
      )}
    </>
  )
}

/** What the seat whose turn it is has to think of before it rolls. */
function Mind({ state, seat }: { state: FarkleState; seat: Seat }) {
  const t = farkleText.useText()
  const { opening, penalty } = state.options
  if (!hasOpened(state, seat)) {
    return <span className="farkle-note">{t('toOpen', { needed: figure(opening) })}</span>
  }
  const isThird = penalty !== 'none' && state.farkles[state.seats.indexOf(seat)] === 2
  return isThird ? <span className="farkle-note">{t('third')}</span> : null
}
