import type { Seat } from '@diceroom/shared/games/game.ts'
import { SHORTCUTS } from '@diceroom/shared/games/race/board.ts'
import type { RaceEvent, RaceMove, RaceOptions, RaceState } from '@diceroom/shared/games/race/rules.ts'
import { useState } from 'react'
import { Choice } from '../../ui/choice.tsx'
import { type Board, type OptionsProps, type PlayfieldProps, sealBoard } from '../board.ts'
import type { Link } from './geometry.ts'
import { moveAt } from './last-moves.ts'
import { RaceBoard } from './race-board.tsx'
import { raceSentence } from './sentence.ts'
import { raceText } from './strings.ts'

const LINKS: readonly Link[] = [...SHORTCUTS].map(([from, to]) => ({ from, to }))
const LADDERS = LINKS.filter(({ from, to }) => to > from)
const SLIDES = LINKS.filter(({ from, to }) => to < from)

function Playfield({
  state,
  seats,
  feed,
  game,
  dice,
  celebration,
}: PlayfieldProps<RaceState, RaceMove, RaceOptions>) {
  const t = raceText.useText()
  const winner = state?.winner ?? null
  const finish = winner === null ? null : `${game}:${winner}`
  // Which finish everybody has seen; one that was there on arrival was seen.
  const [finished, setFinished] = useState(finish)
  const racing = state?.seats ?? seats.map(({ seat }) => seat)
  const pieces = racing.map((seat, index) => {
    const square = state?.squares[index] ?? 0
    const name = seats.find(holder => holder.seat === seat)?.name ?? `${seat + 1}`
    const label = square === 0 ? t('pieceAtStart', { name }) : t('piece', { name, square })
    return { seat, label, ...moveAt(feed, seat, square) }
  })
  return (
    <>
      <RaceBoard
        label={t('board')}
        startLabel={t('start')}
        ladders={LADDERS}
        slides={SLIDES}
        pieces={pieces}
        onArrived={seat => seat === winner && setFinished(finish)}
      >
        {dice()}
      </RaceBoard>
      {finish !== null && finish === finished && celebration}
    </>
  )
}

const FINISHES = ['stay', 'bounce', 'overshoot'] as const

function Options({ options, onChange }: OptionsProps<RaceOptions>) {
  const t = raceText.useText()
  return (
    <Choice<RaceOptions['finish']>
      legend={t('finish')}
      look="rows"
      value={options.finish}
      options={FINISHES.map(value => ({
        value,
        label: t(`finish.${value}`),
        why: t(`finish.${value}.why`),
      }))}
      onChange={onChange && (finish => onChange({ ...options, finish }))}
    />
  )
}

function Help() {
  const t = raceText.useText()
  return <p>{t('help')}</p>
}

const squareOf = (state: RaceState, seat: Seat): string => `${state.squares[state.seats.indexOf(seat)] ?? 0}`

const raceBoard: Board<RaceState, RaceMove, RaceEvent, RaceOptions> = {
  Playfield,
  Options,
  Help,
  sentence: raceSentence,
  optionsSentence: ({ finish }) => raceText.said(`options.${finish}`),
  score: squareOf,
  decided: ({ winner }, _outcome, nameOf) =>
    winner === null ? null : raceText.said('decided', { name: nameOf(winner) }),
  result: squareOf,
  moves: (_state, legal) => legal.map(move => ({ move, label: raceText.said('roll'), hand: 'shaking' })),
  throwers: event => (event.type === 'starter_rolled' ? event.rounds : []),
  lying: ({ last }) => last && { seat: last.seat, faces: [last.face], sides: 6 },
}

export const board = sealBoard(raceBoard)
