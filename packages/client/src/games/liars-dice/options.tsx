import type { LiarsDiceOptions } from '@diceroom/shared/games/liars-dice/state.ts'
import { Choice } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useSpeak } from '../../words/said.tsx'
import type { OptionsProps } from '../board.ts'
import { optionsSentence } from './options-sentence.ts'
import { rulesText } from './rules-strings.ts'

const RULES = ['perudo', 'chuiniu'] as const
const DICE = ['3', '4', '5', '6'] as const
const EXACT = ['off', 'anyone', 'current'] as const
const LOSS = ['one', 'difference'] as const
const DRINKS = ['3', '5', '8', '10', '15', '20'] as const
const OPENING = ['players', 'more', 'any'] as const
const ALIKE = ['off', 'one', 'two'] as const

type Change = (change: Partial<LiarsDiceOptions>) => void
interface PartProps {
  readonly options: LiarsDiceOptions
  readonly change: Change
}

/** The rules first, and then what these rules know. */
export function LiarsDiceOptionsForm({ options, onChange }: OptionsProps<LiarsDiceOptions>) {
  const t = rulesText.useText()
  const speak = useSpeak()
  if (!onChange) return <p>{speak(optionsSentence(options))}</p>
  const change: Change = some => onChange({ ...options, ...some })
  return (
    <>
      <Choice
        legend={t('rules')}
        look="rows"
        value={options.rules}
        options={RULES.map(value => ({ value, label: t(`rules.${value}`), why: t(`rules.${value}.why`) }))}
        onChange={rules => change({ rules })}
      />
      <Choice
        legend={t('dice')}
        look="chips"
        value={`${options.dice}`}
        options={DICE.map(value => ({ value, label: value }))}
        onChange={value => change({ dice: Number(value) })}
      />
      {options.rules === 'perudo' ? (
        <PerudoOptions options={options} change={change} />
      ) : (
        <ChuiniuOptions options={options} change={change} />
      )}
      <Switch label={t('cap')} why={t('cap.why')} isOn={options.cap} onChange={cap => change({ cap })} />
    </>
  )
}

function PerudoOptions({ options, change }: PartProps) {
  const t = rulesText.useText()
  return (
    <>
      <Choice
        legend={t('exactOption')}
        look="chips"
        value={options.exact}
        options={EXACT.map(value => ({ value, label: t(`exact.${value}`) }))}
        onChange={exact => change({ exact })}
      />
      <Choice
        legend={t('loss')}
        look="chips"
        value={options.loss}
        options={LOSS.map(value => ({ value, label: t(`loss.${value}`) }))}
        onChange={loss => change({ loss })}
      />
      <Switch
        label={t('palifico')}
        why={t('palifico.why')}
        isOn={options.palifico}
        onChange={palifico => change({ palifico })}
      />
      <Switch
        label={t('strict')}
        why={t('strict.why')}
        isOn={options.strict}
        onChange={strict => change({ strict })}
      />
    </>
  )
}

function ChuiniuOptions({ options, change }: PartProps) {
  const t = rulesText.useText()
  return (
    <>
      <Choice
        legend={t('drinks')}
        look="chips"
        value={`${options.drinks}`}
        options={DRINKS.map(value => ({ value, label: value }))}
        onChange={value => change({ drinks: Number(value) })}
      />
      <Choice
        legend={t('opening')}
        look="chips"
        value={options.opening}
        options={OPENING.map(value => ({ value, label: t(`opening.${value}`) }))}
        onChange={opening => change({ opening })}
      />
      <Choice
        legend={t('alike')}
        look="chips"
        value={options.alike}
        options={ALIKE.map(value => ({ value, label: t(`alike.${value}`) }))}
        onChange={alike => change({ alike })}
      />
      <Switch
        label={t('singles')}
        why={t('singles.why')}
        isOn={options.singles}
        onChange={singles => change({ singles })}
      />
      <Switch label={t('wide')} why={t('wide.why')} isOn={options.wide} onChange={wide => change({ wide })} />
    </>
  )
}
