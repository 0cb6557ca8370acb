import type { Seat } from '@diceroom/shared/games/game.ts'
import { type Box, yachtFace } from '@diceroom/shared/games/yacht/boxes.ts'
import { jokerFace } from '@diceroom/shared/games/yacht/sheet.ts'
import { offersIn, scoreOf, type YachtState } from '@diceroom/shared/games/yacht/state.ts'
import { useState } from 'react'
import { useSize } from '../../ui/use-size.ts'
import { AllSheets } from './all-sheets.tsx'
import { allFit, columnsFrom, mainSeat } from './columns.ts'
import { HalfSheet } from './half-sheet.tsx'
import { halvesOf, jokerHint } from './rows.ts'
import { SheetTabs, type Shown } from './sheet-tabs.tsx'
import { yachtText } from './strings.ts'

/** What people may do with the boxes of their own sheet. */
interface Filling {
  readonly chosen: Box | null
  readonly mayFill: (box: Box) => boolean
  readonly onChoose: (box: Box) => void
}

export interface ScoreCardProps {
  readonly state: YachtState
  readonly me: Seat | null
  readonly nameOf: (seat: Seat) => string
  readonly filling: Filling
}

/** All sheets on one card where they fit beside each other; else one of them, and tabs for the others. */
export function ScoreCard({ state, me, nameOf, filling }: ScoreCardProps) {
  const t = yachtText.useText()
  const [ref, size] = useSize<HTMLDivElement>()
  // Whoever looked at another sheet has their own again when the turn has passed.
  const [looked, setLooked] = useState<{ turn: Seat | null; at: Shown } | null>(null)
  const { seats, turn } = state
  const fits = size === null || allFit(seats.length, size.width / 2)
  const main = mainSeat(seats, me, turn)
  const shown = !fits && looked?.turn === turn ? looked.at : main
  const columns = fits ? columnsFrom(seats, main) : [shown === 'all' ? main : shown]
  return (
    <section ref={ref} className="yacht-card on-paper" aria-label={t('sheets')}>
      {!fits && (
        <SheetTabs seats={seats} shown={shown} nameOf={nameOf} onShow={at => setLooked({ turn, at })} />
      )}
      <JokerHint state={state} />
      {shown === 'all' ? (
        <AllSheets state={state} nameOf={nameOf} />
      ) : (
        <div className="yacht-halves">
          {halvesOf(state.options.sheet).map((rows, half) => (
            <HalfSheet
              key={half}
              rows={rows}
              state={state}
              columns={columns}
              me={me}
              nameOf={nameOf}
              filling={filling}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** What five alike may do for the one to act, where they are a joker. */
function JokerHint({ state }: { readonly state: YachtState }) {
  const t = yachtText.useText()
  const { turn, dice, options } = state
  if (turn === null || dice === null || options.order === 'down') return null
  const face = jokerFace(scoreOf(state, turn), dice, options)
  if (face === null || yachtFace(dice) === null) return null
  const offers = offersIn(state)
  const hint = jokerHint(face, offers, options.joker)
  const [first] = offers
  return (
    <p className="yacht-joker">
      <strong>{t('joker')}</strong>{' '}
      {hint === 'upper' && first ? t('joker.upper', { box: t(`box.${first.box}`) }) : null}
      {hint === 'upper' ? null : t(`joker.${hint}`)}
    </p>
  )
}
