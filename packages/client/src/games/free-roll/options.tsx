import { type FreeRollOptions, SIDES } from '@diceroom/shared/games/free-roll/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import type { OptionsProps } from '../board.ts'
import { freeRollText } from './strings.ts'

const DICE_MAX = 20

export function FreeRollOptionsForm({ options, onChange }: OptionsProps<FreeRollOptions>) {
  const t = freeRollText.useText()
  const { dice, sides } = options
  if (!onChange) return <p>{t('summary', { count: dice, sides })}</p>
  const step = (to: number) => () => {
    if (to >= 1 && to <= DICE_MAX) onChange({ ...options, dice: to })
  }
  return (
    <>
      <fieldset className="choice">
        <legend className="choice-legend">{t('dice')}</legend>
        <div className="dice-count">
          <Button kind="secondary" aria-label={t('fewer')} aria-disabled={dice <= 1} onClick={step(dice - 1)}>
            −
          </Button>
          <output>{dice}</output>
          <Button
            kind="secondary"
            aria-label={t('more')}
            aria-disabled={dice >= DICE_MAX}
            onClick={step(dice + 1)}
          >
            +
          </Button>
        </div>
      </fieldset>
      <Choice
        legend={t('sides')}
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
