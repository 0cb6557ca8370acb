import { SHEETS } from '@diceroom/shared/games/yacht/boxes.ts'
import type { YachtOptions } from '@diceroom/shared/games/yacht/state.ts'
import { Choice } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Said } from '../../words/said.tsx'
import type { OptionsProps } from '../board.ts'
import { optionsSentence } from './sentence.ts'
import { yachtText } from './strings.ts'

const JOKERS = ['forced', 'free', 'none'] as const

export function YachtOptionsForm({ options, onChange }: OptionsProps<YachtOptions>) {
  const t = yachtText.useText()
  if (!onChange) {
    return (
      <p>
        <Said sentence={optionsSentence(options)} />
      </p>
    )
  }
  const change = (wish: Partial<YachtOptions>) => onChange({ ...options, ...wish })
  return (
    <>
      <Choice
        legend={t('sheet')}
        look="rows"
        value={options.sheet}
        options={SHEETS.map(value => ({ value, label: t(`sheet.${value}`), why: t(`sheet.${value}.why`) }))}
        onChange={sheet => change({ sheet })}
      />
      {options.sheet === 'standard' && (
        <Choice
          legend={t('jokerRule')}
          look="rows"
          value={options.joker}
          options={JOKERS.map(value => ({
            value,
            label: t(`jokerRule.${value}`),
            why: t(`jokerRule.${value}.why`),
          }))}
          onChange={joker => change({ joker })}
        />
      )}
      <Switch
        label={t('down')}
        why={t('down.why')}
        isOn={options.order === 'down'}
        onChange={isOn => change({ order: isOn ? 'down' : 'free' })}
      />
    </>
  )
}
