import { type PigOptions, TARGETS, VARIANTS } from '@diceroom/shared/games/pig/options.ts'
import { Choice } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Said } from '../../words/said.tsx'
import type { OptionsProps } from '../board.ts'
import { optionsSentence } from './sentence.ts'
import { pigText } from './strings.ts'

export function PigOptionsForm({ options, onChange }: OptionsProps<PigOptions>) {
  const t = pigText.useText()
  if (!onChange) {
    return (
      <p>
        <Said sentence={optionsSentence(options)} />
      </p>
    )
  }
  const { variant } = options
  const change = (wish: Partial<PigOptions>) => onChange({ ...options, ...wish })
  return (
    <>
      <Choice
        legend={t('variant')}
        look="rows"
        value={variant}
        options={VARIANTS.map(value => ({
          value,
          label: t(`variant.${value}`),
          why: t(`variant.${value}.why`),
        }))}
        onChange={chosen => change({ variant: chosen })}
      />
      <Choice
        legend={t('target')}
        look="chips"
        value={`${options.target}`}
        options={TARGETS.map(number => ({ value: `${number}`, label: `${number}` }))}
        onChange={value => {
          const target = TARGETS.find(number => `${number}` === value)
          if (target) change({ target })
        }}
      />
      <Switch
        label={t('finalRound')}
        why={t('finalRound.why')}
        isOn={options.finalRound}
        onChange={finalRound => change({ finalRound })}
      />
      {variant !== 'hog' && (
        <Switch
          label={t('autoWin')}
          why={t('autoWin.why')}
          isOn={options.autoWin}
          onChange={autoWin => change({ autoWin })}
        />
      )}
      {variant === 'two' && (
        <Switch
          label={t('rollDoubles')}
          why={t('rollDoubles.why')}
          isOn={options.rollDoubles}
          onChange={rollDoubles => change({ rollDoubles })}
        />
      )}
    </>
  )
}
