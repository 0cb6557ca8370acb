import type { PigState } from '@diceroom/shared/games/pig/rules.ts'
import type { SeatHolder } from '@diceroom/shared/room/room.ts'
import type { CSSProperties } from 'react'
import { SeatBadge, seatColour } from '../../ui/seat-mark.tsx'
import { pigText } from './strings.ts'

interface ScoreLanesProps {
  readonly state: PigState
  readonly seats: readonly SeatHolder[]
}

/** How far everybody is: a lane for each, the turn's points in front of the score that they may become. */
export function ScoreLanes({ state, seats }: ScoreLanesProps) {
  const t = pigText.useText()
  const { turn, options, scores } = state
  const names = state.seats.map(seat => seats.find(holder => holder.seat === seat)?.name ?? `${seat + 1}`)
  const list = names.map((name, at) => t('scoreOf', { name, score: scores[at] ?? 0 })).join(', ')
  const part = (points: number) => Math.min(1, points / options.target)
  return (
    <div className="pig-lanes" role="img" aria-label={t('scores', { list })}>
      {state.seats.map((seat, at) => {
        const score = scores[at] ?? 0
        const total = turn?.seat === seat ? turn.total : 0
        const style = {
          '--seat': seatColour(seat),
          '--score': part(score),
          '--turn': part(score + total),
        } as CSSProperties
        return (
          <span
            key={seat}
            className={turn?.seat === seat ? 'pig-lane pig-lane-acting' : 'pig-lane'}
            style={style}
          >
            <span className="pig-lane-turn" />
            <span className="pig-lane-score" />
            <span className="pig-lane-mark">
              <SeatBadge seat={seat} />
            </span>
          </span>
        )
      })}
      <span className="pig-target">{options.target}</span>
    </div>
  )
}
