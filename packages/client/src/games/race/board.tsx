import './race-picture.css'
import { SHORTCUTS } from '@diceroom/shared/games/race/board.ts'
import type { RaceEvent, RaceOptions, RaceState } from '@diceroom/shared/games/race/rules.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../ui/choice.tsx'
import { seatColour } from '../../ui/seat-mark.tsx'
import { Tray } from '../../ui/tray.tsx'
import type { Board, OptionsProps, PlayfieldProps } from '../board.ts'
import type { Link } from './geometry.ts'
import { Ladder } from './ladder.tsx'
import { moveAt } from './last-moves.ts'
import { PieceFigure } from './piece.tsx'
import { RaceBoard } from './race-board.tsx'
import { raceSentence } from './sentence.ts'
import { Slide } from './slide.tsx'
import { SquareNumbers, Squares } from './squares.tsx'

const LINKS: readonly Link[] = [...SHORTCUTS].map(([from, to]) => ({ from, to }))
const LADDERS = LINKS.filter(({ from, to }) => to > from)
const SLIDES = LINKS.filter(({ from, to }) => to < from)

function Playfield({ state, seats, feed, game, dice, celebration }: PlayfieldProps<RaceState>) {
  const { t } = useTranslation()
  const winner = state?.winner ?? null
  const finish = winner === null ? null : `${game}:${winner}`
  // Which finish everybody has seen; one that was there on arrival was seen.
  const [finished, setFinished] = useState(finish)
  const racing = state?.seats ?? seats.map(({ seat }) => seat)
  const pieces = racing.map((seat, index) => {
    const square = state?.squares[index] ?? 0
    const name = seats.find(holder => holder.seat === seat)?.name ?? `${seat + 1}`
    const label = square === 0 ? t('race.pieceAtStart', { name }) : t('race.piece', { name, square })
    return { seat, label, ...moveAt(feed, seat, square) }
  })
  return (
    <>
      <RaceBoard
        label={t('race.board')}
        startLabel={t('race.start')}
        ladders={LADDERS}
        slides={SLIDES}
        pieces={pieces}
        onArrived={seat => seat === winner && setFinished(finish)}
      >
        {dice}
      </RaceBoard>
      {finish !== null && finish === finished && celebration}
    </>
  )
}

const FINISHES = ['stay', 'bounce', 'overshoot'] as const

function Options({ options, onChange }: OptionsProps<RaceOptions>) {
  const { t } = useTranslation()
  return (
    <Choice<RaceOptions['finish']>
      legend={t('race.finish')}
      look="rows"
      value={options.finish}
      options={FINISHES.map(value => ({
        value,
        label: t(`race.finish.${value}`),
        why: t(`race.finish.${value}.why`),
      }))}
      onChange={onChange && (finish => onChange({ ...options, finish }))}
    />
  )
}

const PICTURED = [
  { seat: 0, x: 1.5, y: 9.5 },
  { seat: 1, x: 1.55, y: 8.5 },
  { seat: 3, x: 4.5, y: 8.5 },
] as const

/** The lower left corner of the board. */
function Picture() {
  return (
    <Tray>
      <svg
        className="race-picture on-paper race-corner"
        viewBox="0 6 7 4"
        preserveAspectRatio="xMinYMax slice"
        aria-hidden="true"
      >
        <Squares />
        <Slide from={16} to={6} enamel={1} />
        <Slide from={26} to={14} enamel={2} />
        <Ladder from={9} to={31} />
        <Ladder from={4} to={22} />
        <SquareNumbers />
        {PICTURED.map(({ seat, x, y }) => (
          <g
            key={seat}
            transform={`translate(${x - 0.36} ${y - 0.37}) scale(0.0155)`}
            style={{ color: seatColour(seat) }}
          >
            <PieceFigure seat={seat} />
          </g>
        ))}
      </svg>
    </Tray>
  )
}

export const raceBoard: Board<RaceState, RaceEvent, RaceOptions> = {
  name: 'game.race',
  pitch: 'game.race.pitch',
  Picture,
  Playfield,
  Options,
  sentence: raceSentence,
  optionsSentence: ({ finish }) => ({ key: `said.finish.${finish}`, values: {} }),
  score: (state, seat) => `${state.squares[state.seats.indexOf(seat)] ?? 0}`,
  moves: () => [{ move: { type: 'roll' }, label: 'play.roll', count: 1, sides: 6 }],
  throwers: event => (event.type === 'starter_rolled' ? event.rounds : []),
  lying: ({ last }) => last && { seat: last.seat, faces: [last.face], sides: 6 },
}
