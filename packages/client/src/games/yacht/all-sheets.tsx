import type { Seat } from '@diceroom/shared/games/game.ts'
import { sheets } from '@diceroom/shared/games/yacht/boxes.ts'
import { bonusOf, isOpen, upperSum } from '@diceroom/shared/games/yacht/sheet.ts'
import { scoreOf, totalFor, type YachtState } from '@diceroom/shared/games/yacht/state.ts'
import { Fragment } from 'react'
import { SeatDot } from '../../ui/seat-mark.tsx'
import { yachtText } from './strings.ts'

interface AllSheetsProps {
  readonly state: YachtState
  readonly nameOf: (seat: Seat) => string
}

/** Everybody's boxes, side by side: to look at. */
export function AllSheets({ state, nameOf }: AllSheetsProps) {
  const t = yachtText.useText()
  const { seats, options, last } = state
  const { boxes, bonus } = sheets[options.sheet]
  const bonusOfSeat = (seat: Seat): string => {
    const score = scoreOf(state, seat)
    const got = bonusOf(score, options)
    return got > 0 ? `+${got}` : `${upperSum(score)}`
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <div className="yacht-all" tabIndex={0}>
      <table className="yacht-table" aria-label={t('allSheets')}>
        <thead>
          <tr>
            <td />
            {seats.map(seat => (
              <th key={seat} scope="col" title={nameOf(seat)}>
                <SeatDot seat={seat} />
                <span className="unseen">{nameOf(seat)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {boxes.map(box => (
            <Fragment key={box}>
              <tr>
                <th scope="row">{t(`box.${box}`)}</th>
                {seats.map(seat => {
                  const score = scoreOf(state, seat)
                  const isLast = last?.seat === seat && last.box === box
                  return (
                    <td key={seat} className={isLast ? 'yacht-last' : undefined}>
                      {isOpen(score, box) ? '' : score.boxes[box]}
                    </td>
                  )
                })}
              </tr>
              {bonus && box === 'sixes' && (
                <tr className="yacht-table-bonus">
                  <th scope="row">{t('bonus')}</th>
                  {seats.map(seat => (
                    <td key={seat}>{bonusOfSeat(seat)}</td>
                  ))}
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {seats.map(seat => (
              <td key={seat}>{totalFor(state, seat)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
