import type { Seat } from '@diceroom/shared/games/game.ts'
import { SeatDot } from '../../ui/seat-mark.tsx'
import { yachtText } from './strings.ts'

/** One sheet, or all of them side by side. */
export type Shown = Seat | 'all'

interface SheetTabsProps {
  readonly seats: readonly Seat[]
  readonly shown: Shown
  readonly nameOf: (seat: Seat) => string
  readonly onShow: (shown: Shown) => void
}

/** Among more tabs than these a name has no room on a phone; the seats above have it. */
const NAMED_UP_TO = 6

/** Whose sheet is to be seen. */
export function SheetTabs({ seats, shown, nameOf, onShow }: SheetTabsProps) {
  const t = yachtText.useText()
  return (
    <div className="yacht-tabs" role="tablist" aria-label={t('sheets')}>
      {seats.map(seat => (
        <button
          key={seat}
          type="button"
          role="tab"
          className="yacht-tab"
          aria-selected={shown === seat}
          aria-label={t('sheetOf', { name: nameOf(seat) })}
          onClick={() => onShow(seat)}
        >
          <SeatDot seat={seat} />
          {shown === seat && seats.length <= NAMED_UP_TO && (
            <bdi className="yacht-tab-name">{nameOf(seat)}</bdi>
          )}
        </button>
      ))}
      <button
        type="button"
        role="tab"
        className="yacht-tab"
        aria-selected={shown === 'all'}
        aria-label={t('allSheets')}
        onClick={() => onShow('all')}
      >
        {t('all')}
      </button>
    </div>
  )
}
