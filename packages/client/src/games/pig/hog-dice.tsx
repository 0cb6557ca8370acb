import { HOG_DICE_MAX } from '@diceroom/shared/games/pig/options.ts'
import { pigText } from './strings.ts'

interface HogDiceProps {
  readonly count: number
  readonly onChange: (count: number) => void
}

/** How many dice are rolled in Hog, on the felt: more dice bring more, and a 1 the sooner. */
export function HogDice({ count, onChange }: HogDiceProps) {
  const t = pigText.useText()
  const step = (to: number) => () => {
    if (to >= 1 && to <= HOG_DICE_MAX) onChange(to)
  }
  return (
    <div className="pig-dice-count">
      <button type="button" aria-label={t('fewer')} aria-disabled={count === 1} onClick={step(count - 1)}>
        −
      </button>
      <output>{t('dice', { count })}</output>
      <button
        type="button"
        aria-label={t('more')}
        aria-disabled={count === HOG_DICE_MAX}
        onClick={step(count + 1)}
      >
        +
      </button>
    </div>
  )
}
