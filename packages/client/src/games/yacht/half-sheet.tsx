import type { Seat } from '@diceroom/shared/games/game.ts'
import { type Box, faceOf } from '@diceroom/shared/games/yacht/boxes.ts'
import { bonusOf } from '@diceroom/shared/games/yacht/sheet.ts'
import { offersIn, scoreOf, type YachtState } from '@diceroom/shared/games/yacht/state.ts'
import type { CSSProperties } from 'react'
import { DiceFace } from '../../ui/dice-face.tsx'
import { SeatDot, seatColour } from '../../ui/seat-mark.tsx'
import { bonusStanding, type Cell, cellOf, type Row } from './rows.ts'
import type { ScoreCardProps } from './score-card.tsx'
import { yachtText } from './strings.ts'

interface HalfSheetProps extends ScoreCardProps {
  readonly rows: readonly Row[]
  /** Whose boxes stand beside each other, the large ones first. */
  readonly columns: readonly Seat[]
}

/** Half of the boxes, one below the other. What may be filled is one button, as wide as its name and its points. */
export function HalfSheet({ rows, columns, ...card }: HalfSheetProps) {
  const [main = 0, ...others] = columns
  return (
    <div className="yacht-half" style={{ '--others': others.length } as CSSProperties}>
      {others.length > 0 && <Heads main={main} others={others} nameOf={card.nameOf} />}
      <ul className="yacht-rows">
        {rows.map(row => (
          <li key={row.kind === 'box' ? row.box : row.kind} className={`yacht-row yacht-row-${row.kind}`}>
            {row.kind === 'box' ? (
              <MainBox {...card} seat={main} box={row.box} />
            ) : (
              <MainBonus {...card} seat={main} />
            )}
            {others.map(seat => (
              <OtherBox key={seat} {...card} seat={seat} row={row} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whose column is whose; each figure below says it as well. */
function Heads({
  main,
  others,
  nameOf,
}: {
  readonly main: Seat
  readonly others: readonly Seat[]
  readonly nameOf: (seat: Seat) => string
}) {
  return (
    <div className="yacht-row yacht-heads" aria-hidden="true">
      <span className="yacht-head-main" style={{ color: seatColour(main) }}>
        <bdi className="yacht-head-name">{nameOf(main)}</bdi>
        <SeatDot seat={main} />
      </span>
      {others.map(seat => (
        <span key={seat} className="yacht-head" title={nameOf(seat)}>
          <SeatDot seat={seat} />
        </span>
      ))}
    </div>
  )
}

interface CellProps extends ScoreCardProps {
  readonly seat: Seat
}

function MainBox({ state, seat, box, me, filling }: CellProps & { readonly box: Box }) {
  const t = yachtText.useText()
  const cell = cellIn(state, seat, box)
  const name = t(`box.${box}`)
  const face = faceOf(box)
  const isChosen = seat === me && filling.chosen === box
  const parts = (
    <>
      <span className="yacht-name">
        {face !== null && (
          <svg className="yacht-face" viewBox="0 0 100 104" aria-hidden="true">
            <DiceFace face={face} edge={100} x={50} y={50} />
          </svg>
        )}
        <span>{name}</span>
      </span>
      <Points cell={cell} />
    </>
  )
  const look = `yacht-box yacht-${cell.kind}${isLast(state, seat, box) ? ' yacht-last' : ''}`
  if (cell.kind !== 'offer' || seat !== me) {
    return (
      <span className={look} role="img" aria-label={labelOf(cell)}>
        {parts}
      </span>
    )
  }
  const mayFill = filling.mayFill(box)
  return (
    <button
      type="button"
      className={look}
      aria-pressed={isChosen}
      aria-disabled={!mayFill}
      onClick={() => mayFill && filling.onChoose(box)}
    >
      {parts}
      <span className="unseen">{t(cell.offer.joker ? 'nowJoker' : 'now')}</span>
    </button>
  )

  function labelOf(here: Cell): string {
    if (here.kind === 'open') return t('open', { box: name })
    if (here.kind === 'filled') return t('filled', { box: name, points: here.points + here.extra })
    return t('gives', { box: name, points: here.offer.points })
  }
}

/** What stands in a box, or would: on its own, with no words. */
function Points({ cell }: { readonly cell: Cell }) {
  if (cell.kind === 'open') return <span className="yacht-points" />
  if (cell.kind === 'offer') {
    const { points, joker } = cell.offer
    return (
      <span className={`yacht-points${points === 0 ? ' yacht-nothing' : ''}`}>
        {points}
        {joker && (
          <span className="yacht-star" aria-hidden="true">
            ★
          </span>
        )}
      </span>
    )
  }
  return (
    <span className={`yacht-points${cell.points === 0 ? ' yacht-nothing' : ''}`}>
      {cell.points}
      {cell.extra > 0 && <small className="yacht-extra">+{cell.extra}</small>}
    </span>
  )
}

/** How far the upper half has come to its bonus. */
function MainBonus({ state, seat }: CellProps) {
  const t = yachtText.useText()
  const standing = bonusStanding(scoreOf(state, seat), state.options.sheet)
  if (!standing) return null
  const { sum, at, points, left } = standing
  const label = left === 0 ? t('bonusGot', { sum, points }) : t('bonusToGo', { sum, at, left, points })
  return (
    <span
      className={`yacht-box yacht-bonus${left === 0 ? ' yacht-bonus-got' : ''}`}
      role="img"
      aria-label={label}
      style={{ '--part': `${Math.min(100, (100 * sum) / at)}%` } as CSSProperties}
    >
      <span className="yacht-name">{t('bonus')}</span>
      <span className="yacht-points">{left === 0 ? `+${points}` : `${sum}/${at}`}</span>
    </span>
  )
}

function OtherBox({ state, seat, row, nameOf }: CellProps & { readonly row: Row }) {
  const t = yachtText.useText()
  if (row.kind === 'bonus') {
    const score = scoreOf(state, seat)
    const got = bonusOf(score, state.options)
    const sum = bonusStanding(score, state.options.sheet)?.sum ?? 0
    return (
      <span className="yacht-other" role="img" aria-label={`${nameOf(seat)}: ${got || sum}`}>
        {got > 0 ? `+${got}` : sum}
      </span>
    )
  }
  const cell = cellIn(state, seat, row.box)
  const points = cell.kind === 'filled' ? cell.points : cell.kind === 'offer' ? cell.offer.points : null
  if (points === null) return <span className="yacht-other" />
  const look = `yacht-other yacht-other-${cell.kind}${isLast(state, seat, row.box) ? ' yacht-last' : ''}`
  const box = t(`box.${row.box}`)
  const said = cell.kind === 'filled' ? t('filled', { box, points }) : t('gives', { box, points })
  return (
    <span className={look} role="img" aria-label={`${nameOf(seat)}: ${said}`}>
      {points}
    </span>
  )
}

/** The box of a seat; offers are those of the one to act. */
const cellIn = (state: YachtState, seat: Seat, box: Box): Cell =>
  cellOf(scoreOf(state, seat), box, state.turn === seat ? offersIn(state) : [])

const isLast = ({ last }: YachtState, seat: Seat, box: Box): boolean =>
  last?.seat === seat && last.box === box
