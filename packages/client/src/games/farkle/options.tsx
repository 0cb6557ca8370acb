import {
  DICE,
  HOT_DICE,
  OPENINGS,
  PENALTIES,
  TABLES,
  TARGETS,
  TIES,
} from '@diceroom/shared/games/farkle/options.ts'
import type { FarkleOptions } from '@diceroom/shared/games/farkle/state.ts'
import { Choice } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Said } from '../../words/said.tsx'
import type { OptionsProps } from '../board.ts'
import { figure } from './figures.ts'
import { optionsSentence } from './sentence.ts'
import { farkleText } from './strings.ts'

const SWITCHES = ['noFifties', 'mustBeat', 'piggyback'] as const

export function FarkleOptionsForm({ options, onChange }: OptionsProps<FarkleOptions>) {
  const t = farkleText.useText()
  if (!onChange) {
    return (
      <p>
        <Said sentence={optionsSentence(options)} />
      </p>
    )
  }
  const change = (wish: Partial<FarkleOptions>) => onChange({ ...options, ...wish })
  return (
    <>
      <Numbers
        legend={t('target')}
        value={options.target}
        all={TARGETS}
        onChange={target => change({ target })}
      />
      <Choice
        legend={t('table')}
        look="rows"
        value={options.table}
        options={TABLES.map(value => ({ value, label: t(`table.${value}`), why: t(`table.${value}.why`) }))}
        onChange={table => change({ table })}
      />
      <Numbers
        legend={t('opening')}
        value={options.opening}
        all={OPENINGS}
        none={t('opening.none')}
        onChange={opening => change({ opening })}
      />
      <p className="switch-why">{t('opening.why')}</p>
      <Choice
        legend={t('hotDice')}
        look="chips"
        value={options.hotDice}
        options={HOT_DICE.map(value => ({ value, label: t(`hotDice.${value}`) }))}
        onChange={hotDice => change({ hotDice })}
      />
      <Choice
        legend={t('penalty')}
        look="rows"
        value={options.penalty}
        options={PENALTIES.map(value => ({
          value,
          label: t(`penalty.${value}`),
          why: t(`penalty.${value}.why`),
        }))}
        onChange={penalty => change({ penalty })}
      />
      <Choice
        legend={t('ties')}
        look="chips"
        value={options.ties}
        options={TIES.map(value => ({ value, label: t(`ties.${value}`) }))}
        onChange={ties => change({ ties })}
      />
      <Numbers legend={t('dice')} value={options.dice} all={DICE} onChange={dice => change({ dice })} />
      {SWITCHES.map(name => (
        <Switch
          key={name}
          label={t(name)}
          why={t(`${name}.why`)}
          isOn={options[name]}
          onChange={isOn => change({ [name]: isOn })}
        />
      ))}
    </>
  )
}

interface NumbersProps<Value extends number> {
  readonly legend: string
  readonly value: Value
  readonly all: readonly Value[]
  /** what stands for 0 */
  readonly none?: string
  readonly onChange: (value: Value) => void
}

/** One of a few numbers. */
function Numbers<Value extends number>({ legend, value, all, none, onChange }: NumbersProps<Value>) {
  return (
    <Choice
      legend={legend}
      look="chips"
      value={`${value}`}
      options={all.map(number => ({
        value: `${number}`,
        label: number === 0 && none ? none : figure(number),
      }))}
      onChange={chosen => {
        const found = all.find(number => `${number}` === chosen)
        if (found !== undefined) onChange(found)
      }}
    />
  )
}
