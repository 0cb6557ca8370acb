import type { Seat } from '@diceroom/shared/games/game.ts'
import { SHORTCUTS } from '@diceroom/shared/games/race/board.ts'
import type { RaceEvent, RaceMove, RaceOptions, RaceState } from '@diceroom/shared/games/race/rules.ts'
import { useState } from 'react'
import { type Board, type BoardMove, type PlayfieldProps, sealBoard } from '../board.ts'
import type { Link } from './geometry.ts'
import { RaceHelp } from './help.tsx'
import { moveAt } from './last-moves.ts'
import { RaceOptionsForm } from './options.tsx'
import { RaceBoard } from './race-board.tsx'
import { optionsSentence, raceSentence } from './sentence.ts'
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

const squareOf = (state: RaceState, seat: Seat): string => `${state.squares[state.seats.indexOf(seat)] ?? 0}`

/** What there is to know before a roll. */
function detailOf({
  options: { enterOnSix, threeSixes },
  seats,
  squares,
  turn,
  sixes = 0,
}: RaceState): Pick<BoardMove<RaceMove>, 'detail'> {
  if (sixes === 2 && threeSixes !== 'nothing') return { detail: raceText.said(`thirdNext.${threeSixes}`) }
  if (sixes > 0) return { detail: raceText.said('onceMore') }
  const isOff = turn !== null && squares[seats.indexOf(turn)] === 0
  return enterOnSix && isOff ? { detail: raceText.said('needsSix') } : {}
}

const raceBoard: Board<RaceState, RaceMove, RaceEvent, RaceOptions> = {
  Playfield,
  Options: RaceOptionsForm,
  Help: RaceHelp,
  sentence: raceSentence,
  optionsSentence,
  score: squareOf,
  decided: ({ winner }, _outcome, nameOf) =>
    winner === null ? null : raceText.said('decided', { name: nameOf(winner) }),
  result: squareOf,
  moves: (state, legal, { twoDice }) =>
    legal.map(move => ({
      move,
      label: raceText.said(twoDice ? 'rollTwo' : 'roll'),
      ...detailOf(state),
      hand: 'shaking',
    })),
  throwers: event => (event.type === 'starter_rolled' ? event.rounds : []),
  lying: ({ last }) => last && { seat: last.seat, faces: last.faces ?? [last.face], sides: 6 },
}

export const board = sealBoard(raceBoard)
