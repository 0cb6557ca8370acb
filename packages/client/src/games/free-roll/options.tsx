import { type FreeRollOptions, SIDES } from '@diceroom/shared/games/free-roll/rules.ts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import type { OptionsProps } from '../board.ts'

const DICE_MAX = 20

export function FreeRollOptionsForm({ options, onChange }: OptionsProps<FreeRollOptions>) {
  const { t } = useTranslation()
  const { dice, sides } = options
  if (!onChange) return <p>{t('freeRoll.summary', { count: dice, sides })}</p>
  const step = (to: number) => () => {
    if (to >= 1 && to <= DICE_MAX) onChange({ ...options, dice: to })
  }
  return (
    <>
      <fieldset className="choice">
        <legend className="choice-legend">{t('freeRoll.dice')}</legend>
        <div className="dice-count">
          <Button
            kind="secondary"
            aria-label={t('freeRoll.fewer')}
            aria-disabled={dice <= 1}
            onClick={step(dice - 1)}
          >
            −
          </Button>
          <output>{dice}</output>
          <Button
            kind="secondary"
            aria-label={t('freeRoll.more')}
            aria-disabled={dice >= DICE_MAX}
            onClick={step(dice + 1)}
          >
            +
          </Button>
        </div>
      </fieldset>
      <Choice
        legend={t('freeRoll.sides')}
        look="chips"
        value={`${sides}`}
        options={SIDES.map(number => ({ value: `${number}`, label: `${number}` }))}
        onChange={value => {
          const chosen = SIDES.find(number => `${number}` === value)
          if (chosen) onChange({ ...options, sides: chosen })
        }}
      />
    </>
  )
}
