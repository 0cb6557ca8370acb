import type { BidMove, LiarsDiceState } from '@diceroom/shared/games/liars-dice/state.ts'
import { Said } from '../../words/said.tsx'
import { FlatDie } from './flat-die.tsx'
import { canBid, countsOf, FACES, type Raises } from './picked.ts'
import { liarsText } from './strings.ts'
import { numberWords } from './words.ts'

interface BidPickerProps {
  readonly raises: Raises
  /** what is put together now; `null` where nothing can be bid */
  readonly picked: BidMove | null
  readonly state: LiarsDiceState
  readonly onPick: (bid: BidMove) => void
}

/** Puts a bid together out of a face and a count; what would not be legal cannot be pressed. */
export function BidPicker({ raises, picked, state, onPick }: BidPickerProps) {
  const t = liarsText.useText()
  if (!picked) return <p className="bid-none">{t('why.none')}</p>
  const counts = countsOf(raises, picked)
  const step = (count: number) => () => {
    if (counts && counts.least <= count && count <= counts.most) onPick({ ...picked, count })
  }
  return (
    <fieldset className="bid-picker">
      <legend className="unseen">{t('yourBid')}</legend>
      <div className="bid-faces">
        {FACES.map(face => {
          const isThere = countsOf(raises, { ...picked, face }) !== null
          return (
            <button
              key={face}
              type="button"
              className="bid-face"
              aria-pressed={picked.face === face}
              aria-label={face === 1 ? t('ones') : t('faces', { face })}
              disabled={!isThere}
              onClick={() => onPick({ ...picked, face })}
            >
              <FlatDie face={face} look={isThere ? 'plain' : 'dim'} />
            </button>
          )
        })}
      </div>
      <div className="bid-count">
        {state.options.rules === 'chuiniu' && (
          <button
            type="button"
            className="bid-zhai-button"
            aria-pressed={picked.type === 'zhai'}
            aria-label={`${t('zhai')}: ${t('zhai.why')}`}
            disabled={!canBid(raises, picked.type === 'zhai' ? 'bid' : 'zhai')}
            onClick={() => onPick({ ...picked, type: picked.type === 'zhai' ? 'bid' : 'zhai' })}
          >
            {t('zhai')}
          </button>
        )}
        <button
          type="button"
          className="bid-step"
          aria-label={t('fewer')}
          aria-disabled={!counts || picked.count <= counts.least}
          onClick={step(picked.count - 1)}
        >
          −
        </button>
        <output className="bid-number">
          {picked.count}
          <span className="unseen">
            <Said sentence={liarsText.said('counted', { number: numberWords(picked.count) })} />
          </span>
        </output>
        <button
          type="button"
          className="bid-step"
          aria-label={t('more')}
          aria-disabled={!counts || picked.count >= counts.most}
          onClick={step(picked.count + 1)}
        >
          +
        </button>
      </div>
      <p className="bid-why">{t(whyKey(picked, state))}</p>
    </fieldset>
  )
}

/** What is to be known of the bid that is put together. */
function whyKey(picked: BidMove, { bids, options, palifico }: LiarsDiceState) {
  const last = bids.at(-1)
  if (picked.type === 'zhai') return 'zhai.why'
  if (!last) return 'why.open'
  if (options.rules === 'chuiniu') return !last.wild && picked.face !== 1 ? 'why.fly' : 'why.choose'
  if (palifico || (picked.face === 1) === (last.face === 1)) return 'why.choose'
  return picked.face === 1 ? 'why.ones' : 'why.afterOnes'
}
